/**
 * The text of a TXT record as the strings that DNS carries: each of at most 255 bytes (RFC 1035 section 3.3.14), joined
 * by readers without anything between them (RFC 8461 section 3.1, RFC 8460 section 3, RFC 7489 section 6.1).
 *
 *   "v=TLSRPTv1; rua=mailto:a@example.com,mailto:b@exa" "mple.com"
 */

const MAX_BYTES = 255
const ENCODER = new TextEncoder()

/** At least one string, perhaps empty. A character of several bytes is never cut, so each string is text by itself. */
export function txtStrings(value: string): string[] {
  const strings: string[] = []
  let current = ''
  let size = 0
  for (const character of value) {
    const bytes = ENCODER.encode(character).length
    if (size + bytes > MAX_BYTES) {
      strings.push(current)
      current = ''
      size = 0
    }
    current += character
    size += bytes
  }
  return [...strings, current]
}

/** Presentation format: `\\`, `\"`, and any byte that is not printable as `\DDD`, decimal (RFC 1035 section 5.1). */
export function escaped(text: string): string {
  return escapeBytes(text, (byte) => `\\${byte.toString().padStart(3, '0')}`)
}

/** The same with octal numbers. */
export function escapedInOctal(text: string): string {
  return escapeBytes(text, octal)
}

export function octal(byte: number): string {
  return `\\${byte.toString(8).padStart(3, '0')}`
}

/** All strings, each in quotation marks: without them everything after a `;` is a comment. */
export function quotedStrings(
  value: string,
  { escape = escaped, between = ' ' }: { escape?: (text: string) => string; between?: string } = {},
): string {
  return txtStrings(value)
    .map((text) => `"${escape(text)}"`)
    .join(between)
}

function escapeBytes(text: string, number: (byte: number) => string): string {
  let out = ''
  for (const byte of ENCODER.encode(text)) {
    const character = String.fromCharCode(byte)
    if (character === '"' || character === '\\') out += `\\${character}`
    else out += isPrintable(byte) ? character : number(byte)
  }
  return out
}

export function isPrintable(byte: number): boolean {
  return byte >= 0x20 && byte <= 0x7e
}
