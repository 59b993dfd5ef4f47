import { describe, expect, test } from 'vitest'
import type { FactSet, RawFactSet } from '../../facts/fact-set.ts'
import { derive } from '../../facts/derive/derive.ts'
import { bodyText } from '../../facts/body-text.ts'
import { rawTexts } from '../../facts/raw-text.ts'
import { specialUse } from '../../protocols/dns/address.ts'
import { inputOf, NOW } from '../../testing/gather-world.ts'
import { gatherDomain } from '../gather-domain.ts'
import { isSampleDomain } from './sample-domain.ts'
import { sampleSources } from './sample-sources.ts'
import { SAMPLE_WORLD, SAMPLES } from './samples.ts'
import { detailsOf } from './world.ts'

/** With the selector that is worth a look. */
const gather = (domain: string) =>
  gatherDomain(
    {
      ...inputOf(domain),
      selector: SAMPLES.find((one) => one.domain === domain)?.selector ?? null,
    },
    sampleSources(undefined, () => NOW),
  )

/** The fact as one word, or its reason, and what sub-facts that failed say. */
function states(facts: RawFactSet): Record<string, string> {
  const words = Object.entries(facts).map(([name, fact]) => {
    const why = fact.state === 'absent' ? fact.how : 'reason' in fact ? fact.reason : ''
    return [name, [fact.state, why].filter((word) => word !== '').join(' ')]
  })
  return Object.fromEntries(words) as Record<string, string>
}

const textOf = (facts: RawFactSet, name: 'mtaStsTxt' | 'tlsRptTxt') =>
  rawTexts(facts, name).map(({ text }) => text)

function policyOf({ mtaStsPolicyFile }: RawFactSet): string {
  return mtaStsPolicyFile?.state === 'found' ? bodyText(mtaStsPolicyFile.value) : ''
}

function usable({ mtaStsRecord, tlsRptRecord, mtaStsPolicy }: FactSet): boolean[] {
  return [
    mtaStsRecord?.state === 'found' && mtaStsRecord.value.usable !== null,
    mtaStsPolicy?.state === 'found' && mtaStsPolicy.value.value !== null,
    tlsRptRecord?.state === 'found' && tlsRptRecord.value.usable !== null,
  ]
}

