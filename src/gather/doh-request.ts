/** One question to one resolver, by GET and without anything that would need a preflight (RFC 8484 section 4.1). */
import type { FailedReason } from '../facts/fact.ts'
import { answersQuestion, decodeMessage, type DnsMessage } from '../protocols/dns/message.ts'
import { encodeQuery, toBase64Url, type Query } from '../protocols/dns/query.ts'
import type { Resolver } from './resolver.ts'
import { pause, TimedOut, withTimeLimit } from './waiting.ts'

export type Fetch = (url: string, init: RequestInit) => Promise<Response>

export interface DohOptions {
  fetch: Fetch
  now: () => number
  /** Milliseconds for one request. */
  requestMs: number
  /** Past the browser's cache, for "check again". */
  fresh: boolean
  /** False when the machine knows that it is offline. */
  isOnline: () => boolean
}

export type Reply =
  | { state: 'message'; message: DnsMessage; resolver: Resolver }
  | { state: 'trouble'; reason: FailedReason; detail: string; resolver: Resolver }

const DNS_MESSAGE = 'application/dns-message'
const LARGEST_MESSAGE = 65_535
/** Waits after a 429 that does not say how long, in milliseconds. */
const PAUSES = [1000, 2000, 4000]
/** A resolver that wants a longer pause is passed over. */
const LONGEST_PAUSE = 5000

/** Asks, and asks again after a pause when the resolver wants one (429). Rejects only when the signal is aborted. */
export async function askResolver(
  resolver: Resolver,
  query: Query,
  options: DohOptions,
  signal: AbortSignal,
): Promise<Reply> {
  for (const usual of PAUSES) {
    const reply = await askOnce(resolver, query, options, signal)
    if (!('wait' in reply)) return reply
    const ms = reply.wait ?? usual
    if (ms > LONGEST_PAUSE) return trouble(resolver, 'rate-limited', 'asks for a long pause')
    await pause(ms, signal)
  }
  const reply = await askOnce(resolver, query, options, signal)
  return 'wait' in reply ? trouble(resolver, 'rate-limited', 'keeps asking for a pause') : reply
}

function trouble(resolver: Resolver, reason: FailedReason, detail: string): Reply {
  return { state: 'trouble', reason, detail: `${resolver.name} ${detail}`, resolver }
}

/** How long to wait in milliseconds, null when the resolver does not say. */
interface Busy {
  wait: number | null
}

async function askOnce(
  resolver: Resolver,
  query: Query,
  options: DohOptions,
  signal: AbortSignal,
): Promise<Reply | Busy> {
  try {
    return await withTimeLimit(options.requestMs, signal, async (limited) => {
      const response = await options.fetch(addressOf(resolver, query), request(options, limited))
      return await readResponse(response, resolver, query, options.now())
    })
  } catch (error) {
    if (signal.aborted) throw error
    if (isTimeout(error)) return trouble(resolver, 'timeout', 'did not answer in time')
    if (!options.isOnline()) return trouble(resolver, 'offline', 'was not reached: you are offline')
    return trouble(
      resolver,
      'resolver',
      `was not reached: offline, or blocked by an extension or by the network (${messageOf(error)})`,
    )
  }
}

/** Ours, or that of whoever fetches. */
export function isTimeout(error: unknown): boolean {
  return error instanceof TimedOut || (error instanceof Error && error.name === 'TimeoutError')
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

function addressOf({ url }: Resolver, query: Query): string {
  const message = encodeQuery(query) ?? new Uint8Array()
  return `${url}${url.includes('?') ? '&' : '?'}dns=${toBase64Url(message)}`
}

function request({ fresh }: DohOptions, signal: AbortSignal): RequestInit {
  return {
    headers: { Accept: DNS_MESSAGE },
    credentials: 'omit',
    cache: fresh ? 'no-store' : 'default',
    redirect: 'follow',
    referrerPolicy: 'no-referrer',
    signal,
  }
}

async function readResponse(
  response: Response,
  resolver: Resolver,
  { name, type }: Query,
  now: number,
): Promise<Reply | Busy> {
  if (response.status === 429) return { wait: retryAfter(response.headers.get('Retry-After'), now) }
  const fail = (detail: string): Reply => trouble(resolver, 'resolver', detail)
  if (response.status !== 200) return fail(`answered with HTTP status ${response.status}`)
  const mediaType = response.headers.get('Content-Type')?.split(';')[0]?.trim().toLowerCase()
  if (mediaType !== DNS_MESSAGE) return fail(`answered with \`${mediaType ?? 'no media type'}\``)
  const bytes = new Uint8Array(await response.arrayBuffer())
  if (bytes.length > LARGEST_MESSAGE) return fail('sent more than a DNS message can hold')
  const decoded = decodeMessage(bytes)
  if (!decoded.ok) return fail(`sent a message that cannot be read: ${decoded.problem}`)
  const { message } = decoded
  if (!answersQuestion(message, name, type)) return fail('answered another question')
  if (message.truncated) return fail('sent only a part of the answer')
  return { state: 'message', message, resolver }
}

/** RFC 9110 section 10.2.3: seconds, or a date. */
function retryAfter(text: string | null, now: number): number | null {
  if (text === null) return null
  if (/^\d+$/.test(text)) return Number(text) * 1000
  const date = Date.parse(text)
  return date > now ? date - now : null
}
