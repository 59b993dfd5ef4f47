/** Queries that come to the relay: RFC 8484 section 4.1.1, RFC 1035 section 4.1.1. */

/** A query for one name with EDNS needs some 300 bytes; padded ones (RFC 8467) stay well below this. */
export const MAX_QUERY = 1024

const HEADER = 12

/** The message in a `dns` parameter: base64url without padding (RFC 4648 section 5); null when it is something else. */
export function dnsQueryOf(parameter: string | undefined): Uint8Array | null {
  if (parameter === undefined || !/^[A-Za-z0-9_-]+$/.test(parameter)) return null
  if (parameter.length % 4 === 1 || parameter.length > (MAX_QUERY * 4) / 3) return null
  const binary = atob(parameter.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, (character) => character.charCodeAt(0))
}

/** One ordinary question: a relay for anything else (updates, notifies, zone transfers) is not needed. */
export function isDnsQuery(message: Uint8Array): boolean {
  if (message.length <= HEADER || message.length > MAX_QUERY) return false
  const flags = message[2] ?? 0
  const isQuery = (flags & 0x80) === 0 && (flags & 0x78) === 0
  const questions = ((message[4] ?? 0) << 8) | (message[5] ?? 0)
  return isQuery && questions === 1
}
