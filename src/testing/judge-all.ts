import type { Finding } from '../checks/finding.ts'
import { wordsOf, type Rule } from '../checks/rule.ts'
import { run } from '../checks/run.ts'
import { derive } from '../facts/derive/derive.ts'
import type { RawFactSet } from '../facts/fact-set.ts'

/** The findings of several rules together, each as `error sts.policy.bom`, in the order of the rules. */
export function judgeAll(rules: readonly Rule[], raw: RawFactSet): string[] {
  const ruleOf = new Map(
    rules.flatMap((rule) => Object.keys(rule.messages).map((id) => [id, rule] as const)),
  )
  return findingsOfAll(rules, raw).map((finding) => {
    const rule = ruleOf.get(finding.id)
    if (rule === undefined) throw new Error(`No rule has ${finding.id}`)
    return `${wordsOf(rule, finding).severity} ${finding.id}`
  })
}

export function findingsOfAll(rules: readonly Rule[], raw: RawFactSet): Finding[] {
  return run(rules, derive(raw)).flatMap((outcome) => {
    if (outcome.state === 'crashed') throw new Error(`${outcome.rule}: ${outcome.message}`)
    return outcome.state === 'ran' ? outcome.findings : []
  })
}
