import type { Verdict } from '../../../checks/report.ts'
import type { StatusKind } from '../../../ui/status-shapes.tsx'

/** How a thing stands, as the page shows it: each has a shape, a word and a colour of its own. */
export type Standing = StatusKind

/** A verdict of `notice` reads Pass: its notices are counted beside it. */
export function standingOf(verdict: Verdict): Standing {
  return verdict === 'notice' ? 'pass' : verdict
}
