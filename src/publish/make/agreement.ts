/**
 * Is what was generated live? What a resolver, or the policy host, gives now is held against it. The asking is done
 * elsewhere, afresh; here it is only compared.
 */
import type { Fact } from '../../facts/fact.ts'
import { parseBimiRecord } from '../../protocols/bimi/record.ts'
import { parseDmarcRecord } from '../../protocols/dmarc/record.ts'
import type { TxtRecord } from '../../protocols/dns/records.ts'
import type { HttpAnswer } from '../../protocols/http/answer.ts'
import { parseStsRecord } from '../../protocols/mta-sts/record.ts'
import { decodeBase64, decodeText } from '../../protocols/text/utf8.ts'
import { parseTlsRptRecord } from '../../protocols/tls-rpt/record.ts'
import type { ZoneRecord } from '../record.ts'

/**
 * - `live`: what was generated
 * - `old`: what it replaces
 * - `absent`: nothing
 * - `other`: something else, or both at once
 * - `could-not-check`: says nothing about the domain
 */
export type AgreementState = 'live' | 'old' | 'absent' | 'other' | 'could-not-check'

export interface Agreement {
  state: AgreementState
  /** A whole sentence without final stop, backticks around what machines gave. */
  reason: string
  /** What was seen, as it came; null where there was nothing to see. */
  seen: string | null
  /** Until when this answer may go on to be given, milliseconds since 1970; null when it is live or nobody knows. */
  until: number | null
}

/** Has every item turned? One that could not be checked has not. */
export function allLive(items: readonly Agreement[]): boolean {
  return items.length > 0 && items.every(({ state }) => state === 'live')
}

/** @param answer of one resolver, to the question for TXT at the record's name */
export function recordAgreement(record: ZoneRecord, answer: Fact<TxtRecord[]>): Agreement {
  if (answer.state === 'failed') return couldNot(answer.detail, answer.reason)
  const until = untilOf(answer)
  if (record.type === 'CNAME') return aliasAgreement(record, answer, until)
  if (answer.state === 'faulty')
    return {
      state: 'other',
      reason: `The name does not resolve: ${answer.detail}`,
      seen: null,
      until,
    }
  const texts = answer.state === 'found' ? answer.value.map(({ text }) => text) : []
  const isOurs = oursLike(record.value)
  const ours = texts.filter((text) => text === record.value || isOurs(text))
  const seen = ours.length === 0 ? null : ours.join('\n')
  if (ours.length === 0) return { state: 'absent', reason: whyAbsent(texts), seen: null, until }
  const rest = ours.filter((text) => text !== record.value)
  if (rest.length === 0 && ours.length === 1)
    return { state: 'live', reason: 'The record is as it was generated', seen, until: null }
  // Some panels add a semicolon at the end, or take a blank away.
  if (ours.length === 1 && meansTheSame(ours[0] ?? '', record.value))
    return {
      state: 'live',
      reason: 'The record says the same in other characters',
      seen,
      until: null,
    }
  if (rest.length < ours.length)
    return {
      state: 'other',
      reason: 'The new record stands beside an old one, which must go',
      seen,
      until,
    }
  const isOld = rest.every((text) => record.replaces.includes(text))
  return isOld
    ? { state: 'old', reason: 'The resolver still remembers the old record', seen, until }
    : { state: 'other', reason: 'The record reads otherwise', seen, until }
}

/** @param old the file that was served before; null when there was none, or nobody knows */
export function policyAgreement(
  policy: string,
  answer: Fact<HttpAnswer>,
  old: string | null = null,
): Agreement {
  if (answer.state === 'failed') return couldNot(answer.detail, answer.reason)
  if (answer.state === 'absent') {
    const reason =
      answer.how === '404' ? 'The policy host has no such file' : 'The policy host does not exist'
    return { state: 'absent', reason, seen: null, until: untilOf(answer) }
  }
  if (answer.state === 'faulty') {
    const reason = `The policy host does not serve the file as it must: ${answer.detail}`
    const seen = answer.seen === undefined ? null : bodyOf(answer.seen)
    return { state: 'other', reason, seen, until: null }
  }
  const seen = bodyOf(answer.value)
  if (seen === policy)
    return { state: 'live', reason: 'The file is as it was generated', seen, until: null }
  // LF and CRLF are the same to senders (RFC 8461 section 3.2), and web hosts change them.
  if (linesOf(seen) === linesOf(policy))
    return {
      state: 'live',
      reason: 'The file is the same but for its line ends',
      seen,
      until: null,
    }
  if (old !== null && linesOf(seen) === linesOf(old))
    return { state: 'old', reason: 'The policy host still serves the old file', seen, until: null }
  return { state: 'other', reason: 'The file reads otherwise', seen, until: null }
}

function aliasAgreement(
  { value, replaces }: ZoneRecord,
  answer: Exclude<Fact<TxtRecord[]>, { state: 'failed' }>,
  until: number | null,
): Agreement {
  const target = answer.source.dns?.chain[0]?.target ?? null
  if (target === null) return { state: 'absent', reason: 'The name is no alias', seen: null, until }
  if (target === value)
    return { state: 'live', reason: 'The alias is as it was generated', seen: target, until: null }
  return replaces.includes(target)
    ? { state: 'old', reason: 'The resolver still remembers the old alias', seen: target, until }
    : { state: 'other', reason: 'The alias leads elsewhere', seen: target, until }
}

function couldNot(detail: string, reason: string): Agreement {
  return {
    state: 'could-not-check',
    reason: detail === '' ? reason : detail,
    seen: null,
    until: null,
  }
}

function whyAbsent(texts: readonly string[]): string {
  return texts.length === 0
    ? 'There is no TXT record at the name yet'
    : 'There are other TXT records at the name, and not this one'
}

/** The time of the answer and its TTL; for nothing, resolvers do not tell how long they remember it. */
function untilOf({ source }: Fact<unknown>): number | null {
  const ttl = source.dns?.ttl ?? null
  const time = source.time === undefined ? Number.NaN : Date.parse(source.time)
  return ttl === null || Number.isNaN(time) ? null : time + ttl * 1000
}

function bodyOf({ body }: HttpAnswer): string {
  return decodeText(decodeBase64(body) ?? new Uint8Array()).text
}

function linesOf(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(/\n$/, '')
}

const PARSERS: readonly ((text: string) => { ours: boolean; value: unknown })[] = [
  parseStsRecord,
  parseTlsRptRecord,
  parseBimiRecord,
  parseDmarcRecord,
]

/** Do both texts stand for the same record, to whoever reads strictly? */
function meansTheSame(text: string, value: string): boolean {
  return PARSERS.some((parse) => {
    const [one, other] = [parse(text).value, parse(value).value]
    return one !== null && JSON.stringify(one) === JSON.stringify(other)
  })
}

/** Tells texts that are, or mean to be, a record of the same kind. */
function oursLike(value: string): (text: string) => boolean {
  const parse = PARSERS.find((parser) => parser(value).ours)
  return (text) => parse?.(text).ours === true
}
