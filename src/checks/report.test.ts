import { describe, expect, test } from 'vitest'
import {
  dnsSource,
  hostAddresses,
  mxFact,
  nothing,
  policyFileFact,
  txtFact,
} from '../facts/build.ts'
import { absent, failed, found } from '../facts/fact.ts'
import type { RawFactSet } from '../facts/fact-set.ts'
import { policyText } from './example.ts'
import { findingsOf, judge, unknownOf, verdictOf, type Verdict } from './report.ts'
import type { Protocol } from './protocols.ts'

const domain = 'example.com'
const subject = { kind: 'domain', name: domain } as const
const sts = `_mta-sts.${domain}`
const rpt = `_smtp._tls.${domain}`
const hosts = ['mail1.example.com', 'mail2.example.com']
const timeout = failed('timeout', 'no answer in 5 s', dnsSource(sts, 'TXT'))

/** Everything in order: enforcing, with reports. */
const good: RawFactSet = {
  mx: mxFact(domain, ['10 mail1.example.com', '20 mail2.example.com']),
  mxHosts: found(
    hosts.map((name) => hostAddresses(name, ['192.0.2.1', '2001:db8::1'])),
    dnsSource(domain, 'MX'),
  ),
  mtaStsTxt: txtFact(sts, ['v=STSv1; id=2026083101']),
  policyHost: found(
    hostAddresses(`mta-sts.${domain}`, ['192.0.2.2', '2001:db8::2']),
    dnsSource(`mta-sts.${domain}`, 'A'),
  ),
  mtaStsPolicyFile: policyFileFact(domain, policyText()),
  tlsRptTxt: txtFact(rpt, ['v=TLSRPTv1; rua=mailto:tlsrpt@reports.example']),
}

const verdict = (facts: RawFactSet, protocol: Protocol) =>
  verdictOf(judge(subject, facts), protocol)

describe('verdicts', () => {
  test.each<[string, RawFactSet, Protocol, Verdict[]]>([
    ['all is well', {}, 'mta-sts', ['pass', 'notice']],
    ['all is well', {}, 'mx', ['pass']],
    ['a capital letter', { mtaStsTxt: txtFact(sts, ['v=STSV1; id=1']) }, 'mta-sts', ['error']],
    [
      'nothing published',
      {
        mtaStsTxt: nothing(sts, 'TXT'),
        policyHost: absent('nxdomain', dnsSource('x', 'A')),
        mtaStsPolicyFile: absent('no-host', dnsSource('x', 'A')),
      },
      'mta-sts',
      ['absent'],
    ],
    [
      'only a stray record',
      {
        mtaStsTxt: txtFact(sts, ['v=spf1 -all']),
        policyHost: absent('nxdomain', dnsSource('x', 'A')),
        mtaStsPolicyFile: absent('no-host', dnsSource('x', 'A')),
      },
      'mta-sts',
      ['absent'],
    ],
    // A stray record beside a real one does not make it go away.
    [
      'a record and a stray one',
      { mtaStsTxt: txtFact(sts, ['v=spf1 -all', 'v=STSv1; id=2026083101']) },
      'mta-sts',
      ['pass', 'notice'],
    ],
    ['no answer about the record', { mtaStsTxt: timeout }, 'mta-sts', ['unknown']],
    ['no answer about the file', { mtaStsPolicyFile: timeout }, 'mta-sts', ['unknown']],
    [
      'no answer, but an error is known',
      { mtaStsPolicyFile: timeout, mtaStsTxt: txtFact(sts, ['v=STSV1; id=1']) },
      'mta-sts',
      ['error'],
    ],
    [
      'no answer about one mail server',
      { mxHosts: found([{ name: 'a', a: timeout, aaaa: timeout }], dnsSource(domain, 'MX')) },
      'mx',
      ['unknown'],
    ],
    ['no reports', { tlsRptTxt: nothing(rpt, 'TXT') }, 'tls-rpt', ['absent']],
    ['reports unknown', { tlsRptTxt: timeout }, 'tls-rpt', ['unknown']],
    [
      'the other protocol is not touched',
      { tlsRptTxt: timeout },
      'mta-sts',
      ['pass', 'notice', 'warning'],
    ],
  ])('%s: %s', (_, change, protocol, expected) => {
    expect(expected).toContain(verdict({ ...good, ...change }, protocol))
  })
})

