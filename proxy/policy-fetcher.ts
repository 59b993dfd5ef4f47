import type { HttpOutcome } from '../src/protocols/http/answer.ts'
import { MAX_BYTES, MAX_MS } from './door.ts'
import { described } from './failure.ts'
import type { HttpsGet } from './https-get.ts'

/** Fetches the policy file of a domain and describes what came; what went wrong is an answer too, so it never throws. */
export type PolicyFetcher = (domain: string, signal?: AbortSignal) => Promise<HttpOutcome>

/** RFC 8461 section 3.3: scheme, host and path are fixed, and a redirect is not followed. */
export function policyFetcher(get: HttpsGet, limitMs = MAX_MS): PolicyFetcher {
  return (domain, caller) =>
    described(limitMs, caller, (signal) =>
      get(
        {
          url: new URL(`https://mta-sts.${domain}/.well-known/mta-sts.txt`),
          accept: 'text/plain, */*;q=0.1',
          maxBytes: MAX_BYTES,
        },
        signal,
      ),
    )
}
