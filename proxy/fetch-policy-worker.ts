/**
 * The policy file fetched by `fetch`, in the Workers runtime. It cannot be told which address to connect to, so the
 * check of the address is a check, not a pin; that runtime connects to public addresses only. It shows no certificates:
 * a host with a bad one is a failed fetch.
 */
import type { HttpAnswer } from '../src/protocols/http/answer.ts'
import { reachable, type AddressLookup } from './addresses.ts'
import { MAX_BYTES, MAX_MS } from './door.ts'
import { described, Failing, messageOf } from './failure.ts'
import type { PolicyFetcher } from './policy-fetcher.ts'
import { describe, POLICY_PATH, policyHost, REQUEST_HEADERS } from './policy-request.ts'
import { readBody } from './read-body.ts'

export interface WorkerFetchOptions {
  addressesOf: AddressLookup
  fetch: typeof globalThis.fetch
  now: () => number
  limitMs?: number
}

export function workerPolicyFetcher(options: WorkerFetchOptions): PolicyFetcher {
  const { addressesOf, now, limitMs = MAX_MS } = options
  return (domain, caller) =>
    described(limitMs, caller, async (signal) => {
      const started = now()
      const host = policyHost(domain)
      reachable(host, await addressesOf(host, signal), false)
      return ask(domain, options.fetch, () => now() - started, signal)
    })
}

async function ask(
  domain: string,
  fetch: typeof globalThis.fetch,
  elapsed: () => number,
  signal: AbortSignal,
): Promise<HttpAnswer> {
  const url = `https://${policyHost(domain)}${POLICY_PATH}`
  const response = await fetch(url, {
    headers: REQUEST_HEADERS,
    redirect: 'manual',
    signal,
  }).catch((error: unknown) => {
    throw signal.aborted ? error : new Failing(...reasonOf(error))
  })
  const body = await readBody(response.body, MAX_BYTES).catch((error: unknown) => {
    throw new Failing('interrupted', `the answer broke off: ${messageOf(error)}`)
  })
  const header = (name: string) => response.headers.get(name) ?? undefined
  return describe(domain, response.status, header, body, elapsed())
}

/** The runtime tells what went wrong in words only. */
function reasonOf(error: unknown): ConstructorParameters<typeof Failing> {
  const message = messageOf(error)
  if (/\b(?:TLS|SSL|certificate)\b/i.test(message)) return ['tls', message]
  if (/refused/i.test(message)) return ['refused', message]
  return ['unreachable', message]
}
