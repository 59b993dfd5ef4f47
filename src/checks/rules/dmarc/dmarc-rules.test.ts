import { describe, expect, test } from 'vitest'
import { dnsSource, nothing, txtFact } from '../../../facts/build.ts'
import { failed, found } from '../../../facts/fact.ts'
import type { RawFactSet } from '../../../facts/fact-set.ts'
import { judgeAll } from '../../../testing/judge-all.ts'
import { expectFindings, outcomeOf } from '../../../testing/expect-findings.ts'
import { dmarcConsent } from './consent.ts'
import { dmarcDiscovery } from './discovery.ts'
import { dmarcRecords, dmarcWalk } from './examples.ts'
import { DMARC_RULES } from './list.ts'
import { dmarcPresence, elsewhere } from './presence.ts'

/** All DMARC rules but the one that always tells the policy. */
function expectDmarc(facts: RawFactSet, expected: string[]): void {
  const seen = judgeAll(DMARC_RULES, facts).filter((id) => id !== 'notice dmarc.policy.effective')
  expect(seen.sort()).toEqual([...expected].sort())
}

describe('one record', () => {
  test.each<[string, string[]]>([
    ['v=DMARC1; p=reject; rua=mailto:d@example.com', []],
    ['v=DMARC1;p=Quarantine', []],
    ['v=DMARC1.0; p=none', ['error dmarc.record.version']],
    ['v=dmarc1; p=none', ['error dmarc.record.version']],
    ['p=none; v=DMARC1', ['error dmarc.record.version']],
    ['v=DMARC1;', ['error dmarc.record.p-missing']],
    ['v=DMARC1; p=block', ['error dmarc.record.p-missing']],
    ['v=DMARC1; p=block; rua=mailto:d@example.com', ['warning dmarc.record.p-missing']],
    ['v=DMARC1; rua=mailto:d@example.com', ['warning dmarc.record.p-missing']],
    ['v=DMARC1; p=reject; sp=monitor', ['error dmarc.record.sp-np-invalid']],
    ['v=DMARC1; p=reject; np=x; rua=mailto:d@example.com', ['warning dmarc.record.sp-np-invalid']],
    ['v=DMARC1; rua=mailto:d@example.com; p=none', ['notice dmarc.record.p-position']],
    ['v=DMARC1; p=reject; pct=100', ['notice dmarc.record.old-tags']],
    ['v=DMARC1; p=reject; pct=50', ['warning dmarc.record.old-tags']],
    ['v=DMARC1; p=reject; ri=86400', ['notice dmarc.record.old-tags']],
    ['v=DMARC1; p=reject; t=y', ['warning dmarc.record.t-y']],
    ['v=DMARC1; p=reject; psd=y', ['warning dmarc.record.psd']],
    ['v=DMARC1; p=none; rua=d@example.com', ['warning dmarc.record.rua-syntax']],
    ['v=DMARC1; p=none; foo=1', ['notice dmarc.record.unknown-tag']],
    ['v=DMARC1; p=none; p=reject', ['warning dmarc.record.dup-tag']],
    ['v=DMARC1; p=none; hello', ['warning dmarc.record.bad-field']],
  ])('%s', (record, expected) => expectDmarc(dmarcRecords(record).facts, expected))
})

describe('which record', () => {
  test.each<[string, RawFactSet, string[]]>([
    ['none', dmarcRecords().facts, ['warning dmarc.record.present']],
    [
      'another TXT record only',
      dmarcRecords('v=spf1 -all').facts,
      ['warning dmarc.record.present'],
    ],
    [
      'two',
      dmarcRecords('v=DMARC1; p=none', 'v=DMARC1; p=reject').facts,
      ['error dmarc.record.multiple'],
    ],
    [
      'a misspelt one beside a good one',
      dmarcRecords('v=DMARC1; p=none', 'v=dmarc1; p=reject').facts,
      [],
    ],
    [
      'at the domain itself',
      {
        ...dmarcRecords().facts,
        domainTxt: txtFact('example.com', ['v=spf1 -all', 'v=DMARC1; p=none']),
      },
      ['error dmarc.record.wrong-name'],
    ],
    [
      'at dmarc. without underscore',
      {
        ...dmarcRecords().facts,
        dmarcElsewhere: elsewhere('dmarc.example.com', 'v=DMARC1; p=none'),
      },
      ['error dmarc.record.wrong-name'],
    ],
    [
      'asked elsewhere in vain',
      { ...dmarcRecords().facts, dmarcElsewhere: elsewhere('dmarc.example.com') },
      ['warning dmarc.record.present'],
    ],
    ['inherited', dmarcWalk('mail.example.com', { 'example.com': 'v=DMARC1; p=reject' }).facts, []],
  ])('%s', (_, facts, expected) => expectDmarc(facts, expected))

  const unheard = (name: string): RawFactSet => {
    const timeout = failed('timeout', 'no answer', dnsSource(`_dmarc.${name}`, 'TXT'))
    const above = [{ name: `_dmarc.${name}`, txt: timeout }]
    return {
      dmarcTxt: nothing('_dmarc.mail.example.com', 'TXT'),
      dmarcAbove: found(above, { name: 'mail.example.com', via: 'dns' }),
    }
  }

  test('a walk that could not be finished leaves the policy unknown', () => {
    expect(outcomeOf(dmarcPresence, unheard('example.com')).state).toBe('unknown')
  })

  test('a top-level domain that was not heard does not', () => {
    expect(outcomeOf(dmarcPresence, unheard('com')).state).toBe('ran')
  })
})

describe('discovery', () => {
  test.each<[string, Record<string, string>, string[]]>([
    ['example.com', { 'example.com': 'v=DMARC1; p=reject' }, ['notice dmarc.policy.effective']],
    [
      'mail.example.com',
      { 'example.com': 'v=DMARC1; p=reject; sp=none' },
      ['notice dmarc.policy.effective'],
    ],
    ['example.com', {}, []],
    [
      'a.mail.example.com',
      { 'mail.example.com': 'v=DMARC1; p=reject; psd=n', 'example.com': 'v=DMARC1; p=none' },
      ['notice dmarc.policy.effective', 'notice dmarc.walk.psl-differs'],
    ],
    // the list knows example.com, the walk finds nothing above the sub-domain's own record
    [
      'mail.example.com',
      { 'mail.example.com': 'v=DMARC1; p=reject' },
      ['notice dmarc.policy.effective', 'notice dmarc.walk.psl-differs'],
    ],
  ])('%s with %o', (domain, records, expected) =>
    expectFindings(dmarcDiscovery, dmarcWalk(domain, records), expected),
  )
})

test('a foreign target that could not be asked is no finding', () => {
  const name = 'example.com._report._dmarc.vendor.example'
  const consents = (txt: Parameters<typeof found>[0] & object) =>
    found([{ domain: 'vendor.example', txt }], { name: 'example.com', via: 'dns' as const })
  const facts = (txt: object) => ({ dmarcConsents: consents(txt) }) as RawFactSet
  expectFindings(dmarcConsent, facts(failed('timeout', '', dnsSource(name, 'TXT'))), [])
  expectFindings(dmarcConsent, facts(nothing(name, 'TXT')), ['warning dmarc.record.rua-external'])
  expectFindings(
    dmarcConsent,
    facts(txtFact(name, ['v=DMARC1; rua=mailto:other@vendor.example'])),
    [],
  )
})
