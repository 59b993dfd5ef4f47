/**
 * The header of a received message from what a visitor pasted: the source of a message, with or without its body. It is
 * parsed in the browser and goes nowhere.
 */
import type { HeaderField } from '../../../protocols/received-headers/header-field.ts'

/** A header with an embedded logo has some 60 KB; what is longer is no header. */
const LONGEST = 512_000
/** What the field takes; browsers cut a paste to it, and need not lay out a mailbox of many megabytes. */
export const LONGEST_PASTE = LONGEST + 1
/** No rule needs more of a field than this, but for the embedded logo. */
const LONGEST_VALUE = 10_000
const LOGO_FIELD = 'bimi-indicator'

export type PastedHeaders =
  | { ok: true; fields: HeaderField[]; hasBody: boolean; cut: number }
  | { ok: false; why: 'nothing' | 'binary' | 'no-header' | 'too-long' | 'not-loaded' }

export async function readHeaders(pasted: string): Promise<PastedHeaders> {
  // Never more than what is looked at: a visitor can paste a file of any size.
  const text = pasted.slice(0, LONGEST + 1)
  if (text.trim() === '') return { ok: false, why: 'nothing' }
  if (isBinary(text)) return { ok: false, why: 'binary' }
  const { head, hasBody } = headerPart(text)
  if (head.length > LONGEST) return { ok: false, why: 'too-long' }
  const all = await parseFields(head)
  const fields = all.filter(({ name }) => FIELD_NAME.test(name))
  if (!fields.some(({ name }) => MAIL_FIELD.test(name))) return { ok: false, why: 'no-header' }
  const long = (field: HeaderField) =>
    field.value.length > LONGEST_VALUE && field.name.toLowerCase() !== LOGO_FIELD
  return {
    ok: true,
    hasBody,
    cut: fields.filter(long).length,
    fields: fields.map((field) =>
      long(field) ? { ...field, value: field.value.slice(0, LONGEST_VALUE) } : field,
    ),
  }
}

/** field-name = 1*ftext: visible US-ASCII but the colon (RFC 5322 section 3.6.8). */
const FIELD_NAME = /^[\x21-\x39\x3b-\x7e]+$/

/** Fields that a received message has, one or another. A letter may begin with "Note: …" too. */
const MAIL_FIELD =
  /^(?:from|to|cc|date|subject|sender|received|message-id|mime-version|return-path|delivered-to|authentication-results|dkim-signature|arc-[\w-]+|bimi-[\w-]+|x-[\w-]+)$/i

/** NUL and other controls, or what is left of bytes that were no text: more than one in a hundred. */
function isBinary(text: string): boolean {
  const head = Array.from(text.slice(0, 4096))
  const strange = head.filter((character) => {
    const code = character.codePointAt(0) ?? 0
    return code === 0xfffd || code < 9 || (code > 13 && code < 32 && code !== 27)
  })
  return strange.length > head.length / 100
}

/** Up to the first empty line (RFC 5322 section 2.1); mailbox files put a line in front. */
function headerPart(text: string): { head: string; hasBody: boolean } {
  const plain = text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/^\s*\n/, '')
    .replace(/^>?From [^\n]*\n/, '')
  const end = plain.search(/\n[ \t]*\n/)
  if (end < 0) return { head: plain, hasBody: false }
  return { head: plain.slice(0, end), hasBody: plain.slice(end).trim() !== '' }
}

async function parseFields(head: string): Promise<HeaderField[]> {
  const { default: PostalMime } = await import('postal-mime')
  // Two empty lines end the header, and the message with it: nothing of a body is decoded.
  const { headers, headerLines } = await PostalMime.parse(`${head}\n\n`, { maxNestingDepth: 1 })
  // A line without a colon comes as a name alone.
  return headers
    .filter((_, place) => headerLines[place]?.line.includes(':'))
    .map(({ originalKey, value }) => ({ name: originalKey, value }))
}
