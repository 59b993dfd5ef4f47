import type { CorrectedText } from './corrections/corrected-text.ts'
import { checkedOf, worst, type Checked } from './next-step/checked.ts'
import { stepFrom } from './next-step/from-finding.ts'
import { lookAgain, lookAgainForReports, pasteFile } from './next-step/learn.ts'
import { lookAgainForLogo, repairDmarc, repairLogo } from './next-step/logo.ts'
import { repairMtaSts } from './next-step/repair.ts'
import { repairReports } from './next-step/reports.ts'
import { advance, advanceLate, begin, nothingToDo, withoutMail } from './next-step/stages.ts'
import type { Severity } from './finding.ts'
import type { Report } from './report.ts'

/**
 * The one thing to do now.
 *
 * - `fix`: something published does not work or will break
 * - `start`: nothing is published yet
 * - `advance`: all is well and a later stage of the roll-out is open
 * - `learn`: something needed could not be learned; look again or paste it
 * - `done`: nothing to do
 */
export type StepKind = 'fix' | 'start' | 'advance' | 'learn' | 'done'

/** Texts may hold backticks and nothing else. */
export interface NextStep {
  kind: StepKind
  /** One sentence without final stop: "Replace the policy file, then the record". */
  heading: string
  /** Why this first: one to three sentences. What was decided in a text stands in the text's own notes. */
  why: string
  /** In the order in which they are safe to do; may be empty. */
  items: StepItem[]
}

export interface StepItem {
  /** The action, an imperative sentence with its final stop: "Serve this file at `https://…`." */
  title: string
  /** The text to copy, for actions that publish one; all of them have been read back by the rules. */
  text?: CorrectedText
  /** Texts to delete, for actions that clear something away. */
  remove?: { where: string; text: string }[]
  /** What the page can offer itself. */
  action?: 'retry' | 'paste-policy'
}

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
