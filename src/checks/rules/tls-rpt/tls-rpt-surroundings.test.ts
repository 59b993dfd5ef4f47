import { describe, expect, test } from 'vitest'
import {
  dnsSource,
  hostAddresses,
  mxFact,
  noHost,
  nothing,
  txtFact,
  type DnsDetails,
} from '../../../facts/build.ts'
import { derive } from '../../../facts/derive/derive.ts'
import { failed, faulty, found } from '../../../facts/fact.ts'
import type { MailSubdomain, RawFactSet, ReportTarget } from '../../../facts/fact-set.ts'
import { judgeAll } from '../../../testing/judge-all.ts'
import { run } from '../../run.ts'
import { TLS_RPT_RULES } from './list.ts'

const NAME = '_smtp._tls.example.com'
const T = 'mailto:t@example.com'
const GOOD = `v=TLSRPTv1; rua=${T},https://r.example.com/v1`

const findings = (raw: RawFactSet): string[] => judgeAll(TLS_RPT_RULES, raw).toSorted()

const SEVERITIES: Record<string, string> = { E: 'error', W: 'warning', I: 'notice' }

/** `E version-case` as the catalogue writes it → `error rpt.record.version-case`. */
const expected = (short: readonly string[]): string[] =>
  short
    .map((line) => `${SEVERITIES[line.slice(0, 1)] ?? ''} rpt.record.${line.slice(2)}`)
    .toSorted()

const baseline: RawFactSet = {
  mx: mxFact('example.com', ['10 mail1.example.com', '20 mail2.example.com']),
  mtaStsTxt: txtFact('_mta-sts.example.com', ['v=STSv1; id=2026083101']),
  tlsRptTxt: txtFact(NAME, [GOOD]),
}
describe('aliases', () => {
  const alias = (...targets: string[]): DnsDetails => ({
    chain: targets.map((target, index) => ({ name: targets[index - 1] ?? NAME, target, ttl: 60 })),
  })
  test.each<[string, RawFactSet['tlsRptTxt'], string[]]>([
    ['to a record', txtFact(NAME, [GOOD], alias('v.example')), ['I cname']],
    [
      'to a misspelt record',
      txtFact(NAME, [`v=TLSRPTV1; rua=${T}`], alias('v.example')),
      ['I cname', 'E version-case'],
    ],
    ['to another record', txtFact(NAME, ['v=spf1 -all'], alias('v.example')), ['E cname-broken']],
    ['to nothing', nothing(NAME, 'TXT', 'nxdomain', alias('gone.example')), ['E cname-broken']],
    ['to a web server', nothing(NAME, 'TXT', 'nodata', alias('web.example')), ['E cname-broken']],
    [
      'to itself',
      faulty('alias-loop', 'back to itself', dnsSource(NAME, 'TXT', alias(NAME))),
      ['E cname-broken'],
    ],
  ])('%s', (_, tlsRptTxt, short) => {
    const raw = { ...baseline }
    if (tlsRptTxt) raw.tlsRptTxt = tlsRptTxt
    expect(findings(raw)).toEqual(expected(short))
  })

  test('the alias of a wildcard is nobody’s delegation', () => {
    const random = 'k3v9x2.example.com'
    const chain = [{ name: random, target: 'web.example', ttl: 300 }]
    const raw: RawFactSet = {
      ...baseline,
      tlsRptTxt: nothing(NAME, 'TXT', 'nodata', alias('web.example')),
      wildcard: found(
        { name: random, txt: nothing(random, 'TXT', 'nodata', { chain }) },
        dnsSource(random, 'TXT'),
      ),
    }
    expect(findings(raw)).toEqual(expected(['W present']))
  })
})

