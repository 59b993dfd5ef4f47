/**
 * Domain names between the wire and text (RFC 1035 sections 3.1, 4.1.4 and 5.1): `_mta-sts.example.com`, lower-case,
 * without final dot; the root is the empty text. A dot or backslash inside a label is written `\.` and `\\`, a byte
 * that is no visible ASCII character `\DDD`, so that two different names never become the same text.
 */

/** What makes a message unreadable. Caught in `decodeMessage`, which turns it into a problem. */
export class WireFault extends Error {}

const MAX_LABEL = 63
/** RFC 1035 section 2.3.4: 255 bytes with the lengths of all labels and the root's. */
const MAX_NAME = 255
/** A name has at most 127 labels, so an honest one needs no more pointers than that. */
const MAX_POINTERS = 127

export interface NameAt {
  name: string
  /** Where reading goes on after the name. */
  end: number
}

/** @throws {WireFault} */
export function readName(bytes: Uint8Array, start: number): NameAt {
  const labels: string[] = []
  let end: number | null = null
  let at = start
  let lowest = start
  let length = 1
  let pointers = 0
  for (;;) {
    const size = byteAt(bytes, at)
    if (size >= 0xc0) {
      // Section 4.1.4: a pointer leads to a prior place, so each must lead further back.
      const target = ((size & 0x3f) << 8) | byteAt(bytes, at + 1)
      pointers += 1
      if (target >= lowest || pointers > MAX_POINTERS) throw new WireFault('a name that never ends')
      end ??= at + 2
      at = lowest = target
      continue
    }
    if (size > MAX_LABEL) throw new WireFault('a label of an unknown kind')
    if (size === 0) return { name: labels.join('.'), end: end ?? at + 1 }
    length += size + 1
    if (length > MAX_NAME) throw new WireFault('a name longer than 255 bytes')
    if (at + 1 + size > bytes.length) throw new WireFault('the message ends inside a name')
    labels.push(labelText(bytes.subarray(at + 1, at + 1 + size)))
    at += size + 1
  }
}

function byteAt(bytes: Uint8Array, at: number): number {
  const byte = bytes[at]
  if (byte === undefined) throw new WireFault('the message ends inside a name')
  return byte
}

function labelText(label: Uint8Array): string {
  return Array.from(label, (byte) => {
    const character = String.fromCharCode(byte)
    if (character === '.' || character === '\\') return `\\${character}`
    if (byte < 0x21 || byte > 0x7e) return `\\${String(byte).padStart(3, '0')}`
    return character.toLowerCase()
  }).join('')
}

/** The name as it goes on the wire, uncompressed; null when DNS cannot carry it (an empty or long label, too long). */
export function writeName(name: string): Uint8Array | null {
  const bytes: number[] = []
  for (const label of labelsOf(name)) {
    if (label.length === 0 || label.length > MAX_LABEL) return null
    bytes.push(label.length, ...label)
  }
  bytes.push(0)
  return bytes.length > MAX_NAME ? null : Uint8Array.from(bytes)
}

/** A character, an escaped character, or a byte by its number, as in a zone file. */
const PIECES = /\\(\d{3})|\\([^])|([^])/gu

function labelsOf(name: string): number[][] {
  const labels: number[][] = [[]]
  const relative = /(?:^|[^\\])(?:\\\\)*\.$/.test(name) ? name.slice(0, -1) : name
  if (relative === '') return []
  for (const [, number, escaped, plain] of relative.matchAll(PIECES)) {
    if (plain === '.') labels.push([])
    else if (number !== undefined && Number(number) < 256) labels.at(-1)?.push(Number(number))
    else labels.at(-1)?.push(...new TextEncoder().encode(number ?? escaped ?? plain ?? ''))
  }
  return labels
}

/** The same name for DNS: case does not count (RFC 4343), nor a final dot. */
export function isSameName(a: string, b: string): boolean {
  return canonicalName(a) === canonicalName(b)
}

/** Escapes written in one way, lower-case, no final dot: for comparing and as a key. */
export function canonicalName(name: string): string {
  const wire = writeName(name)
  return wire === null ? name.toLowerCase() : readName(wire, 0).name
}
