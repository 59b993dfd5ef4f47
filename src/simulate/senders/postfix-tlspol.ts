import { goLines, KB_64, MAX_AGE_LIMIT, modeOf, splitAt, utf8Of } from './lines.ts'
import { postfixNotes } from './postfix.ts'
import { makeSender, refuses, type Policy, type Refusal } from './sender.ts'

const NAME = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,31}$/
const RECORD_VALUE = /^[\x21-\x3a\x3c\x3e-\x7e]+$/
const LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?'
const DNS_NAME = new RegExp(`^${LABEL}(?:\\.${LABEL})*\\.?$`, 'i')

function record(texts: readonly string[]): Refusal | null {
  const ours = texts.filter((text) => /^v=STSv1[ \t]*;/.test(text))
  if (ours.length === 0) return refuses('No record begins with `v=STSv1;`')
  if (ours.length > 1) return refuses('Several records begin with `v=STSv1;`')
  const text = ours[0] ?? ''
  if (!/^[\t\x20-\x7e]*$/.test(text)) return refuses('The record has characters beyond ASCII')
  const rest = text.split(';').slice(1)
  const ids: string[] = []
  for (const [index, raw] of rest.entries()) {
    const isLast = index === rest.length - 1
    const field = raw.replace(/^[ \t]+/, '').replace(isLast ? /$^/ : /[ \t]+$/, '')
    if (field === '' && isLast) continue
    const [key, value] = splitAt(field, '=') ?? ['', '']
    if (key === 'id') ids.push(value)
    else if (!NAME.test(key) || !RECORD_VALUE.test(value))
      return refuses('A field does not fit the grammar')
  }
  if (ids.length === 0) return refuses('There is no id')
  return /^[A-Za-z0-9]{1,32}$/.test(ids[0] ?? '')
    ? null
    : refuses('The id is not 1 to 32 letters and digits')
}

function isHost(pattern: string): boolean {
  const name = pattern.startsWith('*.') ? pattern.slice(2) : pattern
  return DNS_NAME.test(name) && name.length <= 254 && !/^\d+\.\d+\.\d+\.\d+\.?$/.test(name)
}

/** What is wrong with a line whose key was not seen before, or null. */
function flawOf(key: string, value: string): string | null {
  switch (key) {
    case 'version':
      return value === 'STSv1' ? null : 'The version is not exactly `STSv1`'
    case 'mode':
      return modeOf(value) === null ? 'The mode is none of the three' : null
    case 'max_age':
      return /^\d{1,10}$/.test(value) ? null : '`max_age` is not 1 to 10 digits'
    case 'mx':
      return isHost(value) ? null : `The host \`${value}\` is no DNS name`
    default:
      return value !== '' && !/\p{Cc}/u.test(value) ? null : 'An unknown field has no good value'
  }
}

function policy(body: Uint8Array): Policy | Refusal {
  const text = utf8Of(body)
  if (text === null) return refuses('The file is not in UTF-8')
  const fields = new Map<string, string>()
  const mx: string[] = []
  for (const line of goLines(text).map((line) => line.replace(/[ \t]+$/, ''))) {
    if (line === '') return refuses('There is a blank line')
    const [key, rest] = splitAt(line, ':') ?? ['', '']
    if (!NAME.test(key)) return refuses('A line has no good name before its colon')
    if (key !== 'mx' && fields.has(key)) continue
    const value = rest.replace(/^[ \t]+/, '')
    const flaw = flawOf(key, value)
    if (flaw !== null) return refuses(flaw)
    if (key === 'mx') mx.push(value.toLowerCase())
    else fields.set(key, value)
  }
  const mode = modeOf(fields.get('mode'))
  const maxAge = fields.get('max_age')
  if (!fields.has('version') || mode === null || maxAge === undefined)
    return refuses('Version, mode or `max_age` is missing')
  if (mode !== 'none' && mx.length === 0) return refuses('There is no mx')
  return { mode, maxAge: Math.min(Number(maxAge), MAX_AGE_LIMIT), mx }
}

export const postfixTlspol = makeSender({
  id: 'postfix-tlspol',
  name: 'Postfix with postfix-tlspol',
  read: '2026-09',
  source: 'github.com/Zuplu/postfix-tlspol: internal/mta-sts.go',
  record,
  fetch: { redirect: 'refuses', status: '200', plainOnly: true, limit: KB_64 },
  policy,
  notes: postfixNotes,
})
