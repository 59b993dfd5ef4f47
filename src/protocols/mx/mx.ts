/**
 * MX records as a sender reads them (RFC 5321 section 5.1, RFC 7505):
 *
 *     10 mail1.example.com
 *     20 mail2.example.com
 */
import type { MxRecord } from '../dns/records.ts'

/** A null MX: exactly one record, whose target is the root (RFC 7505 section 3). */
export function isNullMx(records: readonly MxRecord[]): boolean {
  return records.length === 1 && records[0]?.exchange === ''
}

/** The hosts that take mail, best preference first, each once; none for a null MX. */
export function mailHosts(records: readonly MxRecord[]): string[] {
  const named = records.filter(({ exchange }) => exchange !== '')
  const sorted = [...named].sort(
    (a, b) => a.preference - b.preference || (a.exchange < b.exchange ? -1 : 1),
  )
  return [...new Set(sorted.map(({ exchange }) => exchange))]
}

/** The hosts with the lowest preference number: those that senders try first. */
export function primaryHosts(records: readonly MxRecord[]): string[] {
  const named = records.filter(({ exchange }) => exchange !== '')
  const best = Math.min(...named.map(({ preference }) => preference))
  return mailHosts(named.filter(({ preference }) => preference === best))
}
