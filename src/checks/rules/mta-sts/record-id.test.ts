import { expect, test } from 'vitest'
import { expectFindings, findingsFor } from '../../../testing/expect-findings.ts'
import { stsRecords } from '../../example.ts'
import { recordId as rule } from './record-id.ts'

const UUID = '0b9e9f9c-8f5c-4d0e-9d64-1f6f3c0f1a2b'

test.each([
  ['one character', 'v=STSv1; id=1', []],
  ['a time', 'v=STSv1; id=20260831085700Z', []],
  ['32 characters', `v=STSv1; id=${'a'.repeat(32)}`, []],
  ['none', 'v=STSv1;', ['error sts.record.id-missing']],
  ['only extensions', 'v=STSv1; x=y', ['error sts.record.id-missing']],
  ['in capitals', 'v=STSv1; ID=1', ['error sts.record.id-missing']],
  ['in capitals beside the right one', 'v=STSv1; id=1; ID=2', []],
  ['empty', 'v=STSv1; id=;', ['error sts.record.id-empty']],
  ['empty at the end', 'v=STSv1; id=', ['error sts.record.id-empty']],
  ['hyphens', 'v=STSv1; id=2026-08-31', ['error sts.record.id-charset']],
  ['an underscore', 'v=STSv1; id=2026_1', ['error sts.record.id-charset']],
  ['dots', 'v=STSv1; id=v1.2', ['error sts.record.id-charset']],
  ['a clock time', 'v=STSv1; id=20260831T08:57', ['error sts.record.id-charset']],
  ['quotes', 'v=STSv1; id="1"', ['error sts.record.id-charset']],
  ['33 characters', `v=STSv1; id=${'a'.repeat(33)}`, ['error sts.record.id-length']],
  ['a hash', `v=STSv1; id=${'0f'.repeat(32)}`, ['error sts.record.id-length']],
  ['a UUID has hyphens too', `v=STSv1; id=${UUID}`, ['error sts.record.id-charset']],
  ['two', 'v=STSv1; id=1; id=2', ['warning sts.record.id-duplicate']],
  ['a bad one after a good one', 'v=STSv1; id=1; id=a-b', ['warning sts.record.id-duplicate']],
  [
    'a bad one before a good one',
    'v=STSv1; id=a-b; id=1',
    ['error sts.record.id-charset', 'warning sts.record.id-duplicate'],
  ],
  ['a field that means to be the id is a bad field', 'v=STSv1; id = 1', []],
  ['without a semicolon there are no fields', 'v=STSv1', []],
])('%s', (_, record, expected) => expectFindings(rule, stsRecords(record), expected))

test('the value is marked', () => {
  expect(findingsFor(rule, stsRecords('v=STSv1; id=2026-08-31'))[0]).toMatchObject({
    args: { seen: '2026-08-31' },
    spot: { start: 12, end: 22 },
  })
})
