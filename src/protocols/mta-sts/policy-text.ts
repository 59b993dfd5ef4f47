/**
 * From the bytes of an answer to the text of a policy file (RFC 8461 section 3.2: US-ASCII, and UTF-8 in extension
 * values), before any line is looked at. The text is the one that `facts/raw-text.ts` shows, so spans fit it.
 */
import type { Span } from '../text/problem.ts'
import { decodeText } from '../text/utf8.ts'

export interface PolicyText {
  text: string
  /**
   * lines: read on; page: a web page, no policy at all; empty: nothing; encoding: no text in UTF-8, so that lines
   * would be guesses.
   */
  kind: 'lines' | 'page' | 'empty' | 'encoding'
  /** Where the first line begins: after a byte-order mark, where there is one. */
  from: number
  /** The bytes that are no UTF-8. */
  strange?: Span
}

export function readPolicyText(input: Uint8Array | string): PolicyText {
  const text = typeof input === 'string' ? input : decodeText(input).text
  const strange = typeof input === 'string' ? strangeInString(input) : strangeInBytes(input)
  if (strange !== null) return { text, kind: 'encoding', from: 0, strange }
  const from = text.startsWith('\ufeff') ? 1 : 0
  if (/^[ \t\r\n]*$/.test(text.slice(from))) return { text, kind: 'empty', from }
  return { text, kind: isWebPage(text) ? 'page' : 'lines', from }
}

/**
 * The page of a web server that answers every path: begins with `<` or holds `<html`. A `<!--` above the lines of a
 * policy is somebody's comment instead.
 */
export function isWebPage(text: string): boolean {
  if (/<html/i.test(text)) return true
  const start = text.replace(/^[\ufeff\s]+/, '')
  return (
    start.startsWith('<') && !(start.startsWith('<!--') && /^[ \t]*version[ \t]*:/im.test(text))
  )
}

function strangeInBytes(bytes: Uint8Array): Span | null {
  const [first, second] = bytes
  // The byte-order marks of UTF-16, which Windows Notepad calls "Unicode".
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    return { start: 0, end: 2 }
  const { text, encoding } = decodeText(bytes)
  if (encoding === 'utf-8') return strangeInString(text)
  const start = firstBadByte(bytes)
  return { start, end: start + 1 }
}

/** UTF-16 without a mark reads as ASCII with a NUL beside each character; half a surrogate pair is no character. */
function strangeInString(text: string): Span | null {
  const opening = text.slice(0, 8)
  if (/^(?:\0[^\0]){2,}\0?$/.test(opening) || /^(?:[^\0]\0){2,}[^\0]?$/.test(opening))
    return { start: 0, end: opening.length }
  const half = /\p{Surrogate}/u.exec(text)
  return half === null ? null : { start: half.index, end: half.index + 1 }
}

/** A decoder that replaces what it cannot read tells where that is; a real U+FFFD is three bytes of its own. */
function firstBadByte(bytes: Uint8Array): number {
  let at = 0
  for (const character of new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)) {
    const isReal = bytes[at] === 0xef && bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd
    if (character === '\ufffd' && !isReal) return at
    at += utf8Length(character)
  }
  return 0
}

function utf8Length(character: string): number {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code < 0x10000 ? 3 : 4
}
