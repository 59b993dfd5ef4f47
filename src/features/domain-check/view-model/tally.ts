import { findingsOf, unknownOf, type Report } from '../../../checks/report.ts'
import { tallyOf } from '../../../ui/count.ts'

export interface Tally {
  errors: number
  warnings: number
  notices: number
  /** Facts that could not be learned. */
  unknown: number
  /** Rules that failed themselves: our bug. */
  crashed: number
}

export function tally(report: Report): Tally {
  const severities = findingsOf(report).map(({ words }) => words.severity)
  const count = (wanted: string) => severities.filter((severity) => severity === wanted).length
  return {
    errors: count('error'),
    warnings: count('warning'),
    notices: count('notice'),
    unknown: new Set(unknownOf(report).map(({ fact, about }) => `${fact} ${about}`)).size,
    crashed: report.outcomes.filter(({ state }) => state === 'crashed').length,
  }
}

/** The totals as short phrases; what there is none of is left out, and a clean result says so. */
export function tallyWords(totals: Tally): string[] {
  const { errors, warnings, notices, unknown, crashed } = totals
  const words = [
    errors > 0 ? tallyOf(errors, 'error') : '',
    warnings > 0 ? tallyOf(warnings, 'warning') : '',
    notices > 0 ? tallyOf(notices, 'notice') : '',
    unknown > 0 ? `${tallyOf(unknown, 'thing')} could not be checked` : '',
    crashed > 0 ? `${tallyOf(crashed, 'rule')} failed: our bug` : '',
  ].filter((word) => word !== '')
  return errors + warnings === 0 && unknown + crashed === 0
    ? ['No errors', 'no warnings', ...words]
    : words
}
