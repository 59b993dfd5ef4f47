/** The command line against real DNS and real hosts: the exact findings, and how it ends. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { idsIn, linesOf, signet, type ReportLine, type Run } from '../../src/testing/signet.ts'
import { startNodeDoor } from './doors.ts'
import { ZONE } from './lab.ts'
import { theLab, type TheLab } from './the-lab.ts'

let lab: TheLab
/** Every domain of the lab, checked by one command. */
let names: string[]
let all: Run
const lines = new Map<string, ReportLine>()

const OTHERS = ['capital', 'twice', 'split', 'moved', 'loop', 'null', 'nowhere']

beforeAll(async () => {
  lab = theLab()
  const labels = [...lab.hosts.keys(), ...OTHERS]
  names = [...labels.map((label) => `${label}.${ZONE}`), 'signed.test', 'broken.test']
  all = await check(names)
  for (const line of linesOf(all)) lines.set(line.subject.name, line)
})
afterAll(() => lab.keeper.end())

function check(domains: string[], more: string[] = [], resolver = lab.httpsUrl): Promise<Run> {
  const network = ['--resolver', resolver, '--ca', lab.ca, '--allow-private']
  return signet(['check', ...domains, '--json', ...network, ...more])
}

const lineOf = (name: string): ReportLine => lines.get(name) as ReportLine

/** What is said of every domain here: its servers are on loopback, and it has neither DMARC nor BIMI nor DANE. */
const SHARED = [
  ...['mx.private-ip', 'mx.single', 'dns.ttl-table', 'dmarc.record.present'],
  ...['bimi.record.present', 'tlsa.present'],
]
const UNSIGNED = [...SHARED, 'sts.record.dnssec']
const HOSTED = [...UNSIGNED, 'sts.host.private-ip', 'sts.host.ipv4-only']
const NO_REPORTS = [...UNSIGNED, 'sts.host.present', 'rpt.record.present']

const sorted = (ids: readonly string[]) => ids.toSorted()

test('several domains come out in the order in which they were named', () => {
  expect(linesOf(all).map(({ subject }) => subject.name)).toEqual(names)
  expect(all).toMatchObject({ code: 1, err: '' })
})

test.each<[string, string[]]>([
  ['good', [...HOSTED, 'rpt.record.rua-same-domain-tls']],
  ['expired', [...HOSTED, 'sts.fetch.cert-expiry']],
  ['wrong-name', [...HOSTED, 'sts.fetch.cert-name']],
  ['self-signed', [...HOSTED, 'sts.fetch.cert-trust']],
  ['no-intermediate', [...HOSTED, 'sts.fetch.cert-trust']],
  ['redirect', [...HOSTED, 'sts.fetch.redirect']],
  ['not-found', [...HOSTED, 'sts.fetch.status']],
  ['oversize', [...HOSTED, 'sts.fetch.size']],
  ['slow', HOSTED],
  ['broken', HOSTED],
  ['web-page', [...HOSTED, 'sts.fetch.html-body']],
  ['not-tls', [...HOSTED, 'sts.fetch.https']],
  ['closed', [...HOSTED, 'sts.fetch.https']],
  ['capital', [...NO_REPORTS, 'sts.record.version-case']],
  ['twice', [...NO_REPORTS, 'sts.record.multiple']],
  ['split', [...NO_REPORTS, 'sts.record.id-format']],
  ['moved', [...UNSIGNED, 'sts.host.present', 'sts.record.cname', 'rpt.record.cname-broken']],
  [
    'loop',
    [
      ...['dns.cname.loop', 'sts.record.present', 'rpt.record.present'],
      ...['dmarc.record.present', 'bimi.record.present'],
    ],
  ],
  [
    'null',
    [
      ...['mx.null', 'mx.null-no-spf', 'mx.null-no-dmarc', 'dns.ttl-table'],
      ...['dmarc.record.present', 'bimi.record.present'],
    ],
  ],
  ['nowhere', ['dns.nxdomain-domain']],
])('%s', (label, expected) => {
  expect(sorted(idsIn(lineOf(`${label}.${ZONE}`)))).toEqual(sorted(expected))
})

