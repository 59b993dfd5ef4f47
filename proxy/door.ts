import type { BimiFetcher } from './bimi-fetcher.ts'
import type { PolicyFetcher } from './policy-fetcher.ts'

/** What a fetch may take, on both doors. */
export const MAX_BYTES = 65_536
export const MAX_MS = 10_000
/** Of a logo or a mark certificate: sixteen times what providers take, so that one which is too large is seen to be. */
export const MAX_BIMI_BYTES = 524_288

/** What differs between the two doors of the proxy. */
export interface Door {
  name: 'node' | 'worker'
  /** Does it see the certificates of the hosts it fetches from? */
  tls: boolean
  /** Called with domains only that have been checked to be domain names. */
  policy: PolicyFetcher
  /** The logo and the mark certificate; with selectors that have been checked to be selectors. */
  indicator: BimiFetcher
  evidence: BimiFetcher
  /** Relays one DNS message; missing where the door has no resolver of its own. */
  dns?: (query: Uint8Array, signal: AbortSignal) => Promise<Uint8Array>
  /** Tells clients apart, for the rate limit. */
  clientOf: (request: Request, env: unknown) => string
  /** Milliseconds since 1970. */
  now: () => number
  fetchesPerMinute: number
  questionsPerMinute: number
}
