/** How long senders may keep a policy, by the stage of the roll-out (RFC 8461 sections 3.2, 8.1 and 8.3). */
import type { Fact } from '../../facts/fact.ts'
import type { ParsedStsPolicy, StsMode } from '../../protocols/mta-sts/policy.ts'
import { suitsMode, USUAL_MAX_AGE } from '../../protocols/mta-sts/usual-max-age.ts'

export interface AgeStage {
  id: 'first-test' | 'test' | 'enforce' | 'settled' | 'off'
  mode: StsMode
  /** Seconds. */
  maxAge: number
  title: string
  /** What it is good for. */
  why: string
}

export const AGE_STAGES: readonly AgeStage[] = [
  {
    id: 'first-test',
    mode: 'testing',
    maxAge: USUAL_MAX_AGE.firstTest,
    title: 'One day',
    why: 'For the first days: a mistake is gone tomorrow.',
  },
  {
    id: 'test',
    mode: 'testing',
    maxAge: USUAL_MAX_AGE.test,
    title: 'One week',
    why: 'Right while you test: a mistake is gone in a week.',
  },
  {
    id: 'enforce',
    mode: 'enforce',
    maxAge: USUAL_MAX_AGE.enforce,
    title: '30 days',
    why: 'To begin with `enforce`: an attacker would have to block DNS for a month.',
  },
  {
    id: 'settled',
    mode: 'enforce',
    maxAge: USUAL_MAX_AGE.settled,
    title: '120 days',
    why: 'For `enforce` that has stood its first month: more protection, and still not a year.',
  },
  {
    id: 'off',
    mode: 'none',
    maxAge: USUAL_MAX_AGE.off,
    title: 'One day',
    why: 'On the way out: the farewell itself is forgotten soon.',
  },
]

/** A policy that is served now, as far as it could be read; null when none is, undefined when nobody could look. */
export type ServedAge = { mode: StsMode | null; maxAge: number | null } | null | undefined

/**
 * @param file the policy file, as it was asked for
 * @param policy what was read in it; null when it was none
 */
export function servedAge(
  file: Fact<unknown> | undefined,
  policy: Pick<ParsedStsPolicy, 'fields'> | null,
): ServedAge {
  if (file === undefined || file.state === 'failed') return undefined
  if (policy === null) return null
  const { mode, maxAge } = policy.fields
  return { mode: mode?.value ?? null, maxAge: maxAge?.value ?? null }
}

/** The choice where the visitor makes none: what is served, where it suits the mode, else the stage that comes next. */
export function usualMaxAge(mode: StsMode, served: ServedAge): number {
  const kept = served?.mode === mode ? served.maxAge : null
  if (kept !== null && suitsMode(mode, kept)) return kept
  if (mode === 'none') return USUAL_MAX_AGE.off
  if (mode === 'enforce') return USUAL_MAX_AGE.enforce
  // Where nobody looked it need not be the first day.
  return served === null ? USUAL_MAX_AGE.firstTest : USUAL_MAX_AGE.test
}
