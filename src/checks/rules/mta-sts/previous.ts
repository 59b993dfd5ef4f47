import type { PreviousCheck } from '../../../facts/fact-set.ts'

/** Did the last check of this domain see a record? */
export function wasPublished(previous: PreviousCheck | null): boolean {
  return previous?.stsId !== null && previous?.stsId !== undefined
}

/**
 * Until when senders may hold the policy that the last check saw, in milliseconds since 1970; null when it bound nobody.
 * A policy of mode `none` asks for nothing, so a sender that still holds it does no harm.
 */
export function heldUntil({ time, mode, maxAge }: PreviousCheck): number | null {
  if (mode === null || mode === 'none' || maxAge === null) return null
  const seen = Date.parse(time)
  return Number.isNaN(seen) ? null : seen + maxAge * 1000
}
