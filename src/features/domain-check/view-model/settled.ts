import { RULES } from '../../../checks/catalogue.ts'
import { ESSENTIAL, protocolOf, type Protocol } from '../../../checks/protocols.ts'
import { findingsOf, type Report } from '../../../checks/report.ts'
import type { Rule } from '../../../checks/rule.ts'
import type { FactName, FactSet, RawFacts } from '../../../facts/fact-set.ts'

type RawName = keyof RawFacts
export type Pending = ReadonlySet<RawName>

/** Raw facts that a derived fact is made from; null stands for any. What is not listed is a raw fact itself. */
const MADE_FROM: Partial<Record<FactName, readonly RawName[] | null>> = {
  mtaStsRecord: ['mtaStsTxt'],
  mtaStsPolicy: ['mtaStsPolicyFile'],
  policyAnswer: ['mtaStsPolicyFile'],
  policyTls: ['mtaStsPolicyFile'],
  tlsRptRecord: ['tlsRptTxt'],
  dmarcRecord: ['dmarcTxt'],
  dmarc: ['dmarcTxt', 'dmarcAbove', 'mx'],
  bimiRecord: ['bimiTxt', 'bimiOrgTxt'],
  bimiAssertion: ['bimiTxt', 'bimiOrgTxt', 'bimiLocalPartTxt'],
  lookups: null,
}

function isPending(name: FactName, pending: Pending): boolean {
  const sources = MADE_FROM[name]
  if (sources === null) return pending.size > 0
  return (sources ?? [name as RawName]).some((source) => pending.has(source))
}

/** Can an answer that is still out change what this rule finds? */
export function isRuleSettled(rule: Rule, facts: FactSet, pending: Pending): boolean {
  const { needs, known = [], reads = [] } = rule
  // A needed fact that is in and was not found ends it: the rule does not apply, or cannot be judged.
  if (needs.some((name) => !isPending(name, pending) && facts[name]?.state !== 'found')) return true
  if (known.some((name) => !isPending(name, pending) && facts[name]?.state === 'failed'))
    return true
  return [...needs, ...known, ...reads].every((name) => !isPending(name, pending))
}

const idsOf = (rule: Rule): string[] => Object.keys(rule.messages)

const isAbout = (rule: Rule, protocol: Protocol): boolean =>
  idsOf(rule).some((id) => protocolOf(id) === protocol)

/**
 * A verdict may be shown once no answer can change it: an error of a rule that has all its facts stands, and
 * everything milder waits for every rule of the protocol.
 *
 * @param facts derived ones included
 */
export function isVerdictSettled(
  protocol: Protocol,
  report: Report,
  facts: FactSet,
  pending: Pending,
): boolean {
  if (pending.size === 0) return true
  const rules = RULES.filter((rule) => isAbout(rule, protocol))
  const settled = rules.filter((rule) => isRuleSettled(rule, facts, pending))
  const final = new Set(settled.flatMap(idsOf))
  const hasError = findingsOf(report, protocol).some(
    ({ id, words }) => words.severity === 'error' && final.has(id),
  )
  if (hasError) return true
  const essential = ESSENTIAL[protocol] ?? []
  return settled.length === rules.length && essential.every((name) => !isPending(name, pending))
}

/** Ids of findings that no answer can change any more; those of other rules may still come, go or change. */
export function settledFindingIds(facts: FactSet, pending: Pending): ReadonlySet<string> {
  return new Set(RULES.filter((rule) => isRuleSettled(rule, facts, pending)).flatMap(idsOf))
}
