import { describe, expect, test } from 'vitest'
import { gatherIn, inputOf, RANDOM, worldSources } from '../testing/gather-world.ts'
import { D, LOGO_URL, ordinaryWorld as world, type Changes } from '../testing/ordinary-world.ts'
import { DOMAIN_PLAN } from './domain-plan.ts'
import { gatherDomain } from './gather-domain.ts'

const questions = (asked: string[]) =>
  asked.filter((line) => !/^(?:policy|indicator|evidence) /.test(line))

describe('an ordinary domain', () => {
  test('takes seventeen questions and four for each mail server, none of them twice', async () => {
    const { asked } = await gatherIn(world(), D)
    expect(questions(asked).toSorted()).toEqual(
      [
        `${D} MX`,
        `${D} TXT`,
        `${D} SOA`,
        `${D} NS`,
        `${D} DS`,
        `${D} CAA`,
        `_mta-sts.${D} TXT`,
        `_smtp._tls.${D} TXT`,
        `mta-sts.${D} A`,
        `mta-sts.${D} AAAA`,
        `mta-sts.${D} CAA`,
        `${RANDOM}.${D} TXT`,
        `_dmarc.${D} TXT`,
        '_dmarc.com TXT',
        `default._bimi.${D} TXT`,
        `logo.${D} A`,
        `logo.${D} AAAA`,
        ...['mail1', 'mail2'].flatMap((host) => [
          ...['A', 'AAAA', 'MX'].map((type) => `${host}.${D} ${type}`),
          `_25._tcp.${host}.${D} TLSA`,
        ]),
      ].toSorted(),
    )
    expect(new Set(asked).size).toBe(asked.length)
  })

  test('with five mail servers of a provider stays within the budget', async () => {
    const hosts = [1, 2, 3, 4, 5].map((i) => `alt${i}.aspmx.l.google.example`)
    const { asked } = await gatherIn(
      world({
        [`${D} MX`]: hosts.map((host) => `10 ${host}`),
        ...Object.fromEntries(hosts.map((host) => [`${host} A`, ['192.0.2.9']])),
      }),
      D,
    )
    expect(questions(asked).length).toBeLessThanOrEqual(24 + 4 * hosts.length)
  })

  test('gives these facts, and no others', async () => {
    const { facts } = await gatherIn(world(), D)
    const states = Object.entries(facts).map(([name, { state }]) => `${name} ${state}`)
    expect(states.toSorted()).toEqual(
      [
        'bimiHosts found',
        'bimiQuestion found',
        'bimiTxt found',
        'caa found',
        'dmarcAbove found',
        'dmarcTxt found',
        'domainTxt found',
        'ds absent',
        'indicator found',
        'mailSubdomains found',
        'mtaStsPolicyFile found',
        'mtaStsTxt found',
        'mx found',
        'mxHosts found',
        'now found',
        'ns found',
        'policyHost found',
        'soa found',
        'subject found',
        'tlsa found',
        'tlsRptTargets found',
        'tlsRptTxt found',
        'wildcard found',
      ].toSorted(),
    )
  })

  test('is asked about side by side: the policy file from the start, addresses after MX', async () => {
    const { sources, asked } = worldSources(world())
    const running = gatherDomain(inputOf(D), sources)
    await new Promise((resolve) => setTimeout(resolve, 0))
    expect(asked.slice(0, 7)).toContain(`policy ${D}`)
    expect(asked.indexOf(`mail1.${D} A`)).toBeGreaterThan(asked.indexOf(`${D} MX`))
    await running
  })

  test('facts are told as they arrive', async () => {
    const told: string[] = []
    const { facts } = await gatherIn(world(), D, { onFact: (name) => told.push(name) })
    expect(told.indexOf('mx')).toBeLessThan(told.indexOf('mxHosts'))
    expect(new Set([...told, 'now', 'subject', 'bimiQuestion'])).toEqual(
      new Set(Object.keys(facts)),
    )
  })

  test('asks a second resolver nothing', async () => {
    const { asked } = await gatherIn(world(), D, { resolvers: ['one.test', 'two.test'] })
    expect(questions(asked)).toHaveLength(25)
  })
})

