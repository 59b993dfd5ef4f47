import { describe, expect, test } from 'vitest'
import { found } from '../../../facts/fact.ts'
import type { PreviousCheck } from '../../../facts/fact-set.ts'
import { expectFindings, outcomeOf } from '../../../testing/expect-findings.ts'
import { all, noPolicyFile, policyFile, policyText, seen, stsRecords } from '../../example.ts'
import { recordChange as rule } from './record-change.ts'

const TEXT = policyText()
const OTHER = policyText({ mode: 'testing' })
const before = (kept: Partial<PreviousCheck>) =>
  seen('the last check', {
    previous: found(
      {
        time: '2026-08-31T08:00:00Z',
        stsId: '1',
        policyText: TEXT,
        mode: 'enforce',
        maxAge: 2592000,
        ...kept,
      },
      { name: 'the last check', via: 'derived' },
    ),
  })

describe('against the last check', () => {
  test.each([
    ['nothing changed', '1', TEXT, {}, []],
    ['both changed', '2', OTHER, {}, []],
    ['only the policy', '1', OTHER, {}, ['error sts.record.id-unchanged']],
    ['only the id', '2', TEXT, {}, ['notice sts.record.id-changed-only']],
    ['only the line ends', '1', TEXT.replaceAll('\r\n', '\n'), {}, []],
    ['only the last line end', '1', TEXT.trimEnd(), {}, []],
    ['a blank line came', '1', `${TEXT}\r\n`, {}, ['error sts.record.id-unchanged']],
    ['no policy was seen then', '1', TEXT, { policyText: null }, []],
    ['no record was seen then', '1', OTHER, { stsId: null }, []],
  ])('%s', (_, id, text, kept, expected) =>
    expectFindings(
      rule,
      all(stsRecords(`v=STSv1; id=${id}`), policyFile(text), before(kept)),
      expected,
    ),
  )
})

test('without a last check or a policy it does not apply', () => {
  const record = stsRecords('v=STSv1; id=1')
  expect(outcomeOf(rule, all(record, policyFile(TEXT)).facts).state).toBe('not-applicable')
  expect(outcomeOf(rule, all(record, noPolicyFile(), before({})).facts).state).toBe(
    'not-applicable',
  )
})

test('a record that nobody can use has no id to compare', () => {
  expectFindings(rule, all(stsRecords('v=STSV1; id=2'), policyFile(TEXT), before({})), [])
})
