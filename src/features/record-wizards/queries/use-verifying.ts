import { useState } from 'react'
import { agreementOf } from '../view-model/verify-rows.ts'
import { useRounds, type Rounds, type RoundsWanted } from './use-rounds.ts'
import type { Expected } from './verify-round.ts'

/** Watches until what is expected is live; null while nothing is. Asked anew only where the texts differ. */
export function useVerifying(expected: Expected | null): Rounds | null {
  const key = keyOf(expected)
  // What is replaced is no more as soon as it is replaced; what is waited for stays the same.
  const [held, setHeld] = useState(() => ({ key, wanted: toWanted(expected) }))
  if (held.key !== key) setHeld({ key, wanted: toWanted(expected) })
  const rounds = useRounds(held.wanted)
  return held.wanted === null ? null : rounds
}

function keyOf(expected: Expected | null): string {
  if (expected === null) return ''
  const { domain, records, policy } = expected
  return JSON.stringify([domain, policy, records.map(({ name, value }) => [name, value])])
}

function toWanted(expected: Expected | null): RoundsWanted | null {
  if (expected === null) return null
  return { expected, agrees: (sighting) => agreementOf(sighting, null).state === 'live' }
}
