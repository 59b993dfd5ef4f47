import type { Finding } from '../../../checks/finding.ts'
import type { Protocol } from '../../../checks/protocols.ts'
import { findingsOf, judge, verdictOf, type Report, type Verdict } from '../../../checks/report.ts'
import type { Words } from '../../../checks/rule.ts'
import { derive } from '../../../facts/derive/derive.ts'
import type { FactSet, RawFactSet } from '../../../facts/fact-set.ts'
import type { CheckSubject } from '../../../gather/plan.ts'
import { isVerdictSettled, settledFindingIds, type Pending } from './settled.ts'

/** A finding with its words looked up. */
export type Told = Finding & { words: Words }

/** What is known of a domain at one moment of its check. */
export interface CheckState {
  subject: CheckSubject
  report: Report
  /** Derived facts included. */
  facts: FactSet
  /** Raw facts whose answers are still out. */
  pending: Pending
  /** Findings that no answer can change, worst first. */
  findings: Told[]
  settledIds: ReadonlySet<string>
}

export function checkState(subject: CheckSubject, raw: RawFactSet, pending: Pending): CheckState {
  const report = judge({ kind: 'domain', name: subject.domain }, raw)
  const facts = derive(raw)
  const settledIds = settledFindingIds(facts, pending)
  const findings = findingsOf(report).filter(({ id }) => settledIds.has(id))
  return { subject, report, facts, pending, findings, settledIds }
}

/** The verdict, or null while an answer can still change it. */
export function verdictIn(state: CheckState, protocol: Protocol): Verdict | null {
  const { report, facts, pending } = state
  return isVerdictSettled(protocol, report, facts, pending) ? verdictOf(report, protocol) : null
}
