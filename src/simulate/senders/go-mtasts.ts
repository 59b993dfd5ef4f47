import { decodeText } from '../../protocols/text/utf8.ts'
import { goLines, lastWins, modeOf, trimSpace } from './lines.ts'
import { makeSender, refuses, type Policy, type Refusal } from './sender.ts'

function readRecord(text: string): Refusal | null {
  const fields = text
    .split(';')
    .map(trimSpace)
    .filter((part) => part !== '')
    .map((part) => part.split('='))
  if (fields.some((field) => field.length !== 2)) return refuses('A field is not `name=value`')
  if (fields.some((field) => field.some((part) => /[ \t]/.test(part))))
    return refuses('A name or a value has blanks')
  const versions = fields.filter(([name]) => name === 'v')
  if (versions.length === 0) return refuses('There is no version')
  if (versions.some(([, value]) => value !== 'STSv1'))
    return refuses('The version is not exactly `STSv1`')
  const [, id = ''] = fields.findLast(([name]) => name === 'id') ?? []
  return id === '' ? refuses('There is no id') : null
}

/** Whatever the records are: with any number but one it gives up. */
function record(texts: readonly string[]): Refusal | null {
  const [only = ''] = texts
  return texts.length === 1 ? readRecord(only) : refuses('There is more than one TXT record')
}

function policy(body: Uint8Array): Policy | Refusal {
  const lines = goLines(decodeText(body).text).map((line) => line.split(':'))
  if (lines.some((parts) => parts.length !== 2))
    return refuses('A line has no colon, or more than one')
  const pairs = lines.map(([key = '', value = '']) => [key, trimSpace(value)] as const)
  for (const [key, value] of pairs) {
    if (key === 'version' && value !== 'STSv1') return refuses('The version is not exactly `STSv1`')
    if (key === 'mode' && modeOf(value) === null) return refuses('The mode is none of the three')
    if (key === 'max_age' && !/^[+-]?\d{1,18}$/.test(value))
      return refuses('`max_age` is no whole number')
  }
  const { fields, mx } = lastWins(pairs)
  const mode = modeOf(fields.get('mode'))
  const maxAge = fields.get('max_age')
  if (!fields.has('version') || mode === null || maxAge === undefined)
    return refuses('Version, mode or `max_age` is missing')
  if (mode !== 'none' && mx.length === 0) return refuses('There is no mx')
  return { mode, maxAge: Number(maxAge), mx }
}

export const goMtasts = makeSender({
  id: 'go-mtasts',
  name: 'maddy (go-mtasts)',
  read: '2026-09',
  source: 'github.com/foxcpp/go-mtasts: mtasts.go, cache.go',
  record,
  fetch: { redirect: 'refuses', status: '200', plainOnly: true, limit: null },
  policy,
})
