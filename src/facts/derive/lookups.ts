import type { SeenRecord } from '../../protocols/http/answer.ts'
import { found, seenOf, type Fact } from '../fact.ts'
import { partsOf, type Lookup, type RawFactSet } from '../fact-set.ts'

/** Every DNS answer of the set, as a whole: what whoever fetched saw of the same records is noted like a second opinion. */
export function lookupsIn(raw: RawFactSet): Fact<Lookup[]> {
  const parts = Object.values(raw).flatMap((fact) => partsOf(fact as Fact<unknown>))
  const records = [raw.indicator, raw.evidence].flatMap((file) => seenOf(file)?.record ?? [])
  const lookups = parts.filter(isLookup).map((lookup) => beside(lookup, records))
  return found(lookups, { name: 'all answers', via: 'derived' })
}

function isLookup(fact: Fact<unknown>): fact is Lookup {
  return fact.source.dns !== undefined
}

/** The proxy has a resolver of its own, so it is a second opinion about the record that named the file. */
function beside(lookup: Lookup, records: readonly SeenRecord[]): Lookup {
  const { name, dns } = lookup.source
  const other = records.find((record) => record.name === name)
  const isAsked = other !== undefined && dns.type === 'TXT' && dns.otherResolver === undefined
  if (!isAsked || lookup.state === 'failed' || textsIn(lookup).includes(other.text)) return lookup
  const otherResolver = { resolver: 'the proxy', saw: `\`${other.text}\`` }
  return { ...lookup, source: { ...lookup.source, dns: { ...dns, otherResolver } } }
}

function textsIn(lookup: Lookup): unknown[] {
  const value: unknown = lookup.state === 'found' ? lookup.value : []
  const records: unknown[] = Array.isArray(value) ? value : []
  return records.map((record) =>
    typeof record === 'object' && record !== null && 'text' in record ? record.text : null,
  )
}
