import { toALabels } from '../../protocols/dns/idn.ts'
import { MAX_AGE_LIMIT, modeOf, splitAt, trimSpace, utf8Of } from './lines.ts'
import { makeSender, refuses, unsure, type Doubt, type Policy, type Refusal } from './sender.ts'
import type { StsMode } from '../../protocols/mta-sts/policy.ts'

const DAY = 86_400
const HOUR = 3600

/** The tag before an equals sign: letters of either case, blanks skipped; junk before a semicolon spoils it. */
function tagOf(text: string): string {
  const parts = text.split(';').map((part) => part.replace(/[ \t\r\n]/g, ''))
  const name = parts.at(-1) ?? ''
  return parts.slice(0, -1).every((part) => part === '') ? name.toLowerCase() : '?'
}

function readRecord(text: string): Refusal | null {
  let rest = text
  let version = false
  let id = false
  for (let split = splitAt(rest, '='); split !== null; split = splitAt(rest, '=')) {
    const [before, after] = split
    const [value, next] = splitAt(after, ';') ?? [after, '']
    rest = next
    const tag = tagOf(before)
    if (tag === 'id') id = true
    if (tag !== 'v') continue
    if (value.replace(/[ \t\r\n\f]/g, '').toLowerCase() !== 'stsv1')
      return refuses('The version is not `STSv1`, in whatever case')
    version = true
  }
  if (!version) return refuses('There is no version')
  return id ? null : refuses('There is no id')
}

function record(texts: readonly string[]): Refusal | Doubt | null {
  const outcomes = texts.map(readRecord)
  const good = outcomes.filter((outcome) => outcome === null)
  if (good.length > 1) return unsure('What it does with several records was not established')
  return good.length === 1 ? null : (outcomes[0] ?? refuses('There is no record'))
}

/** `key: value` pairs; a key runs from the end of the last value to the next colon, over line ends if need be. */
function pairsOf(text: string): [string, string][] {
  const pairs: [string, string][] = []
  let rest = text
  for (let split = splitAt(rest, ':'); split !== null; split = splitAt(rest, ':')) {
    const [value, next] = splitAt(split[1], '\n') ?? [split[1], '']
    pairs.push([trimSpace(split[0]), trimSpace(value)])
    rest = next
  }
  return pairs
}

function hostOf(pattern: string): string {
  const wildcard = pattern.startsWith('*.') ? '*.' : ''
  const name = pattern.slice(wildcard.length)
  const labels = /^\p{ASCII}*$/u.test(name) ? null : toALabels(name)
  return wildcard + (labels ?? name.toLowerCase())
}

function policy(body: Uint8Array): Policy | Refusal {
  const text = utf8Of(body)
  if (text === null) return refuses('The file is not in UTF-8')
  let mode: StsMode = 'none'
  let maxAge = DAY
  const mx: string[] = []
  for (const [key, value] of pairsOf(text)) {
    if (key === 'mx' && value !== '' && value !== '*.') mx.push(hostOf(value))
    if (key === 'max_age' && /^\+?\d{1,19}$/.test(value)) maxAge = Number(value)
    if (key === 'version' && value.toLowerCase() !== 'stsv1')
      return refuses('The version is not `STSv1`, in whatever case')
    if (key !== 'mode') continue
    const read = modeOf(value)
    if (read === null) return refuses('The mode is none of the three')
    mode = read
  }
  if (mx.length === 0) return refuses('There is no mx, which it wants for every mode')
  return { mode, maxAge: maxAge >= HOUR && maxAge < MAX_AGE_LIMIT ? maxAge : DAY, mx }
}

export const stalwart = makeSender({
  id: 'stalwart',
  name: 'Stalwart',
  read: '2026-09',
  source: 'github.com/stalwartlabs/stalwart: crates/smtp/src/outbound/mta_sts; mail-auth',
  record,
  fetch: { redirect: 'follows', status: 'any', plainOnly: false, limit: 1_048_576 },
  policy,
})
