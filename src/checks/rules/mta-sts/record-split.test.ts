import { expect, test } from 'vitest'
import { expectFindings, findingsFor } from '../../../testing/expect-findings.ts'
import { stsRecords } from '../../example.ts'
import { recordSplit as rule } from './record-split.ts'

const long = 'x'.repeat(250)

test.each([
  ['one string', ['v=STSv1; id=1'], []],
  ['a blank at the gap', ['v=STSv1; ', 'id=1'], []],
  ['a blank after the gap', ['v=STSv1;', ' id=1'], []],
  ['a gap in a word', ['v=STSv1;', 'i', 'd=1'], ['notice sts.record.split']],
  ['a lost semicolon', ['v=STSv1', 'id=1'], ['error sts.record.split']],
  ['a lost semicolon later', ['v=STSv1; id=1', 'x=y'], ['error sts.record.split']],
  ['a blank too many', ['v=STSv1; id=2026 ', '083101'], ['error sts.record.split']],
  ['too long for one string', [`v=STSv1; id=1; x=${long}`, 'yz'], []],
  ['another record', ['v=spf1', '-all'], []],
])('%s', (_, strings, expected) => expectFindings(rule, stsRecords(strings), expected))

test('the place is where the strings meet', () => {
  expect(findingsFor(rule, stsRecords('v=STSv1; id=1', ['v=STSv1; id=1', 'x=y']))[0]).toMatchObject(
    {
      args: { broken: 'x=y' },
      spot: { index: 1, start: 13, end: 16 },
    },
  )
})
