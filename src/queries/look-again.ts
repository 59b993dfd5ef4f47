import type { QueryClient } from '@tanstack/react-query'
import { newRun, runKey } from './check-run.ts'
import type { FactContext } from './fact-query.ts'
import type { MakeSources } from './make-sources.ts'

/** Asks everything afresh: what was being asked is given up, and the browser's cache is passed by. */
export async function lookAgain(
  client: QueryClient,
  make: MakeSources,
  { run, subject }: Pick<FactContext, 'run' | 'subject'>,
): Promise<void> {
  await client.cancelQueries({ queryKey: ['fact', run.id] })
  client.setQueryData(runKey(subject), await newRun(subject.domain, make, true))
  client.removeQueries({ queryKey: ['fact', run.id], type: 'inactive' })
}
