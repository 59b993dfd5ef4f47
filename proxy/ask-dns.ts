/**
 * Asks one DNS message of somebody and returns the answer, with the id of the question. Throws `Failing` (`timeout` or
 * `resolver`).
 */
export type AskDns = (query: Uint8Array, signal: AbortSignal) => Promise<Uint8Array>

/** The TC bit (RFC 1035 section 4.1.1): the answer did not fit, ask again over TCP. */
export function isTruncated(message: Uint8Array): boolean {
  return ((message[2] ?? 0) & 0x02) !== 0
}

/** The same message with another id. */
export function withId(message: Uint8Array, id: number): Uint8Array {
  const copy = message.slice()
  copy[0] = id >> 8
  copy[1] = id & 0xff
  return copy
}

export function idOf(message: Uint8Array): number {
  return ((message[0] ?? 0) << 8) | (message[1] ?? 0)
}

/** Does the message answer this query: its id, the QR bit, and its question, letter for letter? */
export function answers(message: Uint8Array, query: Uint8Array): boolean {
  if (message.length < 12 || idOf(message) !== idOf(query)) return false
  if (((message[2] ?? 0) & 0x80) === 0) return false
  const end = endOfQuestion(query)
  // A server that could not even read the query repeats no question (RFC 1035 section 4.1.1, format error).
  if (message[4] === 0 && message[5] === 0) return ((message[3] ?? 0) & 0x0f) !== 0
  return end !== null && query.subarray(12, end).every((byte, i) => same(byte, message[12 + i]))
}

/** Where the one question of a query ends; null when the message is too short for it. */
export function endOfQuestion(query: Uint8Array): number | null {
  let at = 12
  for (;;) {
    const length = query[at]
    if (length === undefined || length > 63) return null
    at += length + 1
    if (length === 0) return at + 4 <= query.length ? at + 4 : null
  }
}

/** Case does not matter in names (RFC 4343); type and class have no letters. */
function same(a: number, b: number | undefined): boolean {
  const isLetter = (a >= 0x41 && a <= 0x5a) || (a >= 0x61 && a <= 0x7a)
  return a === b || (isLetter && b !== undefined && (a ^ b) === 0x20)
}