describe('verdicts of BIMI and what it needs', () => {
  const name = `default._bimi.${domain}`
  const dmarc = (record: string): RawFactSet => ({
    dmarcTxt: txtFact(`_dmarc.${domain}`, [record]),
    dmarcAbove: found(
      [{ name: '_dmarc.com', txt: nothing('_dmarc.com', 'TXT') }],
      dnsSource(domain, 'TXT'),
    ),
  })
  const record = (text: string): RawFactSet => ({ bimiTxt: txtFact(name, [text]) })
  const logo = 'v=BIMI1; l=https://example.com/logo.svg'
  const reject = 'v=DMARC1; p=reject; rua=mailto:d@example.com'
  const tlsa = (...records: string[]): RawFactSet => ({
    tlsa: found(
      [
        {
          host: 'mail1.example.com',
          tlsa: records.length > 0 ? found([], dnsSource('x', 'TLSA')) : nothing('x', 'TLSA'),
        },
      ],
      dnsSource(domain, 'MX'),
    ),
  })
  test.each<[string, RawFactSet, Protocol, Verdict]>([
    ['a logo and strict DMARC', { ...record(logo), ...dmarc(reject) }, 'bimi', 'pass'],
    ['a logo and lax DMARC', { ...record(logo), ...dmarc('v=DMARC1; p=none') }, 'bimi', 'error'],
    [
      'lax DMARC is good DMARC',
      { ...record(logo), ...dmarc('v=DMARC1; p=none; rua=mailto:d@example.com') },
      'dmarc',
      'pass',
    ],
    ['no logo', { bimiTxt: nothing(name, 'TXT'), ...dmarc('v=DMARC1; p=none') }, 'bimi', 'absent'],
    ['no answer about the record', { bimiTxt: timeout }, 'bimi', 'unknown'],
    [
      'no answer about the logo',
      { ...record(logo), ...dmarc(reject), indicator: timeout },
      'bimi',
      'unknown',
    ],
    ['DMARC that tells its policy', dmarc(reject), 'dmarc', 'pass'],
    ['no TLSA', tlsa(), 'dane', 'absent'],
    ['no mail server to have one', { mx: mxFact(domain, ['0 .']) }, 'dane', 'absent'],
    ['no answer about the mail servers', { mx: timeout }, 'dane', 'unknown'],
  ])('%s', (_, facts, protocol, expected) => expect(verdict(facts, protocol)).toBe(expected))
})

test('findings stand worst first', () => {
  const report = judge(subject, {
    ...good,
    mtaStsTxt: txtFact(sts, ['v=STSV1; id=1']),
    mx: mxFact(domain, ['10 mail1.example.com']),
  })
  const severities = findingsOf(report).map(({ words }) => words.severity)
  expect(severities[0]).toBe('error')
  expect(severities).toEqual(
    severities.toSorted((a, b) => 'ewn'.indexOf(a.charAt(0)) - 'ewn'.indexOf(b.charAt(0))),
  )
})

test('what could not be learned is listed with where and why, nested facts too', () => {
  const report = judge(subject, {
    ...good,
    mtaStsTxt: timeout,
    mxHosts: found(
      [{ name: 'a', a: timeout, aaaa: nothing('a', 'AAAA') }],
      dnsSource(domain, 'MX'),
    ),
  })
  expect(unknownOf(report)).toEqual([
    { fact: 'mxHosts', about: sts, reason: 'timeout', detail: 'no answer in 5 s' },
    { fact: 'mtaStsTxt', about: sts, reason: 'timeout', detail: 'no answer in 5 s' },
  ])
})

test('a report is plain JSON, and a saved one is judged alike', () => {
  const report = judge(subject, good)
  const saved = JSON.parse(JSON.stringify(report)) as typeof report
  expect(judge(saved.subject, saved.facts)).toEqual(report)
})
