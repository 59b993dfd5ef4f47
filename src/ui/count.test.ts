import { expect, test } from 'vitest'
import { countOf, duration, elapsed, inWords, listed, tallyOf } from './count.ts'

test('small numbers are words, larger ones digits', () => {
  expect([0, 1, 12, 13].map(inWords)).toEqual(['no', 'one', 'twelve', '13'])
})

test('a count agrees with its noun', () => {
  expect(countOf(1, 'mail server')).toBe('one mail server')
  expect(countOf(3, 'mail server')).toBe('three mail servers')
  expect(tallyOf(2, 'alias', 'aliases')).toBe('2 aliases')
})

test('lists end in "and"', () => {
  expect(listed([])).toBe('')
  expect(listed(['a'])).toBe('a')
  expect(listed(['a', 'b'])).toBe('a and b')
  expect(listed(['a', 'b', 'c'])).toBe('a, b and c')
})

test.each([
  [604_800, '7 days'],
  [86_400, '1 day'],
  [3600, '1 hour'],
  [5400, '1.5 hours'],
  [59, '59 seconds'],
  [31_557_600, '365.25 days'],
  [0, '0 seconds'],
])('%i seconds are %s', (seconds, words) => {
  expect(duration(seconds)).toBe(words)
})

test('waits are told in the unit that fits', () => {
  expect(elapsed(41.4)).toBe('41\u00a0ms')
  expect(elapsed(1310)).toBe('1.3\u00a0s')
})
