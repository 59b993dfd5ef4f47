/** The assertion record that somebody chose, replacing what stands there (BIMI draft, Assertion Record Definition). */
import { formatBimiRecord, parseBimiRecord } from '../../protocols/bimi/record.ts'
import { DEFAULT_SELECTOR, isSelector, recordName } from '../../protocols/bimi/selector.ts'
import { bimiUriFlaw, type BimiUriFlaw } from '../../protocols/bimi/uri.ts'
import { toAscii } from '../../protocols/mta-sts/mx-pattern.ts'
import type { ZoneRecord } from '../record.ts'
import { FaultList, shown, type Read, type Reading } from './fault.ts'
import { notesOn, txtRecordFor, type Made } from './made.ts'
import { encoded } from './percent.ts'
import { readTtl, readZone } from './place.ts'
import { standingAt, type Standing } from './standing.ts'

export interface BimiChoices {
  /** A-labels, no final dot; so is the zone, in which it lies. */
  domain: string
  zone: string
  selector: string
  /** https, escaped; empty for a declination. */
  logo: string
  /** https, escaped; empty for none. */
  certificate: string
  preference: 'brand' | 'personal'
  /** Seconds. */
  ttl: number
}

/** As typed; an empty text takes the usual choice. */
export interface BimiTyped {
  zone: string
  selector: string
  logo: string
  certificate: string
  preference: string
  /** Asks providers to show no logo: `l=` and `a=` stay empty. */
  declined: boolean
  ttl: string
}

export type BimiField = keyof BimiTyped

/** What is known of the domain today. */
export interface BimiToday {
  domain: string
  zone: string
}

export function bimiStanding(
  selector: string,
  domain: string,
  fact: Parameters<typeof standingAt>[1],
): Standing {
  return standingAt(recordName(selector, domain), fact, (text) => parseBimiRecord(text).ours)
}

export function readBimi(typed: BimiTyped, today: BimiToday): Reading<BimiChoices, BimiField> {
  const list = new FaultList<BimiField>()
  const { declined } = typed
  const logo = declined ? '' : list.take('logo', readAddress(typed.logo), '')
  const hasFaultyLogo = list.faults.length > 0
  if (!declined && logo === '' && !hasFaultyLogo)
    list.add('logo', 'The record names the logo, or declines to show one')
  return list.reading({
    domain: today.domain,
    zone: list.take('zone', readZone(typed.zone, today.domain, today.zone), today.zone),
    selector: list.take('selector', readSelector(typed.selector, today.domain), ''),
    logo,
    certificate: declined ? '' : list.take('certificate', readAddress(typed.certificate), ''),
    preference: list.take('preference', readPreference(typed.preference), 'brand'),
    ttl: list.take('ttl', readTtl(typed.ttl), 0),
  })
}

/**
 * @param dmarc the record that DMARC needs first, where it keeps logos away today: without it no provider looks at the
 *   assertion record
 */
export function makeBimi(
  choices: BimiChoices,
  record: Standing,
  dmarc: ZoneRecord | null = null,
): Made {
  const { domain, zone, selector, logo, certificate, preference, ttl } = choices
  const value = formatBimiRecord({
    location: logo,
    evidence: certificate,
    // A declination has nothing to prefer.
    preference: logo === '' ? 'brand' : preference,
    localPartPrefixes: prefixesIn(record.ours),
  })
  return {
    records: [...(dmarc === null ? [] : [dmarc]), txtRecordFor({ zone, value, ttl }, record)],
    policy: null,
    notes: notesOn(record, recordName(selector, domain)),
  }
}

/** What `raisedDmarcRecord` offers, as a record of the zone. */
export function dmarcRecordFor(
  raised: { where: string; old: string | null; text: string },
  place: { zone: string; ttl: number },
): ZoneRecord {
  const { where, old, text } = raised
  const standing = {
    known: true,
    name: where,
    ours: old === null ? [] : [old],
    others: [],
    ttl: null,
  }
  return txtRecordFor({ ...place, value: text }, standing)
}

/** Who sends from addresses with logos of their own goes on to do so. */
function prefixesIn(records: readonly string[]): string[] | null {
  const live = records.flatMap((text) => parseBimiRecord(text).value ?? [])
  return live.length === 1 ? (live[0]?.localPartPrefixes ?? null) : null
}

function readSelector(typed: string, domain: string): Read<string> {
  const selector = typed.trim().toLowerCase()
  if (selector === '') return { value: DEFAULT_SELECTOR }
  if (isSelector(selector, domain)) return { value: selector }
  return { wrong: `${shown(typed)} is not a selector: it takes letters, digits, hyphens and dots` }
}

function readPreference(typed: string): Read<'brand' | 'personal'> {
  const text = typed.trim()
  if (text === '' || text === 'brand') return { value: 'brand' }
  if (text === 'personal') return { value: 'personal' }
  return { wrong: `${shown(typed)} is not a preference; use \`brand\` or \`personal\`` }
}

/** Characters of RFC 3986; `,` and `;` end the address in the record, and blanks have no place in one. */
const ADDRESS = /[\w.~:/?#[\]@!$&'()*+=-]/

function readAddress(typed: string): Read<string> {
  const text = typed.trim()
  if (text === '') return { value: '' }
  const flaw = bimiUriFlaw(text)
  const uri = escapedAddress(text)
  const left = flaw === 'multiple' ? flaw : bimiUriFlaw(uri)
  return left === null ? { value: uri } : { wrong: `${shown(text)} ${WRONG[left]}` }
}

function escapedAddress(text: string): string {
  const [, authority, rest] = /^https:\/\/([^/?#]*)(.*)$/is.exec(text) ?? []
  if (authority === undefined || rest === undefined) return text
  const [, host = '', port = ''] = /^(.*?)(:\d*)?$/s.exec(authority) ?? []
  return `https://${toAscii(host) ?? host}${port}${encoded(rest, ADDRESS)}`
}

const WRONG: Record<BimiUriFlaw, string> = {
  scheme: 'does not begin with `https://`, and providers fetch nothing else',
  syntax: 'is not a full address with a host name; write `https://host/path`',
  multiple: 'holds several addresses, and there is place for one',
}
