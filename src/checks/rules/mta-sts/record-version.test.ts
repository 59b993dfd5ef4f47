import { expect, test } from 'vitest'
import { expectFindings, findingsFor, outcomeOf } from '../../../testing/expect-findings.ts'
import { noStsRecord, stsRecords } from '../../example.ts'
import { recordVersion as rule } from './record-version.ts'

test.each([
  ['the right spelling', ['v=STSv1; id=1'], []],
  ['a capital V, as in the talk', ['v=STSV1; id=2022051001;'], ['error sts.record.version-case']],
  ['another order', ['id=1; v=STSv1'], ['error sts.record.version-first']],
  ['blanks around the equals sign', ['v = STSv1; id=1'], ['error sts.record.version-blank']],
  ['quotes that were typed', ['"v=STSv1; id=1"'], ['error sts.record.version-blank']],
  ['a version that does not exist', ['v=STSv2; id=1'], ['error sts.record.wrong-version']],
  ['a small L for the digit', ['v=STSvl; id=1'], ['error sts.record.lookalike']],
  ['no delimiter', ['v=STSv1'], ['error sts.record.no-semicolon']],
  ['a stray SPF record', ['v=spf1 -all'], []],
  ['a misspelt record beside a good one', ['v=STSv1; id=1', 'v=STSV1; id=2'], []],
])('%s', (_, records, expected) => expectFindings(rule, stsRecords(...records), expected))

test('the spot is the version', () => {
  expect(findingsFor(rule, stsRecords('v=STSV1; id=1'))[0]).toMatchObject({
    about: '_mta-sts.example.com',
    spot: { fact: 'mtaStsTxt', index: 0, start: 0, end: 7 },
  })
})

test('without a record it does not apply', () => {
  expect(outcomeOf(rule, noStsRecord().facts).state).toBe('not-applicable')
})
