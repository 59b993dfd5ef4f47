import { RULES } from '../../../checks/catalogue.ts'
import { protocolOf, type Protocol } from '../../../checks/protocols.ts'
import type { Report } from '../../../checks/report.ts'
import type { Rule } from '../../../checks/rule.ts'
import type { Outcome } from '../../../checks/run.ts'

/** How the rules of some protocols went, apart from those with findings. */
export interface RuleOutcomes {
  passed: Rule[]
  notApplicable: Rule[]
  unknown: Rule[]
  crashed: { rule: Rule; message: string }[]
}

export function ruleOutcomes(report: Report, protocols: readonly Protocol[]): RuleOutcomes {
  const outcomes: RuleOutcomes = { passed: [], notApplicable: [], unknown: [], crashed: [] }
  const byRule = new Map(report.outcomes.map((outcome) => [outcome.rule, outcome]))
  for (const rule of RULES) {
    const outcome = byRule.get(rule.id)
    if (outcome === undefined || !isAbout(rule, protocols)) continue
    sort(outcomes, rule, outcome)
  }
  return outcomes
}

function isAbout(rule: Rule, protocols: readonly Protocol[]): boolean {
  const [first] = Object.keys(rule.messages)
  return first !== undefined && protocols.includes(protocolOf(first))
}

function sort(outcomes: RuleOutcomes, rule: Rule, outcome: Outcome): void {
  switch (outcome.state) {
    case 'ran':
      if (outcome.findings.length === 0) outcomes.passed.push(rule)
      return
    case 'not-applicable':
      outcomes.notApplicable.push(rule)
      return
    case 'unknown':
      outcomes.unknown.push(rule)
      return
    case 'crashed':
      outcomes.crashed.push({ rule, message: outcome.message })
  }
}

/** "44 other rules ran and found nothing. 9 do not apply." */
export function outcomeWords({ passed, notApplicable, unknown }: RuleOutcomes): string {
  const some = (count: number, one: string, many: string) => (count === 1 ? one : many)
  const words =
    passed.length === 0
      ? ['No other rule ran.']
      : [
          `${passed.length} ${some(passed.length, 'other rule', 'other rules')} ran and found nothing.`,
        ]
  if (notApplicable.length > 0)
    words.push(`${notApplicable.length} ${some(notApplicable.length, 'does', 'do')} not apply.`)
  if (unknown.length > 0) words.push(`${unknown.length} could not be judged.`)
  return words.join(' ')
}
