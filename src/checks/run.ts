import type { Fact } from '../facts/fact.ts'
import { failuresIn, type FactName, type FactSet } from '../facts/fact-set.ts'
import type { Finding } from './finding.ts'
import type { Given, Rule } from './rule.ts'

/** A fact that a rule wanted and could not have. */
export interface Unknown {
  fact: FactName
  about: string
  reason: string
  detail: string
}

/** How one rule went. `ran` without findings is a pass; the four states are four different words on the screen. */
export type Outcome = { rule: string } & (
  | { state: 'ran'; findings: Finding[] }
  | { state: 'not-applicable'; lacks: FactName[] }
  | { state: 'unknown'; unknown: Unknown[] }
  | { state: 'crashed'; message: string }
)

export function run(rules: readonly Rule[], facts: FactSet): Outcome[] {
  const idle = idleFor(rules, facts)
  return rules.map((rule, index) => idle[index] ?? { rule: rule.id, ...judge(rule, facts) })
}

/** The outcomes of rules for which nobody asked a thing; null for all others. One file of thousands is like the next. */
type Idle = (Outcome | null)[]
const IDLE = new WeakMap<readonly Rule[], Map<string, Idle>>()

function idleFor(rules: readonly Rule[], facts: FactSet): Idle {
  const known = IDLE.get(rules) ?? new Map<string, Idle>()
  IDLE.set(rules, known)
  const names = Object.keys(facts)
  const key = names.join(' ')
  const idle = known.get(key) ?? rules.map((rule) => idleOutcome(rule, new Set(names)))
  known.set(key, idle)
  return idle
}

function idleOutcome({ id, needs, known = [] }: Rule, asked: ReadonlySet<string>): Outcome | null {
  const wanted = [...needs, ...known]
  if (wanted.length === 0 || wanted.some((name) => asked.has(name))) return null
  return Object.freeze({ rule: id, state: 'not-applicable', lacks: wanted })
}

type Judgement = Outcome extends infer O ? (O extends unknown ? Omit<O, 'rule'> : never) : never

function judge(rule: Rule, facts: FactSet): Judgement {
  const known = rule.known ?? []
  const failures = [...rule.needs, ...known].filter((name) => facts[name]?.state === 'failed')
  if (failures.length > 0) return { state: 'unknown', unknown: unknownIn(failures, facts) }
  const lacks = [
    ...rule.needs.filter((name) => facts[name]?.state !== 'found'),
    ...known.filter((name) => facts[name] === undefined),
  ]
  if (lacks.length > 0) return { state: 'not-applicable', lacks }
  let findings: Finding[]
  try {
    findings = rule.check(give(rule, facts), (id, args, at) => ({
      id,
      args: args as Finding['args'],
      ...at,
    }))
  } catch (error) {
    return { state: 'crashed', message: String(error) }
  }
  // A rule that saw only a part of its facts (one mail server of three did not resolve) and found nothing in that
  // part has not passed.
  const blind = findings.length > 0 ? [] : unknownIn([...rule.needs, ...known], facts)
  return blind.length > 0 ? { state: 'unknown', unknown: blind } : { state: 'ran', findings }
}

function give(rule: Rule, facts: FactSet): Given<FactName, FactName, FactName> {
  const needed = rule.needs.map((name) => [name, (facts[name] as { value: unknown }).value])
  const read = [...(rule.known ?? []), ...(rule.reads ?? [])].map((name) => [name, facts[name]])
  const source = (name: FactName): Fact<unknown>['source'] => {
    const fact = facts[name]
    if (fact === undefined) throw new Error(`${rule.id} asked for the source of ${name}`)
    return fact.source
  }
  return { ...Object.fromEntries([...needed, ...read]), source } as Given<
    FactName,
    FactName,
    FactName
  >
}

function unknownIn(names: readonly FactName[], facts: FactSet): Unknown[] {
  return names.flatMap((fact) =>
    failuresIn(facts[fact] as Fact<unknown>).map(({ reason, detail, source }) => ({
      fact,
      about: source.name,
      reason,
      detail,
    })),
  )
}
