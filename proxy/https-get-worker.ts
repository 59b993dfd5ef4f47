/**
 * One file fetched by `fetch`, in the Workers runtime. It cannot be told which address to connect to, so the check of
 * the address is a check, not a pin; that runtime connects to public addresses only. It shows no certificates: a host
 * with a bad one is a failed fetch.
 */
import { reachable, type AddressLookup } from './addresses.ts'
import { Failing, messageOf } from './failure.ts'
import { describe, headersOf, hostOf, type HttpsGet } from './https-get.ts'
import { readBody } from './read-body.ts'

export interface WorkerGetOptions {
  addressesOf: AddressLookup
  fetch: typeof globalThis.fetch
  now: () => number
}

export function workerHttpsGet({ addressesOf, fetch, now }: WorkerGetOptions): HttpsGet {
  return async (request, signal) => {
    const started = now()
    const { url, maxBytes } = request
    const host = hostOf(url)
    reachable(host, await addressesOf(host, signal), false)
    const response = await fetch(url.href, {
      headers: headersOf(request),
      redirect: 'manual',
      signal,
    }).catch((error: unknown) => {
      throw signal.aborted ? error : new Failing(...reasonOf(error))
    })
    const body = await readBody(response.body, maxBytes).catch((error: unknown) => {
      throw new Failing('interrupted', `the answer broke off: ${messageOf(error)}`)
    })
    const header = (name: string) => response.headers.get(name) ?? undefined
    return describe(url, response.status, header, body, now() - started)
  }
}

const UNTOLD =
  'the connection failed and the runtime does not say why; a certificate that is not trusted is one reason'

/** The runtime tells what went wrong in words only, and of some things only that they did. */
function reasonOf(error: unknown): ConstructorParameters<typeof Failing> {
  const message = messageOf(error)
  if (/^internal error/i.test(message)) return ['unreachable', UNTOLD]
  if (/\b(?:TLS|SSL|certificate)\b/i.test(message)) return ['tls', message]
  if (/refused/i.test(message)) return ['refused', message]
  return ['unreachable', message]
}
