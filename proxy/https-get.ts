import type { HttpAnswer } from '../src/protocols/http/answer.ts'
import { encodeBase64 } from '../src/protocols/text/utf8.ts'
import type { Body } from './read-body.ts'

/** One question to one host. */
export interface HttpsRequest {
  /** `https:`, with a host that has a name. */
  url: URL
  accept: string
  /** Bytes of the body that are read. */
  maxBytes: number
}

/**
 * Asks the host of an address, if the host's own addresses may be connected to, and describes what it answers. A
 * redirect is an answer; nothing is followed. Throws `Failing`.
 */
export type HttpsGet = (request: HttpsRequest, signal: AbortSignal) => Promise<HttpAnswer>

/** No compression is asked for, so that one which comes all the same is seen. */
export function headersOf({ accept }: HttpsRequest): Record<string, string> {
  return {
    Accept: accept,
    'Accept-Encoding': 'identity',
    'User-Agent': 'Signet/0.1 (checks MTA-STS and BIMI)',
  }
}

/** The host without the final dot that a URL may have; certificates and SNI have none. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/\.$/, '')
}

/** Header names in lower case → value as sent. */
export type HeaderOf = (name: string) => string | undefined

/** The description of an answer; headers that were not sent have no key. */
export function describe(
  url: URL,
  status: number,
  header: HeaderOf,
  body: Body,
  elapsedMs: number,
): HttpAnswer {
  const named = {
    location: header('location'),
    mediaType: header('content-type'),
    contentEncoding: header('content-encoding'),
    cacheControl: header('cache-control'),
  }
  return {
    url: url.href,
    status,
    ...Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined)),
    bytes: body.bytes.length,
    body: encodeBase64(body.bytes),
    truncated: body.truncated,
    elapsedMs: Math.round(elapsedMs),
  }
}