describe('each sample', () => {
  test.each([
    ['sealed.example', [true, true, true]],
    ['ready.example', [true, true, true]],
    ['cached.example', [true, true, true]],
    ['zimbra.example', [false, true, true]],
    ['moved.example', [false, false, false]],
    ['brand.example', [true, true, true]],
    ['watching.example', [false, false, false]],
    ['nomail.example', [false, false, false]],
    ['silent.example', [false, false, false]],
  ])('%s: record, policy and report record usable: %s', async (domain, expected) => {
    expect(usable(derive(await gather(domain)))).toEqual(expected)
  })

  test('zimbra.example is what the talk publishes, letter by letter', async () => {
    const facts = await gather('zimbra.example')
    expect(textOf(facts, 'mtaStsTxt')).toEqual(['v=STSV1; id=2022051001;'])
    expect(textOf(facts, 'tlsRptTxt')).toEqual(['v=TLSRPTv1; rua=mailto:tlsreports@zimbra.example'])
    expect(policyOf(facts).split('\r\n')).toEqual([
      'version: STSv1',
      'mode: testing',
      'mx: mail1.zimbra.example',
      'mx: mail2.zimbra.example',
      'mx: *.zimbra.example',
      'max_age: 31557600',
      '',
    ])
    expect(facts.mx).toMatchObject({
      value: [{ exchange: 'mail1.zimbra.example' }, { exchange: 'mail2.zimbra.example' }],
    })
  })

  test('moved.example has two records, a redirect, a mail server elsewhere and no reports', async () => {
    const facts = await gather('moved.example')
    expect(textOf(facts, 'mtaStsTxt')).toHaveLength(2)
    expect(facts.mtaStsPolicyFile).toMatchObject({ state: 'faulty', reason: 'redirect' })
    expect(facts.policyHost).toMatchObject({
      value: { a: { source: { dns: { chain: [{ target: 'web.newhome.example' }] } } } },
    })
    expect(states(facts)).toMatchObject({ tlsRptTxt: 'absent nxdomain', tlsRptElsewhere: 'found' })
    expect(facts.mx).toMatchObject({ value: [{}, { exchange: 'in.newhome.example' }] })
  })

  test('zimbra.example has a small L where the capital I of BIMI1 belongs', async () => {
    const facts = derive(await gather('zimbra.example'))
    expect(facts.bimiTxt).toMatchObject({
      value: [{ text: 'v=BIMl1; l=https://zimbra.example/logo.svg;' }],
    })
    expect(facts.bimiRecord).toMatchObject({
      value: { selected: [], entries: [{ problems: [{ code: 'version-lookalike' }, {}] }] },
    })
    expect(facts.indicator).toBeUndefined()
  })

  test.each([
    ['brand.example', 'reject', 'https://brand.example/bimi/logo.svg'],
    ['watching.example', 'none', 'https://watching.example/logo.svg'],
    ['partial.example', 'quarantine', 'https://cdn.partial.example/logo.svg'],
    ['seasons.example', 'quarantine', 'https://seasons.example/summer.svg'],
  ])('%s has DMARC at %s, and a logo that is served', async (domain, policy, url) => {
    const facts = derive(await gather(domain))
    expect(facts.dmarc).toMatchObject({ value: { effective: { policy } } })
    expect(facts.indicator).toMatchObject({ state: 'found', source: { name: url, via: 'sample' } })
  })

  test('partial.example leaves half of its mail and all sub-domains out', async () => {
    expect(derive(await gather('partial.example')).dmarc).toMatchObject({
      value: { effective: { record: { sp: 'none', pct: 50 } } },
    })
  })

  test('seasons.example has two logos', async () => {
    const usual = await gatherDomain(inputOf('seasons.example'), sampleSources())
    expect(usual.indicator).toMatchObject({
      state: 'found',
      value: { url: 'https://seasons.example/logo.svg' },
    })
    const summer = await gather('seasons.example')
    expect(summer.indicator).toMatchObject({
      value: { url: 'https://static.seasons.example/summer.svg', hops: [{ status: 301 }] },
    })
  })

  test('modest.example declines', async () => {
    const facts = derive(await gather('modest.example'))
    expect(facts.bimiAssertion).toMatchObject({
      value: { record: { location: '', evidence: '' } },
    })
    expect([facts.indicator, facts.evidence]).toEqual([undefined, undefined])
  })

  test('sealed.example has TLSA for both mail servers, signed', async () => {
    const { tlsa } = await gather('sealed.example')
    const record = { state: 'found', source: { dns: { authenticated: true } } }
    expect(tlsa).toMatchObject({ value: [{ tlsa: record }, { tlsa: record }] })
  })

  test('nomail.example has a null MX and nothing of MTA-STS', async () => {
    const facts = await gather('nomail.example')
    expect(facts.mx).toMatchObject({ value: [{ preference: 0, exchange: '' }] })
    expect(states(facts)).toMatchObject({
      mtaStsTxt: 'absent nxdomain',
      mtaStsPolicyFile: 'absent no-host',
      mxHosts: 'found',
      dmarcTxt: 'found',
    })
  })

  test('silent.example could not be checked, which says nothing about it', async () => {
    expect(states(await gather('silent.example'))).toEqual({
      now: 'found',
      subject: 'found',
      bimiQuestion: 'found',
      dmarcTxt: 'failed timeout',
      dmarcAbove: 'found',
      bimiTxt: 'failed timeout',
      mx: 'failed timeout',
      mxHosts: 'failed timeout',
      domainTxt: 'failed timeout',
      mtaStsTxt: 'failed timeout',
      mtaStsPolicyFile: 'failed resolver',
      policyHost: 'found',
      wildcard: 'found',
      tlsRptTxt: 'failed timeout',
      soa: 'failed timeout',
      ns: 'failed timeout',
    })
  })

  test('sealed.example is signed, the others are not', async () => {
    const signed = await Promise.all(
      SAMPLES.map(async ({ domain }) => (await gather(domain)).mx?.source.dns?.authenticated),
    )
    expect(signed).toEqual(SAMPLES.map(({ domain }) => domain === 'sealed.example'))
  })
})

test('a name that is no sample does not exist', async () => {
  const facts = await gather('other.example')
  expect(states(facts)).toMatchObject({ mx: 'absent nxdomain', mtaStsPolicyFile: 'absent no-host' })
})

test('every fact says that it is a sample, and when', async () => {
  const { mx, mtaStsPolicyFile } = await gather('sealed.example')
  for (const fact of [mx, mtaStsPolicyFile])
    expect(fact?.source).toMatchObject({ via: 'sample', time: '2026-09-01T12:00:00.000Z' })
})

test('the samples use only names and addresses that belong to nobody', () => {
  for (const [key, entry] of Object.entries(SAMPLE_WORLD.dns)) {
    const [name = '', type = ''] = key.split(' ')
    expect(name).toMatch(/\.example$/)
    const records = type === 'A' || type === 'AAAA' ? (detailsOf(entry).records ?? []) : []
    for (const address of records.flat())
      expect([key, specialUse(address)]).toEqual([key, 'documentation'])
  }
})

test('each sample has a sentence of its own', () => {
  const sentences = SAMPLES.map(({ sentence }) => sentence)
  expect(new Set(sentences).size).toBe(SAMPLES.length)
  for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z].*\.$/)
})

test.each([
  ['sealed.example', true],
  ['anything.below.example', true],
  ['example', true],
  ['example.com', false],
  ['notexample', false],
  ['my-example', false],
])('%s is answered from the samples: %s', (domain, expected) => {
  expect(isSampleDomain(domain)).toBe(expected)
})
