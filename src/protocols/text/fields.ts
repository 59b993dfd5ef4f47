/**
 * The fields after the version: `name=value`, parted by semicolons with blanks around them, one semicolon allowed at
 * the end. Shared by MTA-STS (RFC 8461 section 3.1) and TLS-RPT (RFC 8460 section 3), whose extension
 * grammars are the same letter for letter.
 */
import { Cursor, isAlphanumeric, isWsp, trimmed, type Taken } from './cursor.ts'
import type { Span } from './problem.ts'

export interface Field {
  /** Without the blanks at either end. */
  whole: Taken
  name: Taken
  /** Null when there is no equals sign. */
  value: Taken | null
}

export interface FieldList {
  fields: Field[]
  /** Places where a field should be and none is: a doubled semicolon. */
  empty: Span[]
  /** Blanks after the last field, where no semicolon follows. */
  trailingBlank: Span | null
}

export function splitFields(text: string, from: number): FieldList {
  const list: FieldList = { fields: [], empty: [], trailingBlank: null }
  const cursor = new Cursor(text, from)
  cursor.while(isWsp)
  if (!cursor.literal(';')) return list
  while (!cursor.done) {
    const segment = cursor.until(';')
    const ended = cursor.literal(';')
    const whole = trimmed(segment)
    if (whole.text !== '') list.fields.push(toField(whole))
    else if (ended) list.empty.push({ start: segment.start, end: cursor.at })
    if (!ended && whole.text !== '' && whole.end < segment.end)
      list.trailingBlank = { start: whole.end, end: segment.end }
  }
  return list
}

function toField(whole: Taken): Field {
  const equals = whole.text.indexOf('=')
  if (equals < 0) return { whole, name: whole, value: null }
  const at = whole.start + equals
  return {
    whole,
    name: { text: whole.text.slice(0, equals), start: whole.start, end: at },
    value: { text: whole.text.slice(equals + 1), start: at + 1, end: whole.end },
  }
}

/** ext-name = (ALPHA / DIGIT) *31(ALPHA / DIGIT / "_" / "-" / ".") */
export function isExtensionName(name: string): boolean {
  return (
    name.length <= 32 &&
    isAlphanumeric(name.charAt(0)) &&
    Array.from(name).every((c) => isAlphanumeric(c) || '_-.'.includes(c))
  )
}

/** ext-value = 1*(%x21-3A / %x3C / %x3E-7E): printable, no blank, no semicolon, no equals sign. */
export function isExtensionValue(value: string): boolean {
  return /^[\x21-\x3a\x3c\x3e-\x7e]+$/.test(value)
}

/** The first character outside printable US-ASCII and tab, whole code points, or null. */
export function nonAsciiIn(text: string, from = 0): Taken | null {
  const match = /[^\x20-\x7e\t]+/u.exec(text.slice(from))
  if (match === null) return null
  const start = from + match.index
  return { text: match[0], start, end: start + match[0].length }
}

/** A backslash, a percent-encoded delimiter or an HTML entity: escapes that a DNS panel stored as they were typed. */
export function escapeIn(text: string, from = 0): Taken | null {
  const match = /\\.?|%3b|%22|%3d|&(?:quot|amp|lt|gt|#\d+);/i.exec(text.slice(from))
  if (match === null) return null
  const start = from + match.index
  return { text: match[0], start, end: start + match[0].length }
}

const ENTITIES: Record<string, string> = { quot: '"', amp: '&', lt: '<', gt: '>' }

/** The same text with the escapes that `escapeIn` finds replaced by what they stand for. */
export function unescaped(text: string): string {
  return text
    .replace(/&(quot|amp|lt|gt);/gi, (_, name: string) => ENTITIES[name.toLowerCase()] ?? '')
    .replace(/&#(\d{1,3});/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replace(/%(3b|22|3d|20)/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replace(/\\(.)/g, '$1')
}
