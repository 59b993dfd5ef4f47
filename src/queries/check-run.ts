import { queryOptions } from '@tanstack/react-query'
import type { Fact } from '../facts/fact.ts'
import type { PreviousCheck } from '../facts/fact-set.ts'
import type { CheckSubject } from '../gather/plan.ts'
import type { Sources } from '../gather/sources.ts'
import { previousCheck } from './previous-check.ts'
import type { MakeSources } from './make-sources.ts'

/** One asking of all questions about a domain. Checking again is another run. */
export interface CheckRun {
  id: string
  /** Milliseconds since 1970. */
  began: number
  sources: Sources
  /** Read before this run is kept, so that it is not compared with itself. */
  previous: Fact<PreviousCheck> | undefined
}

/** Answers stay for as long as one may want to go back to them; asking again is always the visitor's own wish. */
export const KEPT = {
  staleTime: Infinity,
  gcTime: 30 * 60_000,
  retry: false,
  networkMode: 'always',
  structuralSharing: false,
} as const

/** What is asked about a domain depends on the selector and on the address that mail comes from. */
export const runKey = ({ domain, selector, localPart }: CheckSubject) =>
  ['check-run', domain, selector ?? null, localPart] as const

export function runOptions(subject: CheckSubject, make: MakeSources) {
  return queryOptions({
    queryKey: runKey(subject),
    queryFn: () => newRun(subject.domain, make, false),
    ...KEPT,
  })
}

export async function newRun(domain: string, make: MakeSources, fresh: boolean): Promise<CheckRun> {
  const sources = await make({ domain, fresh })
  const began = sources.now()
  return {
    id: `${began}-${Math.random().toString(36).slice(2)}`,
    began,
    sources,
    previous: previousCheck(domain),
  }
}
