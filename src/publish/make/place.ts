/** Zone and TTL of a record, as typed. */
import { readDomainInput } from '../../protocols/dns/domain-input.ts'
import type { Read } from './fault.ts'
import { shown } from './fault.ts'
import { isWithin, LONGEST_TTL, ORDINARY_TTL } from './made.ts'

/** @param usual the zone where none was typed */
export function readZone(typed: string, domain: string, usual: string): Read<string> {
  if (typed.trim() === '') return { value: usual }
  const result = readDomainInput(typed, { asTyped: true })
  if (!result.ok) return { wrong: `${shown(typed)} is not the name of a zone` }
  const zone = result.input.domain
  if (isWithin(domain, zone)) return { value: zone }
  return { wrong: `\`${domain}\` does not lie in the zone ${shown(zone)}` }
}

export function readTtl(typed: string): Read<number> {
  const text = typed.trim()
  if (text === '') return { value: ORDINARY_TTL }
  const seconds = Number(text)
  if (/^\d{1,10}$/.test(text) && seconds >= 1 && seconds <= LONGEST_TTL) return { value: seconds }
  return { wrong: `${shown(typed)} is not a number of seconds from 1 to ${LONGEST_TTL}` }
}
