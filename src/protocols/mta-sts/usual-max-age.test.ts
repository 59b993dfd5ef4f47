import { expect, test } from 'vitest'
import { suitsMode, USUAL_MAX_AGE } from './usual-max-age.ts'

test.each([
  ['testing', 86399, false],
  ['testing', 86400, true],
  ['testing', 1209600, true],
  ['testing', 1209601, false],
  ['enforce', 1209599, false],
  ['enforce', 1209600, true],
  ['enforce', 31557599, true],
  ['enforce', 31557600, false],
  ['none', 0, false],
  ['none', 604800, true],
  ['none', 604801, false],
] as const)('%s for %i seconds', (mode, maxAge, expected) => {
  expect(suitsMode(mode, maxAge)).toBe(expected)
})

test('what is usual suits', () => {
  const { firstTest, test: later, enforce, settled, off } = USUAL_MAX_AGE
  expect([firstTest, later].every((age) => suitsMode('testing', age))).toBe(true)
  expect([enforce, settled].every((age) => suitsMode('enforce', age))).toBe(true)
  expect(suitsMode('none', off)).toBe(true)
})
