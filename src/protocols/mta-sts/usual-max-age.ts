/** How long senders should keep a policy at each stage (RFC 8461 sections 3.2, 8.1, 8.3 and 10.2), in seconds. */
import { MAX_AGE_LIMIT, type StsMode } from './policy-values.ts'

const DAY = 86_400

export const USUAL_MAX_AGE = {
  /** The first days of testing. */
  firstTest: DAY,
  test: 7 * DAY,
  /** The first month of enforcing, and later. */
  enforce: 30 * DAY,
  settled: 120 * DAY,
  /** On the way out. */
  off: DAY,
} as const

/** Short while testing and on the way out, long when enforced; the limit itself is not read by every sender. */
export function suitsMode(mode: StsMode, maxAge: number): boolean {
  switch (mode) {
    case 'testing':
      return maxAge >= DAY && maxAge <= 14 * DAY
    case 'enforce':
      return maxAge >= 14 * DAY && maxAge < MAX_AGE_LIMIT
    case 'none':
      return maxAge >= DAY && maxAge <= 7 * DAY
  }
}
