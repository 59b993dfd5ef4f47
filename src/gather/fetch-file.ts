/** The ways to a file that a domain publishes: through a proxy, or by the page itself where the host allows it. */
import { failed, type Fact, type FailedReason, type Source } from '../facts/fact.ts'
import type { HttpAnswer, HttpOutcome } from '../protocols/http/answer.ts'
import type { ProxyRoute } from '../protocols/http/capabilities.ts'
import { encodeBase64 } from '../protocols/text/utf8.ts'
import { isTimeout, messageOf, type Fetch } from './doh-request.ts'
import { readOutcome } from './http-outcome.ts'
import { withTimeLimit } from './waiting.ts'

/** A file, how the proxy is asked for it, and what follows from the outcome. */
export interface RemoteFile {
  url: string
  route: ProxyRoute
  /** What the route is asked: `domain=example.com`. */
  query: string
  /** Bytes that are read. */
  maxBytes: number
  toFact: (outcome: HttpOutcome, source: Source) => Fact<HttpAnswer>
}

export interface FetchOptions {
  fetch: Fetch
  now: () => number
  isOnline: () => boolean
}

/** The proxy itself gives up after 10 s. */
const PROXY_MS = 20_000
const DIRECT_MS = 15_000

/** The proxy first; where it does not work, the page itself. Without a proxy only the page itself. */
export async function byPage(
  proxy: string | null,
  file: RemoteFile,
  options: FetchOptions,
  signal?: AbortSignal,
): Promise<Fact<HttpAnswer>> {
  if (proxy === null) return direct(file, options, signal)
  const fact = await throughProxy(proxy, file, options, signal)
  if (fact.state !== 'failed' || !['proxy', 'rate-limited'].includes(fact.reason)) return fact
  const own = await direct(file, options, signal)
  return own.state === 'failed' && own.reason !== 'cancelled' ? fact : own
}

/** @param proxy an origin, without final slash. Never rejects. */
export async function throughProxy(
  proxy: string,
  file: RemoteFile,
  { fetch, now, isOnline }: FetchOptions,
  signal?: AbortSignal,
): Promise<Fact<HttpAnswer>> {
  const source = (): Source => ({ name: file.url, via: 'proxy', time: isoTime(now()) })
  try {
    return await withTimeLimit(PROXY_MS, signal, async (limited) => {
      const url = `${proxy}${file.route}?${file.query}`
      const response = await fetch(url, { credentials: 'omit', cache: 'no-store', signal: limited })
      const outcome = await outcomeOf(response, file.maxBytes)
      if (outcome === null)
        return failed('proxy', `The proxy answered with HTTP status ${response.status}.`, source())
      return file.toFact(outcome, source())
    })
  } catch (error) {
    return failed(...reasonFor(error, 'proxy', isOnline, signal), source())
  }
}

/** Every answer of the proxy says in JSON what became of the fetch; null when this one does not. */
async function outcomeOf(response: Response, maxBytes: number) {
  try {
    return readOutcome(await response.json(), maxBytes)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** Readable only when the host sends `Access-Control-Allow-Origin`. Never rejects, and never blames the domain. */
export async function direct(
  file: RemoteFile,
  { fetch, now, isOnline }: FetchOptions,
  signal?: AbortSignal,
): Promise<Fact<HttpAnswer>> {
  const source = (): Source => ({ name: file.url, via: 'page', time: isoTime(now()) })
  const began = now()
  try {
    return await withTimeLimit(DIRECT_MS, signal, async (limited) => {
      const response = await fetch(file.url, {
        credentials: 'omit',
        // Senders use no HTTP cache and follow no redirect either (RFC 8461 section 3.3); what a browser follows it hides.
        cache: 'no-store',
        redirect: 'manual',
        referrerPolicy: 'no-referrer',
        signal: limited,
      })
      if (response.type === 'opaqueredirect')
        return failed(
          'cors',
          'The address redirects, and the browser does not say where.',
          source(),
        )
      const body = await readUpTo(response, file.maxBytes)
      return file.toFact(describe(file.url, response, body, now() - began), source())
    })
  } catch (error) {
    return failed(...reasonFor(error, 'cors', isOnline, signal), source())
  }
}

interface Body {
  bytes: Uint8Array
  truncated: boolean
}

async function readUpTo(response: Response, limit: number): Promise<Body> {
  const reader = response.body?.getReader()
  const read: number[] = []
  for (;;) {
    const piece = await reader?.read()
    if (piece === undefined || piece.done) return { bytes: Uint8Array.from(read), truncated: false }
    for (const byte of piece.value.subarray(0, limit + 1 - read.length)) read.push(byte)
    if (read.length <= limit) continue
    await reader?.cancel()
    return { bytes: Uint8Array.from(read.slice(0, limit)), truncated: true }
  }
}

function describe(url: string, response: Response, body: Body, elapsedMs: number): HttpAnswer {
  const mediaType = response.headers.get('Content-Type')
  const cacheControl = response.headers.get('Cache-Control')
  return {
    url,
    status: response.status,
    ...(mediaType === null ? {} : { mediaType }),
    ...(cacheControl === null ? {} : { cacheControl }),
    bytes: body.bytes.length,
    body: encodeBase64(body.bytes),
    truncated: body.truncated,
    elapsedMs,
  }
}

/** Why a fetch threw. Browsers do not tell a refused connection from an answer that may not be read. */
function reasonFor(
  error: unknown,
  otherwise: 'proxy' | 'cors',
  isOnline: () => boolean,
  signal: AbortSignal | undefined,
): [FailedReason, string] {
  if (signal?.aborted === true) return ['cancelled', 'The fetch was given up.']
  if (isTimeout(error)) return ['timeout', messageOf(error)]
  return isOnline() ? [otherwise, messageOf(error)] : ['offline', messageOf(error)]
}

function isoTime(ms: number): string {
  return new Date(ms).toISOString()
}
