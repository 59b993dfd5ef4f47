import { decodeText } from '../../protocols/text/utf8.ts'
import { goLines, lastWins, modeOf, splitAt, trimSpace } from './lines.ts'
import { makeSender, refuses, type Policy, type Refusal } from './sender.ts'

/** It does not look at the id: it fetches again when its copy has run out. */
function record(texts: readonly string[]): Refusal | null {
  return texts.some((text) => text.startsWith('v=STSv1;'))
    ? null
    : refuses('No record begins with `v=STSv1;`')
}

function policy(body: Uint8Array): Policy | Refusal {
  const pairs = goLines(decodeText(body).text).flatMap((line) => {
    const split = splitAt(line, ':')
    return split === null ? [] : [[trimSpace(split[0]), trimSpace(split[1])] as const]
  })
  const { fields, mx } = lastWins(pairs)
  if (fields.get('version') !== 'STSv1') return refuses('There is no line `version: STSv1`')
  const digits = fields.get('max_age') ?? ''
  const maxAge = /^[+-]?\d{1,18}$/.test(digits) ? Number(digits) : 0
  if (maxAge <= 0) return refuses('`max_age` is missing or not above 0')
  const mode = modeOf(fields.get('mode'))
  if (mode === null) return refuses('The mode is missing or none of the three')
  if (mx.length === 0) return refuses('There is no mx, which it wants for every mode')
  return { mode, maxAge, mx }
}

export const chasquid = makeSender({
  id: 'chasquid',
  name: 'chasquid',
  read: '2026-09',
  source: 'github.com/albertito/chasquid: internal/sts/sts.go',
  record,
  fetch: { redirect: 'refuses', status: '200', plainOnly: true, limit: 10_240, beyond: 'cuts' },
  policy,
})
