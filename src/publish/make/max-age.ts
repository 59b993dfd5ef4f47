/** How long senders may keep a policy, by the stage of the roll-out (RFC 8461 sections 3.2, 8.1 and 8.3). */
import { MAX_AGE_LIMIT, type StsMode } from '../../protocols/mta-sts/policy.ts'

const DAY = 86_400

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
    maxAge: DAY,
    title: 'One day',
    why: 'For the first days: a mistake is gone tomorrow.',
  },
  {
    id: 'test',
    mode: 'testing',
    maxAge: 7 * DAY,
    title: 'One week',
    why: 'Right while you test: a mistake is gone in a week.',
  },
  {
    id: 'enforce',
    mode: 'enforce',
    maxAge: 30 * DAY,
    title: '30 days',
    why: 'To begin with `enforce`: an attacker would have to block DNS for a month.',
  },
  {
    id: 'settled',
    mode: 'enforce',
    maxAge: 120 * DAY,
    title: '120 days',
    why: 'For `enforce` that has stood its first month: more protection, and still not a year.',
  },
  {
    id: 'off',
    mode: 'none',
    maxAge: DAY,
    title: 'One day',
    why: 'On the way out: the farewell itself is forgotten soon.',
  },
]

/** A policy that is served now, as far as it could be read; null when none is, undefined when nobody could look. */
export type ServedAge = { mode: StsMode | null; maxAge: number | null } | null | undefined

/** The choice where the visitor makes none: what is served, where it suits the mode, else the stage that comes next. */
export function usualMaxAge(mode: StsMode, served: ServedAge): number {
  const kept = served?.mode === mode ? served.maxAge : null
  if (kept !== null && suits(mode, kept)) return kept
  return stage(mode === 'none' ? 'off' : mode === 'enforce' ? 'enforce' : firstOrLater(served))
}

/** Where nobody looked it need not be the first day. */
function firstOrLater(served: ServedAge): AgeStage['id'] {
  return served === null ? 'first-test' : 'test'
}

/** No rule has anything to say about it. */
function suits(mode: StsMode, maxAge: number): boolean {
  switch (mode) {
    case 'testing':
      return maxAge >= DAY && maxAge <= 14 * DAY
    case 'enforce':
      return maxAge >= 14 * DAY && maxAge < MAX_AGE_LIMIT
    case 'none':
      return maxAge >= DAY && maxAge <= 7 * DAY
  }
}

function stage(id: AgeStage['id']): number {
  return AGE_STAGES.find((known) => known.id === id)?.maxAge ?? DAY
}
