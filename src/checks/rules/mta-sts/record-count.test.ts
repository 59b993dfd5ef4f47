import { expect, test } from 'vitest'
import { expectFindings, findingsFor } from '../../../testing/expect-findings.ts'
import { stsRecords } from '../../example.ts'
import { recordCount as rule } from './record-count.ts'

const GOOD = 'v=STSv1; id=2026083101'

test.each([
  ['one', [GOOD], []],
  [
    'the two of the talk',
    ['v=STSv1; id=2022022401;', 'v=STSv1; id=2022051701;'],
    ['error sts.record.multiple'],
  ],
  ['three', [GOOD, 'v=STSv1; id=2', 'v=STSv1; id=3'], ['error sts.record.multiple']],
  ['a second one that is broken', [GOOD, 'v=STSv1; id=a-b'], ['error sts.record.multiple']],
  ['a near miss', [GOOD, 'v=STSV1; id=2'], ['warning sts.record.multiple-nearmiss']],
  ['a near miss first', ['v=STSv2; id=2', GOOD], ['warning sts.record.multiple-nearmiss']],
  [
    'a blank before the semicolon',
    [GOOD, 'v=STSv1 ; id=2'],
    ['warning sts.record.multiple-nearmiss'],
  ],
  ['an SPF record', [GOOD, 'v=spf1 -all'], ['notice sts.record.stray-txt']],
  [
    'both',
    [GOOD, 'v=spf1 -all', 'v = STSv1; id=1'],
    ['notice sts.record.stray-txt', 'warning sts.record.multiple-nearmiss'],
  ],
  ['two and an SPF record', [GOOD, 'v=STSv1; id=2', 'v=spf1 -all'], ['error sts.record.multiple']],
  ['near misses only', ['v=STSV1; id=1', 'v=STSV1; id=2'], []],
  ['an SPF record only', ['v=spf1 -all'], []],
])('%s', (_, records, expected) => expectFindings(rule, stsRecords(...records), expected))

test('the count is told, and the second record is marked', () => {
  const [finding] = findingsFor(rule, stsRecords('v=spf1 -all', GOOD, 'v=STSv1; id=2'))
  expect(finding).toMatchObject({ args: { count: 2 }, spot: { index: 2, start: 0, end: 13 } })
})
