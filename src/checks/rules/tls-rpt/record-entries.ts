import { valueOf, type Fact } from '../../../facts/fact.ts'
import type { FactSet, NamedTxt, TxtSelection } from '../../../facts/fact-set.ts'
import type { TxtRecord } from '../../../protocols/dns/records.ts'
import type { ReportUri } from '../../../protocols/tls-rpt/report-uri.ts'
import {
  parseTlsRptRecord,
  type TlsRptProblem,
  type TlsRptRecord,
} from '../../../protocols/tls-rpt/record.ts'
import { DOMAIN } from '../../example.ts'
import type { At, Spec } from '../../rule.ts'
import { located, type Located } from '../from-problems.ts'

export type TlsRptSelection = TxtSelection<TlsRptRecord, TlsRptProblem>

export const RECORD_SPEC: Spec[] = [{ document: 'RFC 8460', section: '3' }]

/** A record about which there is nothing to say: by mail and by web, both within the domain. */
export const GOOD = `v=TLSRPTv1; rua=mailto:tls-reports@${DOMAIN},https://reports.${DOMAIN}/tls`

/** Does any TXT record at the name claim to be a TLS-RPT record? */
export function holdsRecord(fact: Fact<TlsRptSelection> | undefined): boolean {
  return fact?.state === 'found' && fact.value.entries.some(({ ours }) => ours)
}

/**
 * The problems of records that senders read. Beside a record that passes their filter the others are strays, whatever
 * else is wrong with them.
 */
export function recordProblems<Wanted extends TlsRptProblem>(
  { entries, selected }: TlsRptSelection,
  about: string,
  codes: readonly Wanted[],
): (Located<TlsRptProblem> & { code: Wanted })[] {
  return located(entries, codes, { fact: 'tlsRptTxt', about }).filter(
    ({ at }) => selected.length === 0 || selected.includes(at.spot?.index ?? 0),
  )
}

/** One whole record of the answer. */
export function recordAt(about: string, { entries }: TlsRptSelection, index: number): At {
  const end = entries[index]?.text.length ?? 0
  return { about, spot: { fact: 'tlsRptTxt', index, start: 0, end } }
}

/** One address of the record that is in use. */
export function uriAt(about: string, { entries, usable }: TlsRptSelection, uri: string): At {
  const index = entries.findIndex(({ value }) => value !== null && value === usable)
  const start = entries[index]?.text.indexOf(uri) ?? -1
  if (start < 0) return { about }
  return { about, spot: { fact: 'tlsRptTxt', index, start, end: start + uri.length } }
}

/** The addresses of the record that is in use; none when senders use none. */
export function addressesOf({ usable }: TlsRptSelection): ReportUri[] {
  return usable?.rua ?? []
}

/** The policy domain, from the name of the record; null for a record that was typed or pasted. */
export function policyDomainOf(about: string): string | null {
  return /^_smtp\._tls\.(.+)$/.exec(about)?.[1] ?? null
}

/** Is one of these TXT records meant for TLS-RPT? */
export function announces(txt: Fact<TxtRecord[]> | undefined): boolean {
  return (valueOf<TxtRecord[]>(txt) ?? []).some(({ text }) => parseTlsRptRecord(text).ours)
}

/** Names where a TLS-RPT record stands and no sender looks: those that were asked, and the domain itself. */
export function recordsElsewhere({
  tlsRptElsewhere,
  domainTxt,
}: {
  tlsRptElsewhere: FactSet['tlsRptElsewhere'] | undefined
  domainTxt: FactSet['domainTxt'] | undefined
}): NamedTxt[] {
  const asked = valueOf<NamedTxt[]>(tlsRptElsewhere) ?? []
  const apex = domainTxt && { name: domainTxt.source.name, txt: domainTxt }
  const isAsked = asked.some(({ name }) => name === apex?.name)
  return [...(apex && !isAsked ? [apex] : []), ...asked].filter(({ txt }) => announces(txt))
}
