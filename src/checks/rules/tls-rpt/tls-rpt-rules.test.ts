import { describe, expect, test } from 'vitest'
import { dnsSource, mxFact, nothing, txtFact } from '../../../facts/build.ts'
import { derive } from '../../../facts/derive/derive.ts'
import { failed, found } from '../../../facts/fact.ts'
import type { RawFactSet } from '../../../facts/fact-set.ts'
import { judgeAll } from '../../../testing/judge-all.ts'
import { wordsOf } from '../../rule.ts'
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
const records = (...texts: (string | string[])[]): RawFactSet => ({
  ...baseline,
  tlsRptTxt: txtFact(NAME, texts),
})

describe('one record, judged by all rules', () => {
  test.each<[string, string[]]>([
    [GOOD, []],
    [`v=TLSRPTv1;rua=${T} , https://r.example.com/ ;`, []],
    ['v=TLSRPTv1; rua=mailto:tls@example.com', ['I rua-same-domain-tls']],
    ['v=TLSRPTv1; rua=mailto:tls@mail.example.com', ['I rua-same-domain-tls']],
    [`v=TLSRPTV1; rua=${T}`, ['E version-case']],
    [`v=tlsrptv1; rua=${T}`, ['E version-case']],
    [`v=TLSRPT1; rua=${T}`, ['E version-typo']],
    [`v=TLS-RPTv1; rua=${T}`, ['E version-typo']],
    [`v=TLSRPTvl; rua=${T}`, ['E version-typo']],
    [`v=TLSv1; rua=${T}`, ['E version-typo']],
    [`v=TLSRP\u0422v1; rua=${T}`, ['E lookalike']],
    [`rua=${T}; v=TLSRPTv1`, ['E version-first']],
    [`v = TLSRPTv1; rua=${T}`, ['E version-first']],
    [`v=TLSRPTv1 rua=${T}`, ['E version-first']],
    [`v=TLSRPTv1 ; rua=${T},https://r.example.com/`, ['W blank-before-semicolon']],
    ['v=TLSRPTv1;', ['E rua-missing']],
    [`v=TLSRPTv1; RUA=${T}`, ['E rua-missing']],
    [`v=TLSRPTv1; ruf=${T}`, ['E rua-missing']],
    ['v=TLSRPTv1; rua=', ['E rua-empty']],
    ['v=TLSRPTv1; rua=mailto:', ['E rua-empty']],
    ['v=TLSRPTv1; rua=t@example.com', ['E rua-no-scheme']],
    ['v=TLSRPTv1; rua=http://r.example.com/', ['E rua-scheme']],
    ['v=TLSRPTv1; rua=ftp://r.example.com/', ['E rua-scheme']],
    ['v=TLSRPTv1; rua=tel:+4930123', ['E rua-scheme']],
    [`v=TLSRPTv1; rua=http://r.example.com/,${T}`, ['W rua-scheme', 'I rua-same-domain-tls']],
    ['v=TLSRPTv1; rua=mailto:t', ['E rua-mailto-syntax']],
    ['v=TLSRPTv1; rua=mailto:<t@example.com>', ['E rua-mailto-syntax']],
    ['v=TLSRPTv1; rua=mailto://t@example.com', ['E rua-mailto-syntax']],
    ['v=TLSRPTv1; rua=mailto:t@example.com b@example.com', ['E rua-mailto-syntax']],
    ['v=TLSRPTv1; rua=https:/r.example.com', ['E rua-https-syntax']],
    ['v=TLSRPTv1; rua=https://', ['E rua-https-syntax']],
    [`v=TLSRPTv1; rua=${T}!10m`, ['E rua-size-suffix']],
    ['v=TLSRPTv1; rua=https://r.example.com/a;b', ['E rua-unescaped']],
    ['v=TLSRPTv1; rua=https://r.example.com/a!b', ['E rua-unescaped']],
    ['v=TLSRPTv1; rua=https://r.example.com/a,b', ['E rua-unescaped']],
    [`v=TLSRPTv1; rua=${T};mailto:u@example.com`, ['E rua-separator']],
    [`v=TLSRPTv1; rua=${T} mailto:u@example.com`, ['E rua-separator']],
    [`v=TLSRPTv1; rua=${T},u@example.com`, ['E rua-second-no-scheme']],
    [
      `v=TLSRPTv1; rua=${T}; rua=mailto:u@example.com`,
      ['W rua-duplicate-field', 'I rua-same-domain-tls'],
    ],
    [`v=TLSRPTv1; rua=${T},mailto:T@EXAMPLE.com`, ['I rua-duplicate-uri', 'I rua-same-domain-tls']],
    [`v=TLSRPTv1; rua=${T},mailto:u@example.com,https://r.example.com/`, ['I rua-many']],
    [`v=TLSRPTv1; rua=${T}?subject=x,https://r.example.com/`, ['W rua-mailto-query']],
    [`v=TLSRPTv1; rua=${T},`, ['W rua-empty-item', 'I rua-same-domain-tls']],
    ['v=TLSRPTv1; rua=,', ['E rua-empty-item']],
    ['v=TLSRPTv1; rua=mailto:x@vendor.example', ['I rua-external']],
    ['v=TLSRPTv1; rua=mailto:x@vendor.example,mailto:y@vendor.example', ['I rua-external']],
    ['v=TLSRPTv1; rua=mailto:x@a.example,https://b.example/', ['I rua-external', 'I rua-external']],
    [`v=TLSRPTv1; rua=${T},mailto:x@vendor.example`, ['I rua-external']],
    ['v=TLSRPTv1; rua=https://r.example.com/', ['I https-only']],
    ['v=TLSRPTv1; rua=https://[2001:db8::1]/', ['I https-only', 'I rua-external']],
    ['v=TLSRPTv1; rua=mailto:katie@example.com,https://r.example.com/', ['I rua-personal']],
    [`v=TLSRPTv1; hello; rua=${T}`, ['E bad-field']],
    [`v=TLSRPTv1; rua=${T}; hello`, ['E bad-field']],
    [`v=TLSRPTv1; rua = ${T}`, ['E bad-field']],
    [`v=TLSRPTv1;; rua=${T}`, ['E empty-field']],
    [`v=TLSRPTv1; rua=${T} `, ['E trailing-blank']],
    [`v=TLSRPTv1\\; rua=${T}`, ['E escaped']],
    [`${GOOD}; x=a\\b`, ['W escaped', 'I unknown-field']],
    [`v=TLSRPTv1;\u00a0rua=${T}`, ['E non-ascii']],
    [`${GOOD}; ri=86400`, ['I unknown-field']],
  ])('%s', (text, short) => expect(findings(records(text))).toEqual(expected(short)))

  test.each<[string[], string[]]>([
    [['v=TLSRPTv1', `rua=${T}`], ['E split']],
    [['v=TLSRPTv1; rua=mailto:t', ' x@example.com'], ['E split']],
    [['v=TLSRPTv1; rua=mailto:t', `@example.com,https://r.example.com/`], ['I split']],
    [['v=TLSRPTv1; ', `rua=${T},https://r.example.com/`], []],
    [[`v=TLSRPTv1; rua=${T},https://r.example.com/${'x'.repeat(200)}`, 'y'.repeat(60)], []],
  ])('strings %j', (strings, short) => expect(findings(records(strings))).toEqual(expected(short)))
})