describe('targets', () => {
  const source = dnsSource('r.example.com', 'MX')
  const timeout = failed('timeout', '', source)
  const mail = (parts: Partial<ReportTarget>): RawFactSet => ({
    ...baseline,
    tlsRptTargets: found([{ uri: T, kind: 'mailto', host: 'example.com', ...parts }], source),
  })
  const web = (addresses: ReportTarget['addresses']): RawFactSet =>
    mail({
      kind: 'https',
      uri: 'https://r.example.com/v1',
      host: 'r.example.com',
      ...(addresses === undefined ? {} : { addresses }),
    })
  const unknown = { name: 'h', a: timeout, aaaa: timeout }

  test.each<[string, RawFactSet, string[]]>([
    ['a mail server', mail({ mx: mxFact('d', ['10 mail.d']) }), []],
    ['a null MX', mail({ mx: mxFact('d', ['0 .']) }), ['E rua-null-mx']],
    ['no such domain', mail({ mx: nothing('d', 'MX') }), ['E rua-target-nx']],
    [
      'no MX and no address',
      mail({ mx: nothing('d', 'MX', 'nodata'), addresses: hostAddresses('d', []) }),
      ['E rua-target-nx'],
    ],
    [
      'no MX and an address: implicit MX',
      mail({ mx: nothing('d', 'MX', 'nodata'), addresses: hostAddresses('d', ['192.0.2.1']) }),
      [],
    ],
    ['no MX and nobody asked further', mail({ mx: nothing('d', 'MX', 'nodata') }), []],
    ['an MX that could not be learnt', mail({ mx: timeout, addresses: noHost('d') }), []],
    ['a web server', web(hostAddresses('h', ['192.0.2.1'])), []],
    ['an IPv6 web server', web(hostAddresses('h', ['2001:db8::1'])), []],
    ['no web server', web(noHost('h')), ['E rua-target-nx']],
    ['a name without address', web(hostAddresses('h', [])), ['E rua-target-nx']],
    ['one half could not be learnt', web({ ...noHost('h'), aaaa: timeout }), []],
    ['a web server that could not be learnt', web(unknown), []],
    ['an address in brackets, not asked', web(undefined), []],
  ])('%s', (_, raw, short) => expect(findings(raw)).toEqual(expected(short)))

  test('what could not be learnt is unknown, not passed', () => {
    const outcomes = run(TLS_RPT_RULES, derive(web(unknown)))
    expect(outcomes.find(({ rule }) => rule === 'rpt.record.rua-target')?.state).toBe('unknown')
  })
})

describe('what surrounds the record', () => {
  const sub = (parts: Partial<MailSubdomain>): RawFactSet => ({
    ...baseline,
    mailSubdomains: found(
      [
        {
          name: 'mail.example.com',
          mx: mxFact('mail.example.com', ['10 mail.example.com']),
          mtaStsTxt: nothing('x', 'TXT'),
          tlsRptTxt: nothing('x', 'TXT'),
          ...parts,
        },
      ],
      dnsSource('example.com', 'MX'),
    ),
  })
  const ttl = (seconds: number | null): RawFactSet => ({
    ...baseline,
    tlsRptTxt: txtFact(NAME, [GOOD], { ttl: seconds }),
  })
  const noSts = { ...baseline, mtaStsTxt: nothing('_mta-sts.example.com', 'TXT') }
  const tlsa = (fact: ReturnType<typeof nothing> | ReturnType<typeof failed>): RawFactSet => ({
    ...noSts,
    tlsa: found([{ host: 'mail1.example.com', tlsa: fact }], dnsSource('x', 'TLSA')),
  })

  test.each<[string, RawFactSet, string[]]>([
    ['TTL 60', ttl(60), ['I ttl']],
    ['TTL 299', ttl(299), ['I ttl']],
    ['TTL 300', ttl(300), []],
    ['no TTL', ttl(null), []],
    ['a name below without a record', sub({}), ['I subdomain']],
    ['a name below with its own', sub({ tlsRptTxt: txtFact('x', [GOOD]) }), []],
    ['a name below without mail', sub({ mx: mxFact('x', ['0 .']) }), []],
    [
      'a name below that was not learnt',
      sub({ tlsRptTxt: failed('timeout', '', dnsSource('x', 'TXT')) }),
      [],
    ],
    ['no MTA-STS', noSts, ['I no-mta-sts']],
    ['neither MTA-STS nor DANE', tlsa(nothing('x', 'TLSA')), ['I no-mta-sts']],
    ['DANE not learnt', tlsa(failed('timeout', '', dnsSource('x', 'TLSA'))), []],
    ['a null MX', { ...baseline, mx: mxFact('example.com', ['0 .']) }, ['I no-mail']],
    ['a null MX without MTA-STS', { ...noSts, mx: mxFact('example.com', ['0 .']) }, ['I no-mail']],
  ])('%s', (_, raw, short) => expect(findings(raw)).toEqual(expected(short)))
})
