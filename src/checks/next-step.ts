import { checkedOf, worst, type Checked } from './next-step/checked.ts'
import { stepFrom } from './next-step/from-finding.ts'
import { lookAgain, lookAgainForReports, pasteFile } from './next-step/learn.ts'
import { lookAgainForLogo, repairDmarc, repairLogo } from './next-step/logo.ts'
import { repairMtaSts } from './next-step/repair.ts'
import { repairReports } from './next-step/reports.ts'
import type { NextStep } from './next-step/step.ts'
import { advance, advanceLate, begin, nothingToDo, withoutMail } from './next-step/stages.ts'
import type { Severity } from './finding.ts'
import type { Report } from './report.ts'

/** The delivery of mail; the logo comes after it. */
const JUDGED = ['sts.', 'rpt.', 'mx.', 'dns.', 'dnssec.', 'input.', 'idn.']

/**
 * Not the first error found but the first thing to do: the first of these that has something to say. What is dangerous
 * comes first, then what everything else hangs on, then MTA-STS, reports, DMARC and the logo, and what is merely not ideal.
 */
const ORDER: readonly ((checked: Checked) => NextStep | null)[] = [
  finding('error', 'dns.nxdomain-domain', 'dnssec.bogus', 'dns.servfail'),
  finding('error', 'sts.host.dangling', 'sts.remove.too-early'),
  lookAgain,
  withoutMail,
  finding('error', 'mx.'),
  pasteFile,
  (checked) => (worst(checked, ['sts.'], 'error') === null ? null : repairMtaSts(checked)),
  finding('error', 'sts.'),
  (checked) => (worst(checked, ['rpt.'], 'error') === null ? null : repairReports(checked)),
  finding('error', ...JUDGED, 'tlsa.'),
  repairLogo,
  // DMARC first, whatever else keeps the logo away.
  finding('error', 'dmarc.'),
  finding('error', 'bimi.dmarc.'),
  finding('error', 'bimi.'),
  begin,
  (checked) => (worst(checked, ['sts.']) === null ? null : repairMtaSts(checked)),
  repairReports,
  lookAgainForReports,
  lookAgainForLogo,
  advanceLate,
  finding('warning', ...JUDGED, 'tlsa.'),
  advance,
  repairDmarc,
  finding('warning', 'dmarc.'),
  finding('warning', 'bimi.'),
]

/** The one next step of a domain's report. */
export function nextStep(report: Report): NextStep {
  const checked = checkedOf(report)
  for (const stage of ORDER) {
    const step = stage(checked)
    if (step !== null) return step
  }
  return nothingToDo(checked)
}

function finding(severity: Severity, ...prefixes: string[]): (checked: Checked) => NextStep | null {
  return (checked) => {
    const found = worst(checked, prefixes, severity)
    return found === null ? null : stepFrom(found)
  }
}
