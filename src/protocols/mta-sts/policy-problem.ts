import type { Problem, Span } from '../text/problem.ts'
import type { MxPatternFlaw } from './mx-pattern.ts'

/** Everything that can be wrong with, or worth knowing about, the text of a policy file. */
export type StsPolicyProblem =
  | 'empty'
  | 'bom'
  | 'encoding'
  /** `non-ascii` where the grammar has US-ASCII only; `non-ascii-extension` in an extension value, which is legal. */
  | 'non-ascii-extension'
  | 'ctl'
  | 'line-endings'
  | 'blank-line'
  | 'trailing-blank-lines'
  | 'no-final-newline'
  | 'leading-blank'
  | 'space-before-colon'
  | 'trailing-wsp'
  | 'comment'
  | 'syntax'
  | 'key-case'
  | 'key-typo'
  /** The right key stands in the file too, so the misspelt line is an unknown field and nothing more. */
  | 'key-case-beside'
  | 'key-typo-beside'
  | 'version-missing'
  | 'version-value'
  | 'version-first'
  | 'mode-missing'
  | 'mode-value'
  | 'max-age-missing'
  | 'max-age-syntax'
  | 'max-age-range'
  | 'mx-missing'
  | MxPatternFlaw
  | 'dup-field'
  | 'unknown-field'
  | 'colon-in-value'

export type P = Problem<StsPolicyProblem>

/** Problems with which a strictly conforming sender still uses the policy. */
const HARMLESS: ReadonlySet<StsPolicyProblem> = new Set<StsPolicyProblem>([
  'non-ascii-extension',
  'line-endings',
  'no-final-newline',
  'trailing-wsp',
  'key-case-beside',
  'key-typo-beside',
  'version-first',
  'mx-ip-domain',
  'dup-field',
  'unknown-field',
  'colon-in-value',
])

export function isHarmless({ code }: P): boolean {
  return HARMLESS.has(code)
}

const SECTION = '3.2'

export function problem(
  code: StsPolicyProblem,
  { start, end, text }: Span & { text: string },
  expected?: string,
): P {
  const base = { code, span: { start, end }, section: SECTION, seen: text }
  return expected === undefined ? base : { ...base, expected }
}
