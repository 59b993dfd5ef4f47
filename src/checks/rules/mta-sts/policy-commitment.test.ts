/** What the policy commits senders to: mode, lifetime and reports, judged by all rules about the file at once. */
import { describe, expect, test } from 'vitest'
import { nothing, policyFileFact, txtFact } from '../../../facts/build.ts'
import { absent, failed, found, type Fact } from '../../../facts/fact.ts'
import type { PreviousCheck, RawFactSet } from '../../../facts/fact-set.ts'
import { findingsOfAll, judgeAll } from '../../../testing/judge-all.ts'
import { outcomeOf } from '../../../testing/expect-findings.ts'
import { wordsOf } from '../../rule.ts'
import { policyText } from '../../example.ts'
import { POLICY_RULES } from './policy-list.ts'
import { policyMaxAgeLength } from './policy-max-age-length.ts'
import { policyModeReports } from './policy-mode-reports.ts'

const file = (mode: string, maxAge: string) => ({
  mtaStsPolicyFile: policyFileFact('example.com', policyText({ mode, maxAge })),
})
const judged = (facts: RawFactSet) =>
  judgeAll(POLICY_RULES, facts)
    .map((finding) => finding.replace('sts.policy.', ''))
    .sort()

describe('mode and max_age', () => {
  const TESTING = 'notice mode-testing'
  test.each([
    ['enforce', '2592000', []],
    ['enforce', '1209600', []],
    ['enforce', '1209599', ['warning max-age-short-enforce']],
    ['enforce', '86400', ['warning max-age-short-enforce']],
    ['enforce', '86399', ['error max-age-day']],
    ['enforce', '3600', ['error max-age-day']],
    ['enforce', '0', ['error max-age-zero']],
    ['enforce', '31557599', []],
    ['enforce', '31557600', ['warning max-age-at-maximum']],
    ['enforce', '31557601', ['error max-age-range']],
    ['enforce', '63072000', ['error max-age-range']],
    ['enforce', '9999999999', ['error max-age-range']],
    ['enforce', '99999999999', ['error max-age-syntax']],
    ['enforce', '604800s', ['error max-age-syntax']],
    ['enforce', '7d', ['error max-age-syntax']],
    ['enforce', '-1', ['error max-age-syntax']],
    ['enforce', '1e6', ['error max-age-syntax']],
    ['enforce', '86,400', ['error max-age-syntax']],
    ['enforce', '"86400"', ['error max-age-syntax']],
    ['enforce', '86400;', ['error max-age-syntax']],
    ['enforce', '', ['error max-age-syntax']],
    ['testing', '604800', [TESTING]],
    ['testing', '86400', [TESTING]],
    ['testing', '1209600', [TESTING]],
    ['testing', '1209601', [TESTING, 'warning max-age-long-testing']],
    // As the slides of the talk have it.
    [
      'testing',
      '31557600',
      [TESTING, 'warning max-age-at-maximum', 'warning max-age-long-testing'],
    ],
    ['testing', '3600', [TESTING, 'warning max-age-day']],
    ['testing', '0', [TESTING, 'warning max-age-zero']],
    ['none', '86400', ['notice mode-none']],
    ['none', '604800', ['notice mode-none']],
    ['none', '604801', ['warning mode-none']],
    ['none', '0', ['notice mode-none', 'warning max-age-zero']],
    ['nothing', '3600', ['error mode-value', 'warning max-age-day']],
  ])('%s, %s', (mode, maxAge, expected) =>
    expect(judged(file(mode, maxAge))).toEqual([...expected].sort()),
  )

  test('a field that is missing', () => {
    const without = policyText().replace(/max_age.*\r\n/, '')
    expect(judged({ mtaStsPolicyFile: policyFileFact('example.com', without) })).toEqual([
      'error max-age-missing',
    ])
  })

  test('titles count in days', () => {
    const titleOf = (mode: string, maxAge: string) => {
      const finding = findingsOfAll([policyMaxAgeLength], file(mode, maxAge))[0]
      return finding && wordsOf(policyMaxAgeLength, finding).title
    }
    expect(titleOf('enforce', '86400')).toBe('The policy is enforced, but kept for one day only')
    expect(titleOf('enforce', '604800')).toBe('The policy is enforced, but kept for 7 days only')
    expect(titleOf('testing', '31557599')).toBe(
      'The policy is in testing mode, but kept for 365 days',
    )
  })
})

