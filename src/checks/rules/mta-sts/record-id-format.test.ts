import { expect, test } from 'vitest'
import { expectFindings, findingsFor } from '../../../testing/expect-findings.ts'
import { stsRecords } from '../../example.ts'
import { recordIdFormat as rule } from './record-id-format.ts'

const notice = ['notice sts.record.id-format']

test.each([
  ['a date and a counter', 'v=STSv1; id=2026051001', []],
  ['a date and a time', 'v=STSv1; id=20260831085700Z', []],
  ['seconds since 1970', 'v=STSv1; id=1788163200', []],
  ['a letter', 'v=STSv1; id=a', notice],
  ['a number', 'v=STSv1; id=1', notice],
  ['no month 13', 'v=STSv1; id=2026133101', notice],
  ['a broken id has other findings', 'v=STSv1; id=a-b', []],
  ['so has a broken record', 'v=STSV1; id=a', []],
])('%s', (_, record, expected) => expectFindings(rule, stsRecords(record), expected))

test('of two records none is used, so neither is judged', () => {
  expectFindings(rule, stsRecords('v=STSv1; id=a', 'v=STSv1; id=b'), [])
})

test('the id is marked, in the record that counts', () => {
  const facts = stsRecords('v=spf1 -all', 'v=STSv1; x=1; id=a')
  expect(findingsFor(rule, facts)[0]?.spot).toEqual({
    fact: 'mtaStsTxt',
    index: 1,
    start: 17,
    end: 18,
  })
})
