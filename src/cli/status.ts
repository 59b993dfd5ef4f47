/**
 * The exit status: 1 when there is a finding of level error, else 3 when something needed could not be learned (or a rule
 * broke, and so did not say whether there is one), else 0.
 */
export type Status = 0 | 1 | 3

/** The status of both together. */
export function worseStatus(a: Status, b: Status): Status {
  if (a === 1 || b === 1) return 1
  return a === 0 ? b : a
}
