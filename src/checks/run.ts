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

/** Called for every rule and every file of thousands, so it makes no lists that it does not need. */
function judge(rule: Rule, facts: FactSet): Judgement {
  const { needs, known = [] } = rule
  const isFailed = (name: FactName): boolean => facts[name]?.state === 'failed'
  if (needs.some(isFailed) || known.some(isFailed))
    return { state: 'unknown', unknown: unknownIn([...needs, ...known].filter(isFailed), facts) }
  const isLost = (name: FactName): boolean => facts[name]?.state !== 'found'
  const isUnasked = (name: FactName): boolean => facts[name] === undefined
  if (needs.some(isLost) || known.some(isUnasked))
    return {
      state: 'not-applicable',
      lacks: [...needs.filter(isLost), ...known.filter(isUnasked)],
    }
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
  const blind = findings.length > 0 ? [] : [...unknownIn(needs, facts), ...unknownIn(known, facts)]
  return blind.length > 0 ? { state: 'unknown', unknown: blind } : { state: 'ran', findings }
}

function give(rule: Rule, facts: FactSet): Given<FactName, FactName, FactName> {
  const given: Record<string, unknown> = {}
  for (const name of rule.needs) given[name] = (facts[name] as { value: unknown }).value
  for (const name of rule.known ?? []) given[name] = facts[name]
  for (const name of rule.reads ?? []) given[name] = facts[name]
  given['source'] = (name: FactName): Fact<unknown>['source'] => {
    const fact = facts[name]
    if (fact === undefined) throw new Error(`${rule.id} asked for the source of ${name}`)
    return fact.source
  }
  return given as Given<FactName, FactName, FactName>
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
