import type { Taken } from '../text/cursor.ts'
import type { Problem } from '../text/problem.ts'
import type { RuaProblem } from './rua.ts'

export type TlsRptProblem =
  | 'version-case'
  | 'version-typo'
  | 'version-first'
  | 'lookalike'
  | 'blank-before-semicolon'
  | 'split'
  | 'rua-missing'
  | 'rua-duplicate-field'
  | RuaProblem
  | 'bad-field'
  | 'empty-field'
  | 'trailing-blank'
  | 'non-ascii'
  /** An escape in a text that stays valid: in the value of an extension, or `&amp;` in a URL. */
  | 'escape-kept'
  | 'unknown-field'

/** Problems with which the record is still what a strict sender uses. */
const HARMLESS: ReadonlySet<TlsRptProblem> = new Set([
  'blank-before-semicolon',
  'rua-duplicate-field',
  'rua-duplicate-uri',
  'rua-empty-item-beside',
  'rua-mailto-query',
  'rua-many',
  'rua-scheme-beside',
  'escape-kept',
  'unknown-field',
])

/** Does the record stay in use in spite of it? */
export function isHarmless({ code }: Problem<TlsRptProblem>): boolean {
  return HARMLESS.has(code)
}

/** All of them are about RFC 8460 section 3. */
export function problem(code: TlsRptProblem, at: Taken, expected?: string): Problem<TlsRptProblem> {
  const base = { code, span: { start: at.start, end: at.end }, section: '3', seen: at.text }
  return expected === undefined ? base : { ...base, expected }
}
