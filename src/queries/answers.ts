import type { Fact } from '../facts/fact.ts'
import type { RawFacts, RawFactSet } from '../facts/fact-set.ts'
import type { FactPlan } from '../gather/plan.ts'

type RawName = keyof RawFacts

/** What has become of one entry of the plan. Times are milliseconds since 1970. */
export type Answer =
  | { state: 'answered'; fact: Fact<unknown>; began: number; ended: number }
  /** After what came in, nobody needs to ask. */
  | { state: 'not-needed' }
  | { state: 'open' }

export type Answers = Partial<Record<RawName, Answer>>

export function answersToFacts(answers: Answers): RawFactSet {
  const known = Object.entries(answers).flatMap(([name, answer]) =>
    answer.state === 'answered' ? [[name, answer.fact] as const] : [],
  )
  return Object.fromEntries(known) as RawFactSet
}

export function pendingOf(plans: readonly FactPlan[], answers: Answers): ReadonlySet<RawName> {
  const open = plans.filter(({ name }) => (answers[name]?.state ?? 'open') === 'open')
  return new Set(open.map(({ name }) => name))
}
