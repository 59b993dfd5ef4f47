import { expect, test } from 'vitest'
import { isNullMx, mailHosts, primaryHosts } from './mx.ts'

const mx = (...records: [number, string][]) =>
  records.map(([preference, exchange]) => ({ preference, exchange }))

test('a null MX is one record with the root as its target, whatever its preference', () => {
  expect(isNullMx(mx([0, '']))).toBe(true)
  expect(isNullMx(mx([10, '']))).toBe(true)
  expect(isNullMx(mx([0, ''], [10, 'a.example']))).toBe(false)
  expect(isNullMx([])).toBe(false)
})

test('hosts stand in the order of senders, each once, without the root', () => {
  const records = mx(
    [20, 'b.example'],
    [10, 'c.example'],
    [0, ''],
    [30, 'c.example'],
    [20, 'a.example'],
  )
  expect(mailHosts(records)).toEqual(['c.example', 'a.example', 'b.example'])
  expect(primaryHosts(records)).toEqual(['c.example'])
  expect(primaryHosts(mx([0, '']))).toEqual([])
})
