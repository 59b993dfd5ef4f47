import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { failed, type Fact } from '../facts/fact.ts'
import type { RawFacts, RawFactSet } from '../facts/fact-set.ts'
import type { CheckSubject, FactPlan } from '../gather/plan.ts'
import { answersToFacts, type Answer, type Answers } from './answers.ts'
import { KEPT, runKey, type CheckRun } from './check-run.ts'

type RawName = keyof RawFacts

export const factKey = (run: CheckRun, name: RawName) => ['fact', run.id, name] as const

export interface FactContext {
  plans: readonly FactPlan[]
  subject: CheckSubject
  run: CheckRun
}

/** One query per raw fact. It waits for the facts that come before it; a failed fact is data, not an error. */
export function factOptions(plan: FactPlan, context: FactContext) {
  return queryOptions({
    queryKey: factKey(context.run, plan.name),
    queryFn: ({ client, signal }) => gather(plan, context, client, signal),
    ...KEPT,
  })
}

async function gather(
  plan: FactPlan,
  context: FactContext,
  client: QueryClient,
  signal: AbortSignal,
): Promise<Answer> {
  const known = await factsBefore(plan, context, client)
  const { subject } = context
  if (plan.when?.(known, subject) === false) return { state: 'not-needed' }
  // A second try of single facts puts fresh sources into the same run.
  const sources = client.getQueryData<CheckRun>(runKey(subject))?.sources ?? context.run.sources
  const began = sources.now()
  const fact = await asFact(() => plan.gather(subject, known, sources, signal), plan, subject)
  return { state: 'answered', fact, began, ended: sources.now() }
}

async function factsBefore(
  plan: FactPlan,
  context: FactContext,
  client: QueryClient,
): Promise<RawFactSet> {
  const before = context.plans.filter(({ name }) => plan.after.includes(name))
  const answers = await Promise.all(
    before.map(
      async (earlier) =>
        [earlier.name, await client.ensureQueryData(factOptions(earlier, context))] as const,
    ),
  )
  return answersToFacts(Object.fromEntries(answers) as Answers)
}

/** Sources promise not to throw; a bug in one of them is something that we could not learn, not a broken page. */
async function asFact(
  ask: () => Promise<Fact<unknown>>,
  plan: FactPlan,
  subject: CheckSubject,
): Promise<Fact<unknown>> {
  try {
    return await ask()
  } catch (error) {
    const source = { name: plan.asks(subject), via: 'page' } as const
    return failed('interrupted', String(error), source)
  }
}
