/** A report as programs read it: printed by `--json`, and exported by the page. */
import type { RawFactSet } from '../facts/fact-set.ts'
import { rawTexts } from '../facts/raw-text.ts'
import { placeOf, type Place } from '../protocols/text/place.ts'
import { ruleOf } from './catalogue.ts'
import type { Finding, Severity } from './finding.ts'
import { protocolOf, type Protocol } from './protocols.ts'
import {
  findingsOf,
  unknownOf,
  verdictOf,
  type Report,
  type Subject,
  type Verdict,
} from './report.ts'
import type { Spec } from './rule.ts'

/** A change that breaks a reader raises the number. */
const SCHEMA = 'signet-report/1'

/** The verdicts that a domain gets. */
export const DOMAIN_PROTOCOLS = [
  'mta-sts',
  'tls-rpt',
  'bimi',
  'mx',
  'dmarc',
  'dane',
] as const satisfies readonly Protocol[]

export interface ReportJson {
  schema: typeof SCHEMA
  subject: Subject
  verdicts: Partial<Record<Protocol, Verdict>>
  /** Worst first. */
  findings: FindingJson[]
  unknown: { fact: string; reason: string; detail: string }[]
  facts: RawFactSet
}

export interface FindingJson {
  id: string
  severity: Severity
  about: string
  title: string
  advice: string
  /** Missing when the finding is about no place in a text. */
  at?: Place
  spec: Spec[]
}

/** @param only what the subject is judged by; findings of other protocols are left out. Everything for a domain. */
export function reportJson(report: Report, only?: readonly Protocol[]): ReportJson {
  const { subject, facts } = report
  const verdicts = (only ?? DOMAIN_PROTOCOLS).map((key) => [key, verdictOf(report, key)] as const)
  return {
    schema: SCHEMA,
    subject,
    verdicts: Object.fromEntries(verdicts),
    findings: findingsIn(report, only).map(({ id, about, spot, words }) => ({
      id,
      severity: words.severity,
      about,
      title: words.title,
      advice: words.advice,
      ...placed(facts, spot),
      spec: ruleOf(id).spec.map(({ document, section }) => ({ document, section })),
    })),
    unknown: unknownOf(report).map(({ fact, reason, detail }) => ({ fact, reason, detail })),
    facts,
  }
}

/** Worst first; of all protocols unless some are named. */
export function findingsIn(
  report: Report,
  only?: readonly Protocol[],
): ReturnType<typeof findingsOf> {
  const all = findingsOf(report)
  return only === undefined ? all : all.filter(({ id }) => only.includes(protocolOf(id)))
}

function placed(facts: RawFactSet, spot: Finding['spot']): { at?: Place } {
  if (spot === undefined) return {}
  const text = rawTexts(facts, spot.fact)[spot.index]?.text
  return text === undefined ? {} : { at: placeOf(text, spot) }
}