describe('several records', () => {
  test.each<[string, string[], string[]]>([
    ['two', [GOOD, `v=TLSRPTv1; rua=${T}`], ['E multiple']],
    ['two, one of them broken', [GOOD, 'v=TLSRPTv1; rua=t@d'], ['E multiple', 'E rua-no-scheme']],
    ['a wildcard SPF beside it', [GOOD, 'v=spf1 -all'], ['I stray-txt']],
    ['a misspelt one beside it', ['v=TLSRPTV1; rua=t@d', GOOD], ['I stray-txt']],
    [
      'a misspelt one beside another',
      [`v=TLSRPTV1; rua=${T}`, 'x'],
      ['E version-case', 'I stray-txt'],
    ],
    [
      'a blank that now matters',
      [`v=TLSRPTv1 ; rua=${T}`, 'x'],
      ['E blank-before-semicolon', 'I stray-txt'],
    ],
    ['only others', ['v=spf1 -all'], ['W present']],
  ])('%s', (_, texts, short) => expect(findings(records(...texts))).toEqual(expected(short)))
})

describe('no record', () => {
  const none: RawFactSet = { ...baseline, tlsRptTxt: nothing(NAME, 'TXT') }
  const elsewhere = (name: string, text = GOOD): RawFactSet => ({
    ...none,
    tlsRptElsewhere: found([{ name, txt: txtFact(name, [text]) }], dnsSource(name, 'TXT')),
  })

  test.each<[string, RawFactSet, string[]]>([
    ['NXDOMAIN', none, ['W present']],
    ['NODATA', { ...none, tlsRptTxt: nothing(NAME, 'TXT', 'nodata') }, ['W present']],
    ['a domain that takes no mail', { ...none, mx: mxFact('example.com', ['0 .']) }, []],
    ['a domain that does not exist', { ...none, mx: nothing('example.com', 'MX') }, []],
    ['at _tls', elsewhere('_tls.example.com'), ['E wrong-name']],
    ['at the other order', elsewhere('_tls._smtp.example.com'), ['E wrong-name']],
    ['misspelt and misplaced', elsewhere('_tls.example.com', 'v=TLSRPTv1'), ['E wrong-name']],
    ['something else at _tls', elsewhere('_tls.example.com', 'v=spf1 -all'), ['W present']],
    [
      'at the domain itself',
      { ...none, domainTxt: txtFact('example.com', ['v=spf1 -all', GOOD]) },
      ['E wrong-name'],
    ],
    ['not asked', { mx: mxFact('example.com', ['10 mail1.example.com']) }, []],
    ['not learnt', { ...none, tlsRptTxt: failed('timeout', '', dnsSource(NAME, 'TXT')) }, []],
  ])('%s', (_, raw, short) => expect(findings(raw)).toEqual(expected(short)))

  test('the words grow when senders insist on TLS', () => {
    const title = (raw: RawFactSet) => {
      const [rule] = TLS_RPT_RULES
      const [outcome] = run(TLS_RPT_RULES, derive(raw))
      if (rule === undefined || outcome?.state !== 'ran') throw new Error('no outcome')
      return outcome.findings.map((finding) => wordsOf(rule, finding).title).join('\n')
    }
    const noSts = nothing('_mta-sts.example.com', 'TXT')
    const tlsa = { usage: 3, selector: 1, matchingType: 1, data: 'ab' }
    const dane: RawFactSet = {
      tlsa: found(
        [{ host: 'mail1.example.com', tlsa: found([tlsa], dnsSource('x', 'TLSA')) }],
        dnsSource('x', 'TLSA'),
      ),
    }
    expect(title(none)).toMatch(/^MTA-STS is set up/)
    expect(title({ ...none, mtaStsTxt: noSts, ...dane })).toMatch(/^DANE is set up/)
    expect(title({ ...none, mtaStsTxt: noSts })).toMatch(/^No TLS-RPT/)
  })
})

describe('whose mailbox', () => {
  const personal = (mailbox: string) =>
    findings(records(`v=TLSRPTv1; rua=mailto:${mailbox}@example.com,https://r.example.com/`))
  test.each([
    'katie',
    'Katie',
    'john.doe',
    'jane_doe',
    'k.miller',
    'katie2',
    'anna+tls',
    'miller.tom',
  ])('%s', (mailbox) => expect(personal(mailbox)).toEqual(expected(['I rua-personal'])))
  test.each([
    ...['tlsrpt', 'tls-reports', 'tls.reports', 'a', 't', 'rua', 'postmaster', 'x7f3q', 'dmarc'],
    ...['tls.rpt', 'hostmaster', 'reports', 'smtp', 'mta.sts', 'tls-rpt-example.com', 'j.reports'],
  ])('%s is a task', (mailbox) => expect(personal(mailbox)).toEqual([]))
})

test('a record that was pasted is judged by itself', () => {
  const raw: RawFactSet = {
    tlsRptTxt: found([{ text: `v=TLSRPTv1; rua=${T}`, strings: [], encoding: 'utf-8' }], {
      name: 'the record',
      via: 'pasted',
    }),
  }
  expect(findings(raw)).toEqual([])
})
