/** The TLS-RPT record that somebody chose, replacing what stands there (RFC 8460 section 3). */
import { formatTlsRptRecord, parseTlsRptRecord } from '../../protocols/tls-rpt/record.ts'
import { FaultList, type Reading } from './fault.ts'
import { notesOn, txtRecordFor, type Made } from './made.ts'
import { readTtl, readZone } from './place.ts'
import { readReportTarget } from './report-target.ts'
import { standingAt, type Standing } from './standing.ts'

export interface TlsRptChoices {
  /** A-labels, no final dot; so is the zone, in which it lies. */
  domain: string
  zone: string
  /** URIs as the record has them, escaped; at least one, each once. */
  rua: string[]
  /** Seconds. */
  ttl: number
}

/** As typed; an empty text, and null, take the usual choice. */
export interface TlsRptTyped {
  zone: string
  rua: readonly string[] | null
  ttl: string
}

export type TlsRptField = keyof TlsRptTyped

/** What is known of the domain today. */
export interface TlsRptToday {
  domain: string
  zone: string
  record: Standing
}

export const rptRecordName = (domain: string): string => `_smtp._tls.${domain}`

export function rptStanding(domain: string, fact: Parameters<typeof standingAt>[1]): Standing {
  return standingAt(rptRecordName(domain), fact, (text) => parseTlsRptRecord(text).ours)
}

export function readTlsRpt(
  typed: TlsRptTyped,
  today: TlsRptToday,
): Reading<TlsRptChoices, TlsRptField> {
  const list = new FaultList<TlsRptField>()
  const choices = {
    domain: today.domain,
    zone: list.take('zone', readZone(typed.zone, today.domain, today.zone), today.zone),
    rua: targetsOf(typed.rua ?? usualTargets(today), list),
    ttl: list.take('ttl', readTtl(typed.ttl), 0),
  }
  const hasFaultyTarget = list.faults.some(({ field }) => field === 'rua')
  if (choices.rua.length === 0 && !hasFaultyTarget)
    list.add('rua', 'The record says where reports go: at least one address')
  return list.reading(choices)
}

export function makeTlsRpt({ domain, zone, rua, ttl }: TlsRptChoices, record: Standing): Made {
  const value = formatTlsRptRecord({ rua: rua.map((uri) => ({ uri })) })
  return {
    records: [txtRecordFor({ zone, value, ttl }, record)],
    policy: null,
    notes: notesOn(record, rptRecordName(domain)),
  }
}

/** What is published stays; the first time, a role mailbox of the domain itself. */
export function usualTargets({ domain, record }: Pick<TlsRptToday, 'domain' | 'record'>): string[] {
  const live = record.ours.flatMap((text) => parseTlsRptRecord(text).value?.rua ?? [])
  return live.length > 0 ? live.map(({ uri }) => uri) : [roleMailbox(domain)]
}

export function roleMailbox(domain: string): string {
  return `mailto:tls-reports@${domain}`
}

function targetsOf(typed: readonly string[], list: FaultList<TlsRptField>): string[] {
  const uris = typed.flatMap((text, index) => {
    if (text.trim() === '') return []
    const uri = list.take('rua', readReportTarget(text), '', index)
    return uri === '' ? [] : [uri]
  })
  return [...new Set(uris)]
}
