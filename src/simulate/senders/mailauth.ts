import { decodeText } from '../../protocols/text/utf8.ts'
import { lastWins, MAX_AGE_LIMIT, modeOf, splitAt } from './lines.ts'
import { makeSender, refuses, type Policy, type Refusal } from './sender.ts'

/** It reads the record as a mail header: what stands before a colon is taken for the header's name. */
function fieldsOf(text: string): Map<string, string> {
  const line = splitAt(text, ':')?.[1] ?? text
  return new Map(
    line.split(';').map((field) => {
      const [key, value] = splitAt(field, '=') ?? [field, '']
      return [key.trim().toLowerCase(), value.trim()] as const
    }),
  )
}

function record(texts: readonly string[]): Refusal | null {
  const ours = texts.map((text) => text.trim()).filter((text) => /^v=STSv1\b/i.test(text))
  if (ours.length === 0) return refuses('No record begins with `v=STSv1`, in whatever case')
  if (ours.length > 1) return refuses('Several records begin with `v=STSv1`')
  const fields = fieldsOf(ours[0] ?? '')
  if (fields.get('v')?.toLowerCase() !== 'stsv1') return refuses('The version is not `STSv1`')
  return (fields.get('id') ?? '') === '' ? refuses('There is no id') : null
}

function policy(body: Uint8Array): Policy | Refusal {
  const pairs = decodeText(body)
    .text.split(/\r?\n/)
    .flatMap((line) => {
      const split = splitAt(line, ':')
      return split === null ? [] : [[split[0].toLowerCase().trim(), split[1].trim()] as const]
    })
  const { fields, mx } = lastWins(pairs)
  if (fields.get('version') !== 'STSv1') return refuses('There is no line `version: STSv1`')
  const mode = modeOf((fields.get('mode') ?? 'none').toLowerCase())
  if (mode === null) return refuses('The mode is none of the three')
  const maxAge = Number(fields.get('max_age'))
  if (!(maxAge >= 0 && maxAge <= MAX_AGE_LIMIT))
    return refuses('`max_age` is missing or not from 0 to 31557600')
  if (mode !== 'none' && mx.length === 0) return refuses('There is no mx')
  return { mode, maxAge, mx: [...new Set(mx.map((host) => host.toLowerCase()))] }
}

export const mailauth = makeSender({
  id: 'mailauth',
  name: 'mailauth',
  read: '2026-09',
  source: 'github.com/postalsys/mailauth: lib/mta-sts.js',
  record,
  fetch: { redirect: 'refuses', status: '2xx', plainOnly: false, limit: null },
  policy,
  notes: ({ mode, mx }) =>
    mode === 'enforce' && mx.some((pattern) => pattern.startsWith('*.'))
      ? ['Its wildcard covers names of any depth, where the RFC has one label.']
      : [],
})
