/**
 * The addresses of a BIMI record: one absolute `https` URI with a full host name (BIMI draft, Assertion Record
 * Definition: `bimi-uri = [FWS] URI [FWS]`).
 */
export type BimiUriFlaw = 'scheme' | 'syntax' | 'multiple'

const LABEL = '[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?'
const HOST = new RegExp(`^(?:${LABEL}\\.)+${LABEL}\\.?$`)
/** Characters of RFC 3986; a comma must be percent-encoded here. */
const CHARACTERS = /^(?:[A-Za-z0-9\-._~:/?#[\]@!$&'()*+=]|%[0-9A-Fa-f]{2})*$/

/** What keeps a receiver from fetching the address, or null. An empty address is not asked about here. */
export function bimiUriFlaw(uri: string): BimiUriFlaw | null {
  if (/,\s*[a-z][a-z0-9+.-]*:/i.test(uri)) return 'multiple'
  const match = /^([A-Za-z][A-Za-z0-9+.-]*):(.*)$/s.exec(uri)
  if (match === null || match[1]?.toLowerCase() !== 'https') return 'scheme'
  const [, authority, rest] = /^\/\/([^/?#]*)(.*)$/s.exec(match[2] ?? '') ?? []
  if (authority === undefined || rest === undefined) return 'syntax'
  const host = authority.replace(/:\d{1,5}$/, '')
  const isAddress = /^[\d.]+$/.test(host)
  return HOST.test(host) && !isAddress && CHARACTERS.test(rest) ? null : 'syntax'
}

/** The host of a good address, lower-case, without port and final dot; null otherwise. */
export function bimiUriHost(uri: string): string | null {
  if (bimiUriFlaw(uri) !== null) return null
  return /^[^:]*:\/\/([^/?#:]*)/.exec(uri)?.[1]?.toLowerCase().replace(/\.$/, '') ?? null
}

/** The end of the path's file name, lower-case, without the dot; empty when it has none. */
export function extensionOf(uri: string): string {
  const path = uri.replace(/[?#].*$/s, '').replace(/^[^:]*:\/\/[^/]*/, '')
  return /\.([A-Za-z0-9]+)$/.exec(path)?.[1]?.toLowerCase() ?? ''
}
