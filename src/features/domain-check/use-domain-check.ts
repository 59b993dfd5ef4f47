import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { found } from '../../facts/fact.ts'
import type { RawFactSet } from '../../facts/fact-set.ts'
import type { CheckSubject, FactPlan } from '../../gather/plan.ts'
import { bimiQuestion } from '../../gather/plan/assertion.ts'
import { isSampleDomain } from '../../gather/sample/sample-domain.ts'
import type { CheckView } from './check-view.ts'
import { keepCheck, toPreviousCheck } from '../../queries/previous-check.ts'
import { rememberDomain } from './memory/recent-domains.ts'
import { runOptions, type CheckRun } from '../../queries/check-run.ts'
import type { FactContext } from '../../queries/fact-query.ts'
import { useMakeSources } from '../../queries/make-sources.ts'
import { useAnswers } from '../../queries/use-answers.ts'
import { useCheckActions } from './queries/use-check-actions.ts'
import { checkState } from './view-model/check-state.ts'
import { findingKeys } from './view-model/finding-keys.ts'
import { answersToFacts, pendingOf, type Answers } from '../../queries/answers.ts'
import { questions } from './view-model/questions.ts'

export interface CheckWanted {
  subject: CheckSubject
  sendsOnly: boolean
  plans: readonly FactPlan[]
}

/** Asks, judges what is in so far, and keeps the result for the next time. */
export function useDomainCheck({ subject, sendsOnly, plans }: CheckWanted): CheckView {
  const make = useMakeSources()
  const run = useQuery(runOptions(subject, make)).data
  const context = useMemo<FactContext | null>(
    () => (run === undefined ? null : { plans, subject, run }),
    [plans, subject, run],
  )
  const answers = useAnswers(context)
  const actions = useCheckActions(context)
  const state = useMemo(() => {
    const raw = { ...answersToFacts(answers), ...ownFacts(subject, sendsOnly, run) }
    return checkState(subject, raw, pendingOf(plans, answers))
  }, [answers, subject, sendsOnly, run, plans])
  const began = run?.began ?? 0
  const ended = run === undefined || state.pending.size > 0 ? null : lastAnswer(answers, began)
  const sample = isSampleDomain(subject.domain)
  useKeeping(state.facts, ended, subject.domain, sample)
  return {
    state,
    questions: questions(plans, answers, subject, began),
    began,
    ended,
    took: busyTime(answers),
    resolver: run?.sources.resolver ?? 'the resolver',
    fetcher: run?.sources.fetcher ?? 'this page',
    isSample: sample,
    actions,
    keys: useMemo(() => findingKeys(state.findings), [state.findings]),
  }
}

/** What is known without asking anybody. */
function ownFacts(
  subject: CheckSubject,
  sendsOnly: boolean,
  run: CheckRun | undefined,
): RawFactSet {
  const typed = { name: subject.typed, via: 'typed' } as const
  const facts: RawFactSet = { subject: found(subject, typed), bimiQuestion: bimiQuestion(subject) }
  if (sendsOnly) facts.sendsOnly = found(true, typed)
  if (run === undefined) return facts
  if (run.previous !== undefined) facts.previous = run.previous
  return { ...facts, now: found(run.began, { name: 'clock', via: 'derived' }) }
}

function lastAnswer(answers: Answers, began: number): number {
  const ends = Object.values(answers).map((one) => (one.state === 'answered' ? one.ended : began))
  return Math.max(began, ...ends)
}

/** The time in which at least one answer was out. */
function busyTime(answers: Answers): number {
  const spans = Object.values(answers)
    .flatMap((one) => (one.state === 'answered' ? [one] : []))
    .sort((a, b) => a.began - b.began)
  let busy = 0
  let until = 0
  for (const { began, ended } of spans) {
    busy += Math.max(0, ended - Math.max(began, until))
    until = Math.max(until, ended)
  }
  return busy
}

/** A complete check is remembered; the samples are not, they never change. */
function useKeeping(
  facts: CheckView['state']['facts'],
  ended: number | null,
  domain: string,
  sample: boolean,
): void {
  useEffect(() => {
    if (ended === null || sample) return
    rememberDomain(domain)
    const check = toPreviousCheck(facts, ended)
    if (check !== null) keepCheck(domain, check)
  }, [facts, ended, domain, sample])
}
