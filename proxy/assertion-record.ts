import type { BimiAssertion } from '../src/facts/bimi-facts.ts'
import { bimiFacts } from '../src/facts/derive/bimi.ts'
import { absent, found, type Fact } from '../src/facts/fact.ts'
import type { TxtRecord } from '../src/protocols/dns/records.ts'
import { recordName } from '../src/protocols/bimi/selector.ts'
import type { SeenRecord } from '../src/protocols/http/answer.ts'
import { Failing } from './failure.ts'
import type { TxtLookup } from './lookup.ts'
import { organizationOf } from './organizational-domain.ts'

export interface Discovery {
  /** The one record that was seen; null when there is none, or more than one. */
  seen: SeenRecord | null
  /** What a receiver reads in it; null when receivers do not use it. */
  record: BimiAssertion['record'] | null
}

/**
 * The assertion record that a receiver would use for a domain and a selector: selected by the same code as on the page
 * (BIMI draft, Assertion Record Discovery). Throws `Failing`.
 */
export async function discover(
  domain: string,
  selector: string,
  txt: TxtLookup,
  signal: AbortSignal,
): Promise<Discovery> {
  const bimiTxt = await txtFact(recordName(selector, domain), txt, signal)
  const own = discoveryIn(bimiFacts({ bimiTxt }))
  if (own !== null) return own
  const organization = await organizationOf(domain, txt, signal)
  if (organization === domain) return NOTHING
  const bimiOrgTxt = await txtFact(recordName(selector, organization), txt, signal)
  return discoveryIn(bimiFacts({ bimiTxt, bimiOrgTxt })) ?? NOTHING
}

const NOTHING: Discovery = { seen: null, record: null }

async function txtFact(
  name: string,
  txt: TxtLookup,
  signal: AbortSignal,
): Promise<Fact<TxtRecord[]>> {
  const records = await txt(name, signal)
  const source = { name, via: 'dns' } as const
  return records.length > 0 ? found(records, source) : absent('nodata', source)
}

/** Null when there is no record at all, so that the next name is asked. */
function discoveryIn({ bimiRecord }: ReturnType<typeof bimiFacts>): Discovery | null {
  if (bimiRecord?.state !== 'found') return null
  const { entries, selected, usable } = bimiRecord.value
  const { name } = bimiRecord.source
  if (selected.length > 1)
    throw new Failing('no-record', `${selected.length} assertion records at ${name} count as none`)
  const text = entries[selected[0] ?? -1]?.text
  return text === undefined ? null : { seen: { name, text }, record: usable }
}
