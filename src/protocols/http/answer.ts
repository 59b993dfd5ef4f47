/**
 * An HTTP answer described rather than passed through, as the proxy tells it (and as the page tells what it fetched
 * or was given). One type for both sides of the proxy.
 */
export interface HttpAnswer {
  url: string
  status: number
  /** `Location` of a redirect, as sent. */
  location?: string
  /** `Content-Type` as sent, parameters included; missing when the answer had none. */
  mediaType?: string
  /** `Content-Encoding` and `Cache-Control` as sent. */
  contentEncoding?: string
  cacheControl?: string
  /** Bytes of the body that were read. */
  bytes: number
  /** The body, base64. */
  body: string
  /** True when the body was longer than the limit and reading stopped there. */
  truncated: boolean
  tls?: TlsOutcome
  remoteAddress?: string
  elapsedMs: number
  /** Earlier hops, where redirects were followed (logo and certificate only). */
  hops?: { url: string; status: number; location: string }[]
  /** The record that named the address, as whoever fetched saw it (logo and certificate only). */
  record?: SeenRecord
}

/** A TXT record: its owner name, and its strings joined. */
export interface SeenRecord {
  name: string
  text: string
}

export interface TlsOutcome {
  /** `TLSv1.3`, `TLSv1.2` … */
  protocol: string
  trusted: boolean
  /** Why it is not trusted: the code of the TLS library, for example `CERT_HAS_EXPIRED`. */
  error?: string
  /** PEM, leaf first. */
  chain: string[]
}

/** What the proxy says when it could not get an answer. */
export interface HttpFailure {
  failed: { reason: HttpFailureReason; detail: string }
  record?: SeenRecord
}

export type HttpFailureReason =
  | 'timeout'
  | 'nxdomain'
  | 'no-address'
  | 'private-address'
  | 'refused'
  | 'unreachable'
  | 'tls'
  | 'not-http'
  | 'interrupted'
  | 'resolver'
  | 'bad-request'
  | 'rate-limited'
  /** No assertion record that receivers use; a record that names nothing to fetch; an address with a port of its own. */
  | 'no-record'
  | 'no-location'
  | 'port'
  | 'internal'

export type HttpOutcome = HttpAnswer | HttpFailure
