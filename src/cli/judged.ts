import { findingsIn, reportJson, DOMAIN_PROTOCOLS } from '../checks/report-json.ts'
import type { Protocol } from '../checks/protocols.ts'
import { verdictOf, type Report } from '../checks/report.ts'

/** One subject of a command, judged. */
export interface Judged {
  report: Report
  /** What it is judged by; everything when missing. */
  only?: readonly Protocol[]
  /** For a single text: would a strictly conforming implementation use it? */
  usable?: boolean
  /** For a logo: what the schema alone says, and the size of the SVG itself. */
  logo?: { schemaValid: boolean; bytes: number }
}

/** One line of `--json`. */
export function jsonLine({ report, only, usable, logo }: Judged): string {
  return JSON.stringify({
    ...reportJson(report, only),
    ...(usable === undefined ? {} : { usable }),
    ...logo,
  })
}

/**
 * The exit status: 1 when there is a finding of level error, else 3 when something needed could not be learned (or a
 * rule broke, and so did not say whether there is one), else 0.
 */
export function exitStatus(all: readonly Judged[]): 0 | 1 | 3 {
  if (all.some(hasError)) return 1
  return all.some(isIncomplete) ? 3 : 0
}

function hasError({ report, only }: Judged): boolean {
  return findingsIn(report, only).some(({ words }) => words.severity === 'error')
}

function isIncomplete({ report, only = DOMAIN_PROTOCOLS }: Judged): boolean {
  return (
    only.some((protocol) => verdictOf(report, protocol) === 'unknown') ||
    report.outcomes.some(({ state }) => state === 'crashed')
  )
}
