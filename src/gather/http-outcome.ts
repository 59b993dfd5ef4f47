/** What the proxy says, read as if it came from anybody: nothing is taken over that was not looked at. */
import type {
  HttpAnswer,
  HttpFailureReason,
  HttpOutcome,
  TlsOutcome,
} from '../protocols/http/answer.ts'
import { decodeBase64 } from '../protocols/text/utf8.ts'

/** Twice what senders read, in base64. */
const LONGEST_BODY = 180_000
const LONGEST_TEXT = 20_000
const MOST_CERTIFICATES = 20

/** Null when it is not what a proxy says. */
export function readOutcome(said: unknown): HttpOutcome | null {
  if (!isObject(said)) return null
  return 'failed' in said ? readFailure(said['failed']) : readAnswer(said)
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

function readAnswer(said: Said): HttpAnswer | null {
  const url = text(said['url'])
  const status = count(said['status'])
  const bytes = count(said['bytes'])
  const elapsedMs = count(said['elapsedMs'])
  const body = text(said['body'], LONGEST_BODY)
  const { truncated } = said
  if (url === null || status === null || status < 100 || status > 999) return null
  if (bytes === null || elapsedMs === null || typeof truncated !== 'boolean') return null
  if (body === null || decodeBase64(body) === null) return null
  const tls = said['tls'] === undefined ? undefined : readTls(said['tls'])
  const optional = ['location', 'mediaType', 'contentEncoding', 'cacheControl', 'remoteAddress']
  const headers = optional.map((name) => [name, said[name]] as const)
  const given = headers.filter(([, value]) => value !== undefined)
  if (tls === null || given.some(([, value]) => text(value) === null)) return null
  return {
    url,
    status,
    bytes,
    body,
    truncated,
    elapsedMs,
    ...Object.fromEntries(given),
    ...(tls === undefined ? {} : { tls }),
  }
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