describe('questions that are asked only then', () => {
  const NOT_THERE = { [`_mta-sts.${D} TXT`]: null }
  const signed = { records: ['ns1.example.com hostmaster.example.com 1 300'], authenticated: true }
  test.each<[string, Changes, string[]]>([
    [
      'no record: the names that people take for it',
      NOT_THERE,
      [`mta-sts.${D} TXT`, `_mta_sts.${D} TXT`, `_mtasts.${D} TXT`, `_mta-sts.${D}.${D} TXT`],
    ],
    ['another record there', { [`_mta-sts.${D} TXT`]: ['v=spf1 -all'] }, [`_mta_sts.${D} TXT`]],
    [
      'no record, a policy host: is it a wildcard?',
      NOT_THERE,
      [`${RANDOM}.${D} A`, `${RANDOM}.${D} AAAA`],
    ],
    [
      'no report record',
      { [`_smtp._tls.${D} TXT`]: null },
      ['_tls', '_smtp-tls', '_smtp_tls', 'smtp._tls', '_tls._smtp', `_smtp._tls.${D}`].map(
        (label) => `${label}.${D} TXT`,
      ),
    ],
    ['no MX: the domain itself', { [`${D} MX`]: null }, [`${D} A`, `${D} AAAA`]],
    ['no DMARC: a name that people take for it', { [`_dmarc.${D} TXT`]: null }, [`dmarc.${D} TXT`]],
    [
      'DMARC reports that go elsewhere: does that domain agree',
      {
        [`_dmarc.${D} TXT`]: [
          `v=DMARC1; p=none; rua=mailto:a@r.example,mailto:b@in.${D},mailto:c@r.example`,
        ],
      },
      [`${D}._report._dmarc.r.example TXT`],
    ],
    [
      'no assertion record: names that people take for it',
      { [`default._bimi.${D} TXT`]: null },
      [
        `_bimi.${D} TXT`,
        `default_bimi.${D} TXT`,
        `default.bimi.${D} TXT`,
        `default._bimi.${D}.${D} TXT`,
      ],
    ],
    [
      'prefixes of local parts',
      { [`default._bimi.${D} TXT`]: [`v=BIMI1; l=${LOGO_URL}; lps=news-,shop`] },
      [`news-._bimi.${D} TXT`, `shop._bimi.${D} TXT`],
    ],
    [
      'a mark certificate elsewhere: its host',
      { [`default._bimi.${D} TXT`]: [`v=BIMI1; l=${LOGO_URL}; a=https://ca.example/m.pem`] },
      ['ca.example A', 'ca.example AAAA'],
    ],
    [
      'a signed mail server without TLSA: the names that people take for it',
      { [`_25._tcp.mail1.${D} TLSA`]: { records: [], authenticated: true } },
      [`_443._tcp.mail1.${D} TLSA`, `_443._tcp.mail2.${D} TLSA`, `_25._tcp.${D} TLSA`],
    ],
    [
      'no policy host: one with an underscore',
      { [`mta-sts.${D} A`]: null, [`mta-sts.${D} AAAA`]: null },
      [`_mta-sts.${D} A`, `_mta-sts.${D} AAAA`],
    ],
    [
      'a mail server that is gone: its zone',
      { [`${D} MX`]: ['10 mail.gone.example'] },
      ['gone.example SOA'],
    ],
    [
      'a mail server whose alias leads nowhere: the zone of the target',
      { [`${D} MX`]: ['10 mail.one.example'], 'mail.one.example CNAME': ['mail.gone.example'] },
      ['gone.example SOA'],
    ],
    ['a wildcard', { [`*.${D} TXT`]: ['v=spf1 -all'] }, [`_mta-sts.${RANDOM}.${D} TXT`]],
    [
      'names between the domain and a mail server',
      { [`${D} MX`]: [`10 mx1.mail.${D}`], [`mail.${D} MX`]: [`10 mx1.mail.${D}`] },
      [`mail.${D} MX`, `_mta-sts.mail.${D} TXT`, `_smtp._tls.mail.${D} TXT`],
    ],
    [
      'report targets elsewhere',
      {
        [`_smtp._tls.${D} TXT`]: ['v=TLSRPTv1; rua=mailto:a@r.example,https://h.example/x'],
        'r.example A': ['192.0.2.8'],
      },
      ['r.example MX', 'r.example A', 'h.example A', 'h.example AAAA'],
    ],
  ])('%s', async (_, changes, expected) => {
    const ordinary = new Set((await gatherIn(world(), D)).asked)
    const { asked } = await gatherIn(world(changes), D)
    expect(asked).toEqual(expect.arrayContaining(expected))
    expect(new Set(asked).size).toBe(asked.length)
    expect(expected.filter((question) => ordinary.has(question))).toEqual([])
  })

  test.each<[string, Changes, string]>([
    ['a signed zone needs no DS', { [`${D} SOA`]: signed }, `${D} DS`],
    ['nor does a name inside a zone', { [`${D} SOA`]: null }, `${D} DS`],
    [
      'no policy host needs no CAA',
      { [`mta-sts.${D} A`]: null, [`mta-sts.${D} AAAA`]: null },
      `mta-sts.${D} CAA`,
    ],
    [
      'TLSA in an unsigned zone would not count elsewhere either',
      { [`_25._tcp.mail1.${D} TLSA`]: null },
      `_443._tcp.mail1.${D} TLSA`,
    ],
    [
      'nor where another mail server has it',
      {
        [`_25._tcp.mail1.${D} TLSA`]: { records: [], authenticated: true },
        [`_25._tcp.mail2.${D} TLSA`]: [`3 1 1 ${'00'.repeat(32)}`],
      },
      `_443._tcp.mail1.${D} TLSA`,
    ],
    [
      'without an assertion record no logo host is looked up',
      { [`default._bimi.${D} TXT`]: null },
      `logo.${D} A`,
    ],
    [
      'nor is one of a record that receivers do not use',
      { [`default._bimi.${D} TXT`]: [`v=bimi1; l=${LOGO_URL}`] },
      `indicator ${D}`,
    ],
    [
      'an address as report target is not looked up',
      { [`_smtp._tls.${D} TXT`]: ['v=TLSRPTv1; rua=https://192.0.2.7/x'] },
      '192.0.2.7 A',
    ],
  ])('%s', async (_, changes, question) => {
    const { asked } = await gatherIn(world(changes), D)
    expect(asked).not.toContain(question)
  })

  test('nothing, and an alias, are worth a second opinion', async () => {
    const two = { resolvers: ['one.test', 'two.test'] }
    const none = await gatherIn(world({ [`_smtp._tls.${D} TXT`]: null }), D, two)
    expect(none.asked.filter((line) => line === `_smtp._tls.${D} TXT`)).toHaveLength(2)
    const aliased = {
      [`_mta-sts.${D} TXT`]: null,
      [`_mta-sts.${D} CNAME`]: ['p.example'],
      'p.example TXT': ['v=STSv1; id=1'],
    }
    const alias = await gatherIn(world(aliased), D, two)
    expect(alias.asked.filter((line) => line === `_mta-sts.${D} TXT`)).toHaveLength(2)
  })
})

test('each entry waits only for entries of the plan, and says what it asks', () => {
  const names = DOMAIN_PLAN.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  for (const { after, asks } of DOMAIN_PLAN) {
    expect(names).toEqual(expect.arrayContaining([...after]))
    expect(asks(inputOf(D))).toContain(D)
  }
})
