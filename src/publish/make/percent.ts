/** Percent-encoding of what would end a URI, or the field of a record that holds it (RFC 3986 section 2.1). */

/**
 * Encodes every character that `allowed` does not name, as UTF-8. What is percent-encoded already stays.
 *
 * @param allowed tests one character
 */
export function encoded(text: string, allowed: RegExp): string {
  return text.replace(/%[\da-f]{2}|[^]/giu, (piece) => {
    if (piece.length === 3 && piece.startsWith('%')) return piece
    return allowed.test(piece) ? piece : bytesOf(piece)
  })
}

/** The same for a text that is no URI yet: its own percent signs are characters like any other. */
export function encodedWhole(text: string, allowed: RegExp): string {
  return encoded(text.replaceAll('%', '%25'), allowed)
}

function bytesOf(character: string): string {
  const bytes = Array.from(new TextEncoder().encode(character))
  return bytes.map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('')
}
