import { findingsIn, reportJson, DOMAIN_PROTOCOLS } from '../checks/report-json.ts'
import type { Protocol } from '../checks/protocols.ts'
import { verdictOf, type Report } from '../checks/report.ts'
import type { LogoFix } from './logo-fix.ts'
import type { Status } from './status.ts'

/** One subject of a command, judged. */
export interface Judged {
  report: Report
  /** What it is judged by; everything when missing. */
  only?: readonly Protocol[]
  /** For a single text: would a strictly conforming implementation use it? */
  usable?: boolean
  /** For a logo: what the schema alone says, and the size of the SVG itself. */
  logo?: { schemaValid: boolean; bytes: number }
  /** For a logo that was to be repaired. */
  fix?: LogoFix
}

/** One line of `--json`. */
export function jsonLine({ report, only, usable, logo, fix }: Judged): string {
  return JSON.stringify({
    ...reportJson(report, only),
    ...(usable === undefined ? {} : { usable }),
    ...logo,
    ...fix,
  })
}

/** Of one subject. */
export function statusOf(judged: Judged): Status {
  if (hasError(judged)) return 1
  return isIncomplete(judged) ? 3 : 0
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
