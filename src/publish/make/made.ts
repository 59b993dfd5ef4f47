/** What a wizard makes: records, perhaps a file, and what its reader should know before publishing them. */
import { registrableDomainOf } from '../../protocols/dns/public-suffix.ts'
import type { ZoneRecord } from '../record.ts'
import type { Standing } from './standing.ts'

/** An hour: long enough to spare resolvers, short enough for a change in a hurry (RFC 8461 section 8.1). */
export const ORDINARY_TTL = 3600

/** RFC 2181 section 8: 31 bits. */
export const LONGEST_TTL = 2_147_483_647

export interface Made {
  /** In the order in which they are safe to publish. */
  records: ZoneRecord[]
  /** The policy file, lines ended with CRLF; null where there is none. */
  policy: string | null
  /** Whole sentences, backticks around what machines read. */
  notes: string[]
}

export interface NewRecord {
  zone: string
  value: string
  ttl: number
}

/** The record that takes the place of what stands there. */
export function txtRecordFor({ zone, value, ttl }: NewRecord, standing: Standing): ZoneRecord {
  const { name, ours } = standing
  return { zone: zoneFor(name, zone), name, type: 'TXT', value, ttl, replaces: ours }
}

/** The zone that was named, unless aliases lead out of it. */
function zoneFor(name: string, zone: string): string {
  return isWithin(name, zone) ? zone : (registrableDomainOf(name) ?? name)
}

/** The name itself, or one below it. */
export function isWithin(name: string, zone: string): boolean {
  return name === zone || name.endsWith(`.${zone}`)
}

/** @param wanted the name at which senders look */
export function notesOn(standing: Standing, wanted: string): string[] {
  const { known, name, ours, others } = standing
  const notes: string[] = []
  if (!known)
    notes.push(
      `Look at \`${wanted}\` first: if a record stands there, replace it. Two count as none.`,
    )
  if (name !== wanted)
    notes.push(`\`${wanted}\` is an alias of \`${name}\`, so the record is changed there.`)
  if (ours.length > 1)
    notes.push(
      `\`${name}\` has ${ours.length} records of this kind, which count as none. Keep the new one only.`,
    )
  if (others.length > 0)
    notes.push(
      `\`${name}\` has other TXT records too: ${others.map((text) => `\`${text.replaceAll('`', "'")}\``).join(', ')}. A tool that replaces all texts of a name takes them along.`,
    )
  return notes
}
