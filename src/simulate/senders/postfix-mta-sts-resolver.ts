import type { HttpAnswer } from '../../protocols/http/answer.ts'
import { charsetOf } from '../../protocols/http/media-type.ts'
import { decodeText } from '../../protocols/text/utf8.ts'
import { KB_64, lastWins, MAX_AGE_LIMIT, modeOf, splitAt, utf8Of } from './lines.ts'
import { postfixNotes } from './postfix.ts'
import { makeSender, refuses, type Policy, type Refusal } from './sender.ts'

/** Python's `str.partition`: without a separator the rest is empty. */
const partition = (text: string, separator: string): [string, string] =>
  splitAt(text, separator) ?? [text, '']

const isAscii = (text: string): boolean => /^\p{ASCII}*$/u.test(text)

function record(texts: readonly string[]): Refusal | null {
  const ours = texts.filter((text) => isAscii(text) && text.startsWith('v=STSv1'))
  if (ours.length === 0) return refuses('No record begins with `v=STSv1`')
  if (ours.length > 1) return refuses('Several records begin with `v=STSv1`')
  const parts = (ours[0] ?? '').split(';').map((field) => field.trim())
  const fields = new Map(parts.filter((part) => part !== '').map((part) => partition(part, '=')))
  if (fields.get('v') !== 'STSv1') return refuses('The version is not exactly `STSv1`')
  return fields.has('id') ? null : refuses('There is no id')
}

/** In the charset that was sent, else in ASCII; null when the bytes do not fit it. */
function textOf(body: Uint8Array, { mediaType = '' }: HttpAnswer): string | null {
  switch (charsetOf(mediaType)) {
    case 'utf-8':
    case 'utf8':
      return utf8Of(body)
    case 'iso-8859-1':
    case 'latin1':
      return Array.from(body, (byte) => String.fromCharCode(byte)).join('')
    case null:
    case 'ascii':
    case 'us-ascii':
      return body.every((byte) => byte < 0x80) ? decodeText(body).text : null
    default:
      return null
  }
}

/** Python's `str.splitlines`, without the separators of old data formats. */
const LINE_ENDS = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/

function policy(body: Uint8Array, answer: HttpAnswer): Policy | Refusal {
  const text = textOf(body, answer)
  if (text === null) return refuses('The file has bytes beyond ASCII, or beyond the charset sent')
  const lines = text.split(LINE_ENDS).map((line) => partition(line.trimEnd(), ':'))
  const { fields, mx } = lastWins(lines.map(([key, value]) => [key, value.trimStart()] as const))
  if (fields.get('version') !== 'STSv1') return refuses('There is no line `version: STSv1`')
  const digits = fields.get('max_age') ?? '-1'
  const maxAge = /^[+-]?\d+(?:_\d+)*$/.test(digits) ? Number(digits.replaceAll('_', '')) : NaN
  if (!(maxAge >= 0 && maxAge <= MAX_AGE_LIMIT))
    return refuses('`max_age` is missing or not from 0 to 31557600')
  const mode = modeOf(fields.get('mode'))
  if (mode === null) return refuses('The mode is missing or none of the three')
  return mode !== 'none' && mx.length === 0 ? refuses('There is no mx') : { mode, maxAge, mx }
}

export const postfixMtaStsResolver = makeSender({
  id: 'postfix-mta-sts-resolver',
  name: 'Postfix with postfix-mta-sts-resolver',
  read: '2026-09',
  source: 'github.com/Snawoot/postfix-mta-sts-resolver: resolver.py, utils.py, responder.py',
  record,
  fetch: { redirect: 'refuses', status: '200', plainOnly: true, limit: KB_64 },
  policy,
  notes: postfixNotes,
})
