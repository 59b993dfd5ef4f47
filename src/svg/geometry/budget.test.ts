import { expect, test } from 'vitest'
import { maySpend, withinBudget } from './budget.ts'

test('a budget ends, and the next begins anew', () => {
  const spend = (): boolean[] => [maySpend(50_000), maySpend(50_000), maySpend(1)]
  expect(withinBudget(spend)).toEqual([true, false, false])
  expect(withinBudget(spend)).toEqual([true, false, false])
})

test('without one there is no bound, and it comes back after an error', () => {
  expect(() =>
    withinBudget(() => {
      throw new Error('on purpose')
    }),
  ).toThrow('on purpose')
  expect(maySpend(1e9)).toBe(true)
})
