/**
 * A bound on what one repair computes. There is no clock here; what counts is how many curves were held against how
 * many others. A drawing that is made to keep a page busy is declined instead.
 */

/** Some seconds on an old telephone. Ordinary drawings take a hundredth. */
const MOST = 60_000

let left = Infinity

/** Everything that is computed inside counts together. */
export function withinBudget<T>(compute: () => T): T {
  const before = left
  left = MOST
  try {
    return compute()
  } finally {
    left = before
  }
}

/** False when it has been enough. */
export function maySpend(amount: number): boolean {
  left -= amount
  return left >= 0
}
