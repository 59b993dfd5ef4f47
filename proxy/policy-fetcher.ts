import type { HttpOutcome } from '../src/protocols/http/answer.ts'

/** Fetches the policy file of a domain and describes what came; what went wrong is an answer too, so it never throws. */
export type PolicyFetcher = (domain: string, signal?: AbortSignal) => Promise<HttpOutcome>
