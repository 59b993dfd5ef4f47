import { expect, test } from 'vitest'
import { expectFindings, findingsFor } from '../../../testing/expect-findings.ts'
import { stsRecords } from '../../example.ts'
import { recordForm as rule } from './record-form.ts'

test.each([
  ['one semicolon at the end', 'v=STSv1; id=1;', []],
  ['blanks around semicolons', 'v=STSv1;\tid=1 ; ', []],
  [
    'a blank before the first semicolon',
    'v=STSv1 ; id=1',
    ['warning sts.record.blank-before-semicolon'],
  ],
  [
    'a tab before the first semicolon',
    'v=STSv1\t; id=1',
    ['warning sts.record.blank-before-semicolon'],
  ],
  ['a doubled semicolon', 'v=STSv1;; id=1', ['error sts.record.empty-field']],
  ['a doubled semicolon at the end', 'v=STSv1; id=1;;', ['error sts.record.empty-field']],
  ['only blanks between semicolons', 'v=STSv1; id=1; ;', ['error sts.record.empty-field']],
  ['a blank at the end', 'v=STSv1; id=1 ', ['error sts.record.trailing-blank']],
  ['a word', 'v=STSv1; id=1; hello', ['error sts.record.bad-field']],
  ['blanks around an equals sign', 'v=STSv1; id = 1', ['error sts.record.bad-field']],
  ['a second equals sign', 'v=STSv1; id=1; x=a=b', ['error sts.record.bad-field']],
  ['a blank in a value', 'v=STSv1; id=1; x=a b', ['error sts.record.bad-field']],
  ['an empty extension', 'v=STSv1; id=1; x=', ['error sts.record.bad-field']],
  ['a long name', `v=STSv1; id=1; ${'n'.repeat(33)}=1`, ['error sts.record.bad-field']],
  ['a name that begins with a hyphen', 'v=STSv1; id=1; -x=1', ['error sts.record.bad-field']],
  [
    'two of them',
    'v=STSv1; id=1; hello; x',
    ['error sts.record.bad-field', 'error sts.record.bad-field'],
  ],
  ['a backslash', 'v=STSv1\\; id=1', ['error sts.record.escaped']],
  ['a percent escape', 'v=STSv1%3B id=1', ['error sts.record.escaped']],
  ['an escaped quote', '\\"v=STSv1; id=1\\"', ['error sts.record.escaped']],
  ['an entity', '&quot;v=STSv1; id=1&quot;', ['error sts.record.escaped']],
  ['a backslash in an extension', 'v=STSv1; id=1; x=a\\b', ['warning sts.record.escaped']],
  ['an escape in an extension', 'v=STSv1; id=1; x=a%3Bb', ['warning sts.record.escaped']],
  ['a no-break space', 'v=STSv1;\u00a0id=1', ['error sts.record.non-ascii']],
  ['a full-width semicolon', 'v=STSv1；id=1', ['error sts.record.non-ascii']],
  ['curly quotes', 'v=STSv1; id=“1”', ['error sts.record.non-ascii']],
  ['a zero-width space', 'v=STSv1; id=1\u200b', ['error sts.record.non-ascii']],
  ['a line end', 'v=STSv1; id=1\n', ['error sts.record.non-ascii']],
  ['another record', 'v=spf1 ~all ', []],
])('%s', (_, record, expected) => expectFindings(rule, stsRecords(record), expected))

test('a blank before the semicolon beside another record: senders filter it out', () => {
  const facts = stsRecords('v=STSv1 ; id=1', 'v=spf1 -all')
  expectFindings(rule, facts, ['error sts.record.blank-before-semicolon'])
})

test('beside a good record a broken near miss is a stray', () => {
  expectFindings(rule, stsRecords('v=STSv1; id=1', 'v=STSV1;; id=2'), [])
})

test('each spot is in its own record', () => {
  const findings = findingsFor(rule, stsRecords('v=STSv1; id=1;;', 'v=STSv1; id=2; hello'))
  expect(findings.map(({ spot }) => spot)).toEqual([
    { fact: 'mtaStsTxt', index: 0, start: 14, end: 15 },
    { fact: 'mtaStsTxt', index: 1, start: 15, end: 20 },
  ])
})

test('a slip made a thousand times is told twenty times', () => {
  expect(findingsFor(rule, stsRecords(`v=STSv1${';'.repeat(1000)} id=1`))).toHaveLength(20)
})
