import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { derive } from '../../../facts/derive/derive.ts'
import { found } from '../../../facts/fact.ts'
import type { FactSet, RawFacts } from '../../../facts/fact-set.ts'
import { DOMAIN_PLAN } from '../../../gather/domain-plan.ts'
import type { CheckSubject } from '../../../gather/plan.ts'
import { answersToFacts, pendingOf } from '../../../queries/answers.ts'
import { runOptions, type CheckRun } from '../../../queries/check-run.ts'
import type { FactContext } from '../../../queries/fact-query.ts'
import { lookAgain } from '../../../queries/look-again.ts'
import { useMakeSources } from '../../../queries/make-sources.ts'
import { useAnswers } from '../../../queries/use-answers.ts'
import { zoneOptions, type ZoneSeen } from './zone.ts'

/** What the domain publishes today, as far as it is known by now. */
export interface Live {
  /** Derived facts included. */
  facts: FactSet
  /** Answers that are still out. */
  pending: ReadonlySet<keyof RawFacts>
  /** Whose zone the records lie in; undefined while that is being asked. */
  zone: ZoneSeen | undefined
  run: CheckRun | undefined
  /** Asks everything afresh. */
  lookAgain: () => void
}

/** The same questions as those of the domain check, and of those only what is wanted: none is asked twice. */
export function useLiveFacts(subject: CheckSubject, wanted: ReadonlySet<keyof RawFacts>): Live {
  const client = useQueryClient()
  const make = useMakeSources()
  const run = useQuery(runOptions(subject, make)).data
  const plans = useMemo(() => DOMAIN_PLAN.filter(({ name }) => wanted.has(name)), [wanted])
  const context = useMemo<FactContext | null>(
    () => (run === undefined ? null : { plans, subject, run }),
    [plans, subject, run],
  )
  const answers = useAnswers(context)
  const zone = useQuery(zoneOptions(subject.domain, run)).data
  const facts = useMemo(() => {
    const typed = { name: subject.typed, via: 'typed' } as const
    const known = { ...answersToFacts(answers), subject: found(subject, typed) }
    if (run === undefined) return derive(known)
    return derive({ ...known, now: found(run.began, { name: 'clock', via: 'derived' }) })
  }, [answers, subject, run])
  return {
    facts,
    pending: useMemo(() => pendingOf(plans, answers), [plans, answers]),
    zone,
    run,
    lookAgain: () => {
      if (run !== undefined) void lookAgain(client, make, { run, subject })
    },
  }
}
