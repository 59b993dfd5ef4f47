import type { Protocol } from '../../../checks/protocols.ts'
import type { ReadBack } from '../../../checks/read-back.ts'
import { findingsOf, type Worded } from '../../../checks/report.ts'

/** What the rules say of a text before it is published, worst first. */
export function readBackFindings(
  { report, only }: ReadBack,
  of: readonly Protocol[] = only,
): Worded[] {
  return only.filter((one) => of.includes(one)).flatMap((one) => findingsOf(report, one))
}

/** "no error, no warning", or how many. */
export function readBackWords(findings: readonly Worded[]): string {
  const count = (severity: Worded['words']['severity']) =>
    findings.filter(({ words }) => words.severity === severity).length
  const [errors, warnings] = [count('error'), count('warning')]
  const error = errors === 0 ? 'no error' : errors === 1 ? 'one error' : `${errors} errors`
  const warning =
    warnings === 0 ? 'no warning' : warnings === 1 ? 'one warning' : `${warnings} warnings`
  return `${error}, ${warning}`
}
