import { describe, expect, test } from 'vitest'
import { dnsSource, txtFact } from '../../../facts/build.ts'
import { failed, found } from '../../../facts/fact.ts'
import { expectFindings, outcomeOf } from '../../../testing/expect-findings.ts'
import { all } from '../../example.ts'
import { dmarcRecords, dmarcWalk } from '../dmarc/examples.ts'
import { bimiDmarc as rule } from './dmarc.ts'
import { bimiRecords, LOGO, RECORD } from './examples.ts'
import { bimiSpf } from './spf.ts'

const bimi = bimiRecords(RECORD)
const rua = 'rua=mailto:d@example.com'

describe('the main domain', () => {
  test.each<[string, string[], string[]]>([
    ['rejects', [`v=DMARC1; p=reject; ${rua}`], []],
    ['quarantines', [`v=DMARC1; p=quarantine; ${rua}`], []],
    ['quarantines sub-domains', [`v=DMARC1; p=reject; sp=quarantine; ${rua}`], []],
    ['only monitors', [`v=DMARC1; p=none; ${rua}`], ['error bimi.dmarc.p-none']],
    ['says nothing', [`v=DMARC1; ${rua}`], ['error bimi.dmarc.p-none']],
    [
      'monitors, and it is said once',
      ['v=DMARC1; p=none; sp=none; pct=50; t=y'],
      ['error bimi.dmarc.p-none'],
    ],
    ['monitors sub-domains', [`v=DMARC1; p=reject; sp=none; ${rua}`], ['error bimi.dmarc.sp-none']],
    [
      'the sample with sp=none and pct=50',
      [`v=DMARC1; p=reject; sp=none; pct=50; ${rua}`],
      ['error bimi.dmarc.sp-none'],
    ],
    [
      'monitors invented names',
      [`v=DMARC1; p=reject; np=none; ${rua}`],
      ['warning bimi.dmarc.np-none'],
    ],
    ['quarantines half', [`v=DMARC1; p=quarantine; pct=50; ${rua}`], ['error bimi.dmarc.pct']],
    ['rejects half', [`v=DMARC1; p=reject; pct=50; ${rua}`], ['warning bimi.dmarc.pct']],
    [
      'rejects all, in old words',
      [`v=DMARC1; p=reject; pct=100; ${rua}`],
      ['notice bimi.dmarc.pct-100'],
    ],
    ['tests quarantine', [`v=DMARC1; p=quarantine; t=y; ${rua}`], ['error bimi.dmarc.t-y']],
    ['tests reject', [`v=DMARC1; p=reject; t=y; ${rua}`], ['warning bimi.dmarc.t-y']],
    ['wants no reports', ['v=DMARC1; p=reject'], ['notice bimi.dmarc.rua']],
    ['has no record', [], ['error bimi.dmarc.present']],
    ['has two', ['v=DMARC1; p=reject', 'v=DMARC1; p=none'], ['error bimi.dmarc.syntax']],
    ['has one that cannot be read', ['v=dmarc1; p=reject'], ['error bimi.dmarc.syntax']],
    ['has one without effect', ['v=DMARC1; p=block'], ['error bimi.dmarc.syntax']],
  ])('%s', (_, records, expected) =>
    expectFindings(rule, all(bimi, dmarcRecords(...records)), expected),
  )
})

describe('a sub-domain', () => {
  const reject = `v=DMARC1; p=reject; ${rua}`
  const none = `v=DMARC1; p=none; ${rua}`
  test.each<[string, Record<string, string>, string[]]>([
    ['inherits', { 'example.com': reject }, []],
    ['inherits none', { 'example.com': none }, ['error bimi.dmarc.p-none']],
    ['inherits sp=none', { 'example.com': `${reject}; sp=none` }, ['error bimi.dmarc.sp-none']],
    ['both enforce', { 'mail.example.com': reject, 'example.com': reject }, []],
    [
      'is weaker',
      { 'mail.example.com': none, 'example.com': reject },
      ['error bimi.dmarc.subdomain-weaker'],
    ],
    [
      'is stronger',
      { 'mail.example.com': reject, 'example.com': none },
      ['error bimi.dmarc.org-vs-author'],
    ],
    [
      'neither enforces',
      { 'mail.example.com': none, 'example.com': none },
      ['error bimi.dmarc.p-none'],
    ],
    [
      'enforces, main has sp=none',
      { 'mail.example.com': reject, 'example.com': `${reject}; sp=none` },
      ['error bimi.dmarc.sp-none'],
    ],
    [
      'is an organization of its own',
      { 'mail.example.com': `${reject}; psd=n`, 'example.com': none },
      [],
    ],
  ])('%s', (_, records, expected) =>
    expectFindings(rule, all(bimi, dmarcWalk('mail.example.com', records)), expected),
  )
})

test('a misspelt record still needs DMARC; a domain without BIMI owes it nothing', () => {
  const weak = dmarcRecords('v=DMARC1; p=none')
  expectFindings(rule, all(bimiRecords(`v=BIMl1; l=${LOGO}`), weak), ['error bimi.dmarc.p-none'])
  expectFindings(rule, all(bimiRecords('v=spf1 -all'), weak), [])
  expect(outcomeOf(rule, all(bimiRecords(), weak).facts).state).toBe('not-applicable')
  expect(outcomeOf(rule, weak.facts).state).toBe('not-applicable')
})

test('without an answer about DMARC nothing is blamed', () => {
  const dmarcTxt = failed('timeout', '', dnsSource('_dmarc.example.com', 'TXT'))
  const dmarcAbove = found([], { name: 'example.com', via: 'dns' as const })
  expect(outcomeOf(rule, { ...bimi.facts, dmarcTxt, dmarcAbove }).state).toBe('unknown')
})

test.each([
  ['v=spf1 +all', ['warning bimi.spf.strength']],
  ['v=spf1 all', ['warning bimi.spf.strength']],
  ['v=spf1 ?all', ['warning bimi.spf.strength']],
  ['v=spf1 mx include:a.example ~all', []],
  ['v=spf1 -all', []],
  ['v=spf1 include:all.example -all', []],
  ['not spf +all', []],
])('SPF: %s', (text, expected) => {
  expectFindings(bimiSpf, { ...bimi.facts, domainTxt: txtFact('example.com', [text]) }, expected)
})
