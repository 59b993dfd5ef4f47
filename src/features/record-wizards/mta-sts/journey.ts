import type { JOURNEYS } from '../../../publish/make/form-state/mta-sts.ts'
import { isUsed, usualMode, type MtaStsToday } from '../../../publish/make/mta-sts.ts'
import type { FactSet } from '../../../facts/fact-set.ts'
import type { StartStep } from '../../../publish/make/journeys/start.ts'
import type { MtaStsPageForm } from './form.ts'

export type Journey = (typeof JOURNEYS)[number]

/** The one that was chosen, else the one that suits what is live: who enforces already does not start. */
export function journeyIn(
  { journey, mode }: Pick<MtaStsPageForm, 'journey' | 'mode'>,
  today: Pick<MtaStsToday, 'policy' | 'record'>,
): Journey {
  if (journey !== '') return journey
  if (mode === 'none') return 'switch-off'
  return usualMode(today) === 'enforce' ? 'change' : 'start'
}

/** A policy in testing mode that senders use: the way in has begun. */
export function isTesting({ policy, record }: Pick<MtaStsToday, 'policy' | 'record'>): boolean {
  return policy?.mode === 'testing' && record.known && isUsed(record)
}

/** Steps of the way in that are seen to be done. */
export function stepsDone(
  today: Pick<MtaStsToday, 'policy' | 'record'>,
  { tlsRptTxt }: Pick<FactSet, 'tlsRptTxt'>,
): Set<StartStep> {
  const done = new Set<StartStep>()
  if (tlsRptTxt?.state === 'found') done.add('reports')
  const mode = today.policy?.mode
  if (mode === 'testing' || mode === 'enforce') done.add('file')
  if (isTesting(today) || (mode === 'enforce' && usualMode(today) === 'enforce')) done.add('record')
  return done
}
