import { useQueries, type UseQueryResult } from '@tanstack/react-query'
import type { Answer, Answers } from './answers.ts'
import { factOptions, type FactContext } from './fact-query.ts'
import { useCallback } from 'react'

const OPEN: Answer = { state: 'open' }

/** All facts of a run as far as they are there; asking begins with the first rendering. */
export function useAnswers(context: FactContext | null): Answers {
  const plans = context?.plans
  const combine = useCallback(
    (results: UseQueryResult<Answer>[]): Answers =>
      Object.fromEntries(
        (plans ?? []).map(({ name }, place) => [name, results[place]?.data ?? OPEN]),
      ),
    [plans],
  )
  return useQueries({
    queries: context === null ? [] : context.plans.map((plan) => factOptions(plan, context)),
    combine,
  })
}
