/** What the proxy says, read as if it came from anybody: nothing is taken over that was not looked at. */
import type {
  HttpAnswer,
  HttpFailureReason,
  HttpOutcome,
  SeenRecord,
  TlsOutcome,
} from '../protocols/http/answer.ts'
import { decodeBase64 } from '../protocols/text/utf8.ts'

/** What senders read of a policy (RFC 8461 section 3.3). */
const POLICY_BYTES = 65_536
const LONGEST_TEXT = 20_000
/** All that a TXT record can hold. */
const LONGEST_RECORD = 65_535
const MOST_HOPS = 10
const MOST_CERTIFICATES = 20

/**
 * Null when it is not what a proxy says.
 *
 * @param maxBytes the largest body that was asked for
 */
export function readOutcome(said: unknown, maxBytes = POLICY_BYTES): HttpOutcome | null {
  if (!isObject(said)) return null
  const outcome = 'failed' in said ? readFailure(said['failed']) : readAnswer(said, maxBytes)
  const record = said['record'] === undefined ? undefined : readRecord(said['record'])
  if (outcome === null || record === null) return null
  return record === undefined ? outcome : { ...outcome, record }
}

function readRecord(said: unknown): SeenRecord | null {
  const name = isObject(said) ? text(said['name']) : null
  const seen = isObject(said) ? text(said['text'], LONGEST_RECORD) : null
  return name === null || seen === null ? null : { name, text: seen }
}

type Said = Record<string, unknown>

function isObject(value: unknown): value is Said {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const REASONS: readonly HttpFailureReason[] = [
  'timeout',
  'nxdomain',
  'no-address',
  'private-address',
  'refused',
  'unreachable',
  'tls',
  'not-http',
  'interrupted',
  'resolver',
  'bad-request',
  'rate-limited',
  'no-record',
  'no-location',
  'port',
  'internal',
]

function readFailure(said: unknown): HttpOutcome | null {
  if (!isObject(said)) return null
  const reason = REASONS.find((known) => known === said['reason'])
  const detail = text(said['detail'])
  return reason === undefined || detail === null ? null : { failed: { reason, detail } }
}

function readAnswer(said: Said, maxBytes: number): HttpAnswer | null {
  const url = text(said['url'])
  const status = count(said['status'])
  const bytes = count(said['bytes'])
  const elapsedMs = count(said['elapsedMs'])
  const body = text(said['body'], base64Length(maxBytes))
  const { truncated } = said
  if (url === null || status === null || status < 100 || status > 999) return null
  if (bytes === null || elapsedMs === null || typeof truncated !== 'boolean') return null
  if (body === null || decodeBase64(body) === null) return null
  const tls = said['tls'] === undefined ? undefined : readTls(said['tls'])
  const hops = said['hops'] === undefined ? undefined : readHops(said['hops'])
  const optional = ['location', 'mediaType', 'contentEncoding', 'cacheControl', 'remoteAddress']
  const headers = optional.map((name) => [name, said[name]] as const)
  const given = headers.filter(([, value]) => value !== undefined)
  if (tls === null || hops === null || given.some(([, value]) => text(value) === null)) return null
  return {
    url,
    status,
    bytes,
    body,
    truncated,
    elapsedMs,
    ...Object.fromEntries(given),
    ...(tls === undefined ? {} : { tls }),
    ...(hops === undefined ? {} : { hops }),
  }
}

/** With room for padding. */
function base64Length(bytes: number): number {
  return Math.ceil((bytes * 4) / 3) + 100
}

function readHops(said: unknown): NonNullable<HttpAnswer['hops']> | null {
  if (!Array.isArray(said) || said.length > MOST_HOPS) return null
  const hops = said.map(readHop)
  const read = hops.filter((hop) => hop !== null)
  return read.length < hops.length ? null : read
}

function readHop(said: unknown): NonNullable<HttpAnswer['hops']>[number] | null {
  if (!isObject(said)) return null
  const url = text(said['url'])
  const status = count(said['status'])
  const location = text(said['location'])
  return url === null || status === null || location === null ? null : { url, status, location }
}

function readTls(said: unknown): TlsOutcome | null {
  if (!isObject(said)) return null
  const protocol = text(said['protocol'])
  const { trusted, chain } = said
  if (protocol === null || typeof trusted !== 'boolean' || !Array.isArray(chain)) return null
  if (chain.length > MOST_CERTIFICATES) return null
  const certificates = chain.map((certificate) => text(certificate))
  const pem = certificates.filter((certificate) => certificate !== null)
  if (pem.length < certificates.length) return null
  const error = said['error'] === undefined ? undefined : text(said['error'])
  if (error === null) return null
  return { protocol, trusted, chain: pem, ...(error === undefined ? {} : { error }) }
}

function text(value: unknown, longest = LONGEST_TEXT): string | null {
  return typeof value === 'string' && value.length <= longest ? value : null
}

function count(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : null
}
