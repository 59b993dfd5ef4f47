import { KB_64, modeOf, splitAt, utf8Of } from './lines.ts'
import { makeSender, refuses, unsure, type Doubt, type Policy, type Refusal } from './sender.ts'

const KEY = /^[A-Za-z0-9.-][A-Za-z0-9_.-]{0,31}$/
/** Its integers have 32 bits. */
const LONGEST = 2 ** 31 - 1

/** One record: null when it is used, false when it is not taken for one. */
function readRecord(text: string): Refusal | null | false {
  const opening = /^v=STSv1[ \t]*;[ \t]*/.exec(text)?.[0]
  if (opening === undefined) return false
  const rest = text.slice(opening.length).replace(/[ \t]*;[ \t]*$/, '')
  let hasId = false
  for (const field of rest.split(/[ \t]*;[ \t]*/)) {
    const [key, value] = splitAt(field, '=') ?? ['', '']
    if (!KEY.test(key)) return refuses('A field does not fit the grammar')
    if (key === 'id') {
      if (hasId) return refuses('There are two ids')
      if (!/^[A-Za-z0-9]{1,32}$/.test(value))
        return refuses('The id is not 1 to 32 letters and digits')
      hasId = true
    } else if (!/^[\x21-\x3a\x3c\x3e-\x7e]+$/.test(value)) {
      return refuses('A field does not fit the grammar')
    }
  }
  return hasId ? null : refuses('There is no id')
}

function record(texts: readonly string[]): Refusal | null {
  const ours = texts.map(readRecord).filter((outcome) => outcome !== false)
  const bad = ours.find((outcome) => outcome !== null)
  if (bad !== undefined && bad !== null) return bad
  if (ours.length === 0) return refuses('No record begins with `v=STSv1;`')
  return ours.length === 1 ? null : refuses('Several records begin with `v=STSv1;`')
}

const DOMAIN = /^(?:\*\.)?[A-Za-z0-9][A-Za-z0-9-]*(?:\.[A-Za-z0-9][A-Za-z0-9-]*)*$/

/** ASCII only: those of ISO 8859 are multi-byte characters to it. */
const CONTROL = /[^\P{Cc}\u0080-\u009f]/u

/** What is wrong with the value of a key, repeated or not, or null. */
function flawOf(key: string, value: string): string | null {
  switch (key) {
    case 'version':
      return value === 'STSv1' ? null : 'The version is not exactly `STSv1`'
    case 'mode':
      return modeOf(value) === null ? 'The mode is none of the three' : null
    case 'max_age':
      return /^\d{1,10}$/.test(value) && Number(value) <= LONGEST
        ? null
        : '`max_age` is no number it can hold'
    case 'mx':
      return DOMAIN.test(value) ? null : `The host \`${value}\` does not fit the grammar`
    default:
      return value !== '' && !CONTROL.test(value) ? null : 'An unknown field has no good value'
  }
}

function policy(body: Uint8Array): Policy | Refusal | Doubt {
  const text = utf8Of(body)
  if (text === null) return refuses('The file is not in UTF-8')
  const fields = new Map<string, string>()
  const mx: string[] = []
  for (const line of text.replace(/\r?\n$/, '').split(/\r?\n/)) {
    const [key, rest] = splitAt(line, ':') ?? ['', '']
    if (line === '') return refuses('There is a blank line')
    if (!KEY.test(key)) return refuses('A line has no good name before its colon')
    const value = rest.replace(/^[ \t]+|[ \t]+$/g, '')
    const flaw = flawOf(key, value)
    if (flaw !== null) return refuses(flaw)
    if (key === 'mx') mx.push(value.toLowerCase())
    else if (!fields.has(key)) fields.set(key, value)
  }
  if (mx.some((host) => /^\d+\.\d+\.\d+\.\d+$/.test(host)))
    return unsure('What it does with an address in an mx line was not established')
  const mode = modeOf(fields.get('mode'))
  const maxAge = fields.get('max_age')
  if (!fields.has('version') || mode === null || maxAge === undefined)
    return refuses('Version, mode or `max_age` is missing')
  if (mode !== 'none' && mx.length === 0) return refuses('There is no mx')
  return { mode, maxAge: Number(maxAge), mx }
}

export const mox = makeSender({
  id: 'mox',
  name: 'mox',
  read: '2026-09',
  source: 'github.com/mjl-/mox: mtasts/parse.go, mtasts/mtasts.go',
  record,
  fetch: { redirect: 'refuses', status: '200', plainOnly: false, limit: KB_64 },
  policy,
})
