import type { Fact } from '../../../facts/fact.ts'
import { partsOf, type RawFacts, type RawFactSet } from '../../../facts/fact-set.ts'
import type { CheckSubject, FactPlan } from '../../../gather/plan.ts'
import type { Answers } from '../../../queries/answers.ts'
import { answerWords } from './answer-words.ts'

type RawName = keyof RawFacts

/** One line of the ledger: a question, whom it went to, and what came back. */
export interface Question {
  name: RawName
  asks: string
  of: FactPlan['of']
  state: 'waiting' | 'asking' | 'answered' | 'failed'
  /** Milliseconds that the answer took. */
  took?: number
  /** Since when it is being asked. */
  since?: number
  answer?: string
}

/** The ledger, answered questions first in the order of their answers, then those that are out, then those to come. */
export function questions(
  plans: readonly FactPlan[],
  answers: Answers,
  subject: CheckSubject,
  began: number,
): Question[] {
  const rows = plans.flatMap((plan) => {
    const row = toQuestion(plan, answers, subject, began)
    return row === null ? [] : [row]
  })
  const rank = { answered: 0, failed: 0, asking: 1, waiting: 2 }
  return rows.sort((a, b) => rank[a.state] - rank[b.state])
}

function toQuestion(
  plan: FactPlan,
  answers: Answers,
  subject: CheckSubject,
  began: number,
): Question | null {
  const { name, of } = plan
  const row = { name, of, asks: plan.asks(subject) }
  const answer = answers[name] ?? { state: 'open' }
  switch (answer.state) {
    case 'not-needed':
      return null
    case 'answered': {
      const state = answer.fact.state === 'failed' ? 'failed' : 'answered'
      const words = answerWords(name, answer.fact as never)
      return { ...row, state, took: answer.ended - answer.began, answer: words }
    }
    case 'open': {
      const since = startOf(plan, answers, began)
      if (since !== null) return { ...row, state: 'asking', since }
      // Asked only where something is missing: not a question before that is known.
      return plan.when === undefined ? { ...row, state: 'waiting' } : null
    }
  }
}

/** An entry starts when everything it waits for is there. */
function startOf(plan: FactPlan, answers: Answers, began: number): number | null {
  let start = began
  for (const name of plan.after) {
    const answer = answers[name]
    if (answer === undefined || answer.state === 'open') return null
    if (answer.state === 'answered') start = Math.max(start, answer.ended)
  }
  return start
}

/** Different questions that left this browser: DNS names and types, and fetched files. */
export function questionCount(facts: RawFactSet): number {
  const asked = Object.values(facts).flatMap((fact) =>
    partsOf(fact as Fact<unknown>).flatMap(({ source }) => {
      if (source.dns !== undefined) return [`${source.name.toLowerCase()} ${source.dns.type}`]
      return source.via === 'proxy' || source.via === 'page' ? [source.name] : []
    }),
  )
  return new Set(asked).size
}
