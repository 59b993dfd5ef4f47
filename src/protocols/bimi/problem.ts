import type { Taken } from '../text/cursor.ts'
import type { Problem } from '../text/problem.ts'

export type BimiRecordProblem =
  | 'version-case'
  | 'version-lookalike'
  | 'version-first'
  | 'version-other'
  | 'syntax'
  | 'bad-field'
  | 'trailing-junk'
  | 'escaped'
  | 'non-ascii'
  | 'split'
  | 'duplicate-tag'
  | 'tag-case'
  /** A tag in capitals that nothing needs: one more unknown tag. */
  | 'tag-case-beside'
  | 'l-missing'
  | 'l-scheme'
  | 'a-scheme'
  | 'uri-syntax'
  | 'uri-multiple'
  | 'l-extension'
  /** `.png` and the like: another picture format, a permanent error. */
  | 'l-other-format'
  | 'a-extension'
  | 'a-is-svg'
  | 'l-is-pem'
  | 'avp-value'
  | 'avp-default'
  | 'lps-syntax'
  | 'old-tags'
  | 'other-protocol'
  | 'unknown-tag'
  | 'semicolon-end'

export type BimiProblem = Problem<BimiRecordProblem>

export const SECTION = 'Assertion Record Definition'

export function problem(code: BimiRecordProblem, at: Taken, expected?: string): BimiProblem {
  const base = { code, span: { start: at.start, end: at.end }, section: SECTION, seen: at.text }
  return expected === undefined ? base : { ...base, expected }
}