describe('what could not be learned', () => {
  test.each([
    ['slow', 'timeout', 'no complete answer within 10 s'],
    ['broken', 'interrupted', 'the answer broke off: ECONNRESET'],
  ])('%s is told as such', (label, reason, detail) => {
    expect(lineOf(`${label}.${ZONE}`).unknown).toEqual([
      expect.objectContaining({ fact: 'mtaStsPolicyFile', reason, detail }),
    ])
  })

  test('of all others, everything was', () => {
    const incomplete = linesOf(all).filter(({ unknown }) => unknown.length > 0)
    expect(incomplete.map(({ subject }) => subject.name)).toEqual([
      ...[`slow.${ZONE}`, `broken.${ZONE}`, 'broken.test'],
    ])
  })

  test('a resolver that cannot be reached: nothing is known, and that is no error', async () => {
    const run = await check([`good.${ZONE}`], [], 'http://127.0.0.1:9/dns-query')
    expect(run.code).toBe(3)
    const [line] = linesOf(run)
    expect(line?.findings).toEqual([])
    expect(new Set(Object.values(line?.verdicts ?? {}))).toEqual(new Set(['unknown']))
    expect(new Set(line?.unknown.map(({ reason }) => reason))).toEqual(new Set(['resolver']))
  })

  test('a resolver whose certificate is not trusted is not believed', async () => {
    const network = ['--resolver', lab.httpsUrl, '--allow-private']
    const run = await signet(['check', `good.${ZONE}`, '--json', ...network])
    expect(run.code).toBe(3)
    expect(linesOf(run)[0]?.findings).toEqual([])
  })

  test('the next resolver is asked instead, without TLS as well', async () => {
    const first = ['--resolver', 'http://127.0.0.1:9/dns-query']
    const network = ['--resolver', lab.httpUrl, '--ca', lab.ca, '--allow-private']
    const run = await signet(['check', `good.${ZONE}`, '--json', ...first, ...network])
    expect(idsIn(linesOf(run)[0] as ReportLine)).toEqual(idsIn(lineOf(`good.${ZONE}`)))
  })
})

describe('signatures', () => {
  test('a signed zone is seen to be signed', () => {
    const line = lineOf('signed.test')
    expect(sorted(idsIn(line))).toEqual(
      sorted([
        ...[...SHARED, 'sts.host.private-ip', 'sts.host.ipv4-only', 'sts.record.id-format'],
        'rpt.record.rua-same-domain-tls',
      ]),
    )
    expect(line.facts['mtaStsTxt']).toMatchObject({ source: { dns: { authenticated: true } } })
  })

  test('a zone whose signatures do not hold is told once', async () => {
    const line = lineOf('broken.test')
    expect(sorted(idsIn(line))).toEqual(
      sorted([...SHARED, 'dnssec.bogus', 'rpt.record.rua-external']),
    )
    expect(line.verdicts['mta-sts']).toBe('unknown')
    expect(line.unknown.map(({ fact, reason }) => `${fact} ${reason}`).toSorted()).toEqual([
      ...['mtaStsPolicyFile resolver', 'mtaStsTxt bogus', 'policyHost bogus'],
    ])
    expect((await check(['broken.test'])).code).toBe(1)
  })
})

describe('another clock', () => {
  const certificateIds = (line: ReportLine) =>
    line.findings
      .filter(({ id }) => id.startsWith('sts.fetch.cert-'))
      .map(({ id, severity }) => `${severity} ${id}`)

  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()

  test.each<[string, string, string[], string[]]>([
    ['before', '2020-02-01', ['error sts.fetch.cert-expiry'], []],
    ['soon', inDays(80), ['warning sts.fetch.cert-expiry'], ['error sts.fetch.cert-expiry']],
    ['after', inDays(100), ['error sts.fetch.cert-expiry'], ['error sts.fetch.cert-expiry']],
  ])('%s', async (_when, now, good, expired) => {
    const run = await check([`good.${ZONE}`, `expired.${ZONE}`], ['--now', now])
    expect(linesOf(run).map(certificateIds)).toEqual([good, expired])
  })
})

describe('through the Node door', () => {
  test('the same is found', async () => {
    const door = await startNodeDoor(lab.keeper, [
      ...['--ca', lab.ca, '--allow-private', '--resolver', lab.httpsUrl],
    ])
    const labels = ['good', 'expired', 'wrong-name', 'self-signed', 'no-intermediate', 'closed']
    const domains = labels.map((label) => `${label}.${ZONE}`)
    const run = await signet([
      ...['check', ...domains, '--json', '--proxy', door],
      ...['--resolver', lab.httpsUrl, '--ca', lab.ca],
    ])
    expect(linesOf(run).map(idsIn)).toEqual(domains.map((name) => idsIn(lineOf(name))))
    expect(run.code).toBe(1)
  })

  test('a door that does not answer says nothing about the domain', async () => {
    const run = await check([`good.${ZONE}`], ['--proxy', 'http://127.0.0.1:9'])
    expect(linesOf(run)[0]?.unknown).toEqual([
      expect.objectContaining({ fact: 'mtaStsPolicyFile', reason: 'proxy' }),
    ])
  })
})

test('without leave for private addresses the host is not connected to', async () => {
  const run = await signet([
    ...['check', `expired.${ZONE}`, '--json', '--resolver', lab.httpsUrl, '--ca', lab.ca],
  ])
  const line = linesOf(run)[0] as ReportLine
  expect(line.unknown).toEqual([
    expect.objectContaining({ fact: 'mtaStsPolicyFile', reason: 'private-address' }),
  ])
  expect(sorted(idsIn(line))).toEqual(sorted(HOSTED))
})

test.each<[string, string[]]>([
  ['a resolver in the clear that is not on loopback', ['--resolver', 'http://192.0.2.1/']],
  ['roots that are not there', ['--ca', '/nowhere/root.pem']],
])('%s is a wrong command', async (_what, more) => {
  const run = await check([`good.${ZONE}`], more)
  expect(run).toMatchObject({ code: 2, out: '' })
})
