import { derive } from '../../facts/derive/derive.ts'
import type { FactSet } from '../../facts/fact-set.ts'
import { domainOf } from '../corrections/domain-of.ts'
import type { Finding, Severity } from '../finding.ts'
import { findingsOf, type Report } from '../report.ts'
import type { Words } from '../rule.ts'

export type Judged = Finding & { words: Words }

/** A report as the next step is taken from: its facts and its findings, worst first. */
export interface Checked {
  domain: string
  facts: FactSet
  findings: Judged[]
}

export function checkedOf(report: Report): Checked {
  const facts = derive(report.facts)
  return { domain: domainOf(facts) ?? report.subject.name, facts, findings: findingsOf(report) }
}

/** The worst finding whose id begins with one of these, of this severity where one is given. */
export function worst(
  { findings }: Checked,
  prefixes: readonly string[],
  severity?: Severity,
): Judged | null {
  const found = findings.find(
    ({ id, words }) =>
      prefixes.some((prefix) => id.startsWith(prefix)) &&
      (severity === undefined ? words.severity !== 'notice' : words.severity === severity),
  )
  return found ?? null
}
