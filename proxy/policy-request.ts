import type { HttpAnswer } from '../src/protocols/http/answer.ts'
import { encodeBase64 } from '../src/protocols/text/utf8.ts'
import type { Body } from './read-body.ts'

/** RFC 8461 section 3.3: host and path are fixed. */
export const POLICY_PATH = '/.well-known/mta-sts.txt'

export function policyHost(domain: string): string {
  return `mta-sts.${domain}`
}

/** No compression is asked for, so that one which comes all the same is seen. */
export const REQUEST_HEADERS = {
  Accept: 'text/plain, */*;q=0.1',
  'Accept-Encoding': 'identity',
  'User-Agent': 'Signet/0.1 (checks MTA-STS)',
}

/** Header names in lower case → value as sent. */
export type HeaderOf = (name: string) => string | undefined

/** The description of an answer; headers that were not sent have no key. */
export function describe(
  domain: string,
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
    url: `https://${policyHost(domain)}${POLICY_PATH}`,
    status,
    ...Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined)),
    bytes: body.bytes.length,
    body: encodeBase64(body.bytes),
    truncated: body.truncated,
    elapsedMs: Math.round(elapsedMs),
  }
}