describe('how long the policy has been in testing mode', () => {
  const NOW = Date.parse('2026-09-01T00:00:00Z')
  const old = 'warning mode-testing-old'
  const facts = (id: string, previous?: Partial<PreviousCheck>): RawFactSet => ({
    ...file('testing', '604800'),
    now: found(NOW, { name: 'clock', via: 'derived' }),
    mtaStsTxt: txtFact('_mta-sts.example.com', [`v=STSv1; id=${id}`]),
    ...(previous && { previous: found(checked(previous), { name: 'kept', via: 'derived' }) }),
  })
  const checked = (previous: Partial<PreviousCheck>): PreviousCheck => ({
    time: '2026-08-31T00:00:00Z',
    stsId: null,
    policyText: null,
    mode: 'testing',
    maxAge: null,
    ...previous,
  })

  test.each([
    ['an old date', facts('20220510'), [old]],
    ['an old date and a counter', facts('2022051001'), [old]],
    ['an old time', facts('20220510T120000Z'), [old]],
    ['91 days', facts('20260602'), [old]],
    ['90 days', facts('20260603'), []],
    ['a date to come', facts('20270101'), []],
    ['no such date', facts('20220231'), []],
    ['no date', facts('1'), []],
    ['an earlier check', facts('1', { time: '2026-05-01T00:00:00Z' }), [old]],
    [
      'an earlier check in another mode',
      facts('1', { time: '2026-05-01T00:00:00Z', mode: 'none' }),
      [],
    ],
    ['a check of yesterday', facts('1', {}), []],
    ['a check whose time is lost', facts('1', { time: 'x' }), []],
  ])('%s', (_, input, expected) =>
    expect(judged(input)).toEqual(['notice mode-testing', ...expected].sort()),
  )

  test('in another mode it does not matter, and without a record neither', () => {
    expect(judged({ ...facts('20220510'), ...file('enforce', '2592000') })).toEqual([])
    expect(judged({ ...facts('1'), mtaStsTxt: nothing('_mta-sts.example.com', 'TXT') })).toEqual([
      'notice mode-testing',
    ])
  })

  test('it says since when', () => {
    const finding = findingsOfAll(POLICY_RULES, facts('2022051001')).find(({ id }) =>
      id.endsWith('-old'),
    )
    expect(finding?.args).toEqual({ since: '2022-05-10', days: 1575 })
  })
})

describe('reports', () => {
  const NAME = '_smtp._tls.example.com'
  const rpt = (tlsRptTxt: Fact<never> | ReturnType<typeof txtFact>): RawFactSet => ({ tlsRptTxt })
  const none = rpt(nothing(NAME, 'TXT'))
  const good = rpt(txtFact(NAME, ['v=TLSRPTv1; rua=mailto:tls@example.com']))
  const broken = rpt(txtFact(NAME, ['v=TLSRPTv1; rua=']))
  const stray = rpt(txtFact(NAME, ['v=spf1 -all']))

  test.each([
    ['testing without', 'testing', none, ['notice mode-testing', 'warning mode-testing-no-rpt']],
    [
      'testing, not usable',
      'testing',
      broken,
      ['notice mode-testing', 'warning mode-testing-no-rpt'],
    ],
    ['testing with', 'testing', good, ['notice mode-testing']],
    ['enforce without', 'enforce', none, ['warning mode-enforce-no-rpt']],
    ['enforce, a stray record', 'enforce', stray, ['warning mode-enforce-no-rpt']],
    ['enforce with', 'enforce', good, []],
    ['none without', 'none', none, ['notice mode-none']],
    ['nobody asked', 'enforce', {}, []],
  ])('%s', (_, mode, reports, expected) =>
    expect(
      judged({ ...file(mode, mode === 'enforce' ? '2592000' : '604800'), ...reports }),
    ).toEqual([...expected].sort()),
  )

  test('when the record could not be looked up, nobody knows', () => {
    const source = { name: NAME, via: 'dns' } as const
    const facts = { ...file('enforce', '2592000'), tlsRptTxt: failed('timeout', '', source) }
    expect(outcomeOf(policyModeReports, facts).state).toBe('unknown')
    expect(judged(facts)).toEqual([])
    expect(judged({ ...facts, tlsRptTxt: absent('nodata', source) })).toEqual([
      'warning mode-enforce-no-rpt',
    ])
  })
})
