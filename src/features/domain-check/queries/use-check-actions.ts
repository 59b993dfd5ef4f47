import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { failed, type Fact } from '../../../facts/fact.ts'
import { failuresIn, type RawFacts } from '../../../facts/fact-set.ts'
import type { HttpAnswer } from '../../../protocols/http/answer.ts'
import type { Answer } from '../../../queries/answers.ts'
import { runKey, type CheckRun } from '../../../queries/check-run.ts'
import { factKey, type FactContext } from '../../../queries/fact-query.ts'
import { lookAgain } from '../../../queries/look-again.ts'
import { useMakeSources, type MakeSources } from '../../../queries/make-sources.ts'
import { withDependents } from '../../../queries/plan-order.ts'

type RawName = keyof RawFacts

export interface CheckActions {
  /** Asks everything afresh. */
  again: () => void
  /** Asks once more what could not be learned, and what hangs on it. */
  retry: () => void
  /** Gives up what is still out. */
  stop: () => void
  /** Takes what the visitor pasted for the policy host's answer. */
  paste: (fact: Fact<HttpAnswer>) => void
}

export function useCheckActions(context: FactContext | null): CheckActions {
  const client = useQueryClient()
  const make = useMakeSources()
  const act = (action: (known: FactContext) => Promise<void>) => () => {
    if (context !== null) void action(context)
  }
  return {
    again: act((known) => lookAgain(client, make, known)),
    retry: act((known) => retry(client, make, known)),
    stop: act((known) => stop(client, known)),
    paste: (fact) => act((known) => paste(client, known, fact))(),
  }
}

async function retry(client: QueryClient, make: MakeSources, context: FactContext): Promise<void> {
  const { run, subject, plans } = context
  const sources = await make({ domain: subject.domain, fresh: true })
  client.setQueryData<CheckRun>(runKey(subject), { ...run, sources })
  const failures = plans.map(({ name }) => name).filter((name) => hasFailed(client, run, name))
  await reset(client, context, withDependents(plans, failures))
}

function hasFailed(client: QueryClient, run: CheckRun, name: RawName): boolean {
  const answer = client.getQueryData<Answer>(factKey(run, name))
  return answer?.state === 'answered' && failuresIn(answer.fact).length > 0
}

async function stop(client: QueryClient, { run, plans, subject }: FactContext): Promise<void> {
  await client.cancelQueries({ queryKey: ['fact', run.id] })
  const now = run.sources.now()
  for (const plan of plans) {
    const key = factKey(run, plan.name)
    if (client.getQueryData(key) !== undefined) continue
    const source = { name: plan.asks(subject).replaceAll('`', ''), via: 'page' } as const
    const fact = failed('cancelled', 'You stopped asking.', source)
    const answer: Answer = { state: 'answered', fact, began: now, ended: now }
    client.setQueryData<Answer>(key, answer)
  }
}

async function paste(
  client: QueryClient,
  context: FactContext,
  fact: Fact<HttpAnswer>,
): Promise<void> {
  const { run, plans } = context
  const now = run.sources.now()
  const name = 'mtaStsPolicyFile'
  await client.cancelQueries({ queryKey: factKey(run, name) })
  const answer: Answer = { state: 'answered', fact, began: now, ended: now }
  client.setQueryData<Answer>(factKey(run, name), answer)
  const affected = new Set(withDependents(plans, [name]))
  affected.delete(name)
  await reset(client, context, affected)
}

async function reset(
  client: QueryClient,
  { run }: FactContext,
  names: ReadonlySet<RawName>,
): Promise<void> {
  await Promise.all(
    [...names].map((name) => client.resetQueries({ queryKey: factKey(run, name), exact: true })),
  )
}
