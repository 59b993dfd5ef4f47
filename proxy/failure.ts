import type { HttpFailure, HttpFailureReason, HttpOutcome } from '../src/protocols/http/answer.ts'

export function failure(reason: HttpFailureReason, detail: string): HttpFailure {
  return { failed: { reason, detail } }
}

export function isFailure(outcome: HttpOutcome): outcome is HttpFailure {
  return 'failed' in outcome
}

/**
 * A failure on its way up through code that has something else to return. Only the proxy's own code throws it, and
 * `described` is where it ends.
 */
export class Failing extends Error {
  readonly reason: HttpFailureReason

  constructor(reason: HttpFailureReason, detail: string) {
    super(detail)
    this.reason = reason
  }
}

/** The code of a Node error (`ECONNREFUSED`), or the empty string. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  if ('code' in error && typeof error.code === 'string') return error.code
  return codeOf(error.cause)
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/**
 * Runs a fetch under one limit for everything, and turns whatever it throws into a failure. `work` receives a signal
 * that ends at the limit, or when the caller goes away.
 */
export async function described(
  limitMs: number,
  caller: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<HttpOutcome>,
): Promise<HttpOutcome> {
  const limit = AbortSignal.timeout(limitMs)
  const signal = caller === undefined ? limit : AbortSignal.any([limit, caller])
  try {
    return await Promise.race([work(signal), rejection(signal)])
  } catch (error) {
    if (limit.aborted) return failure('timeout', `no complete answer within ${limitMs / 1000} s`)
    if (caller?.aborted) return failure('interrupted', 'the caller went away')
    if (error instanceof Failing) return failure(error.reason, error.message)
    return failure('internal', messageOf(error))
  }
}

/** Rejects when the signal ends: work that does not look at the signal must not outlive the limit. */
function rejection(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const stop = () => reject(new Failing('interrupted', 'stopped'))
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop, { once: true })
  })
}
