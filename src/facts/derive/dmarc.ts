import { isSelectedDmarcRecord, parseDmarcRecord } from '../../protocols/dmarc/record.ts'
import {
  effectivePolicy,
  organizationalDomain,
  walkNames,
  type EffectivePolicy,
  type WalkAnswer,
} from '../../protocols/dmarc/tree-walk.ts'
import type { DmarcRecord } from '../../protocols/dmarc/record.ts'
import type { TxtRecord } from '../../protocols/dns/records.ts'
import { registrableDomainOf } from '../../protocols/dns/public-suffix.ts'
import type { DmarcDerivedFacts, DmarcDiscovery } from '../dmarc-facts.ts'
import { failed, found, mapFact, valueOf, type Fact } from '../fact.ts'
import type { RawFactSet } from '../fact-set.ts'
import { selectTxt } from './txt-selection.ts'

const PREFIX = '_dmarc.'

/** What follows from the `_dmarc` records that were asked for. */
export function dmarcFacts({ dmarcTxt, dmarcAbove, mx }: RawFactSet): Partial<DmarcDerivedFacts> {
  if (dmarcTxt === undefined) return {}
  const dmarcRecord = mapFact(dmarcTxt, selectDmarc)
  if (dmarcAbove === undefined) return { dmarcRecord }
  // A name that does not exist has no mail of its own; only its MX question tells, and not everywhere (RFC 9824).
  const exists = !(mx?.state === 'absent' && mx.how === 'nxdomain')
  return { dmarcRecord, dmarc: discover(dmarcTxt, dmarcAbove, exists) }
}

function selectDmarc(records: readonly TxtRecord[]) {
  return selectTxt(records, (text) => parseDmarcRecord(text), isSelectedDmarcRecord)
}

/** The record that a receiver takes at one name: exactly one that begins as it must (RFC 9989 section 4.10). */
function recordAt(txt: Fact<TxtRecord[]>): DmarcRecord | null {
  const { entries, selected } = selectDmarc(valueOf(txt) ?? [])
  return selected.length === 1 ? (entries[selected[0] ?? 0]?.value ?? null) : null
}

function discover(
  own: Fact<TxtRecord[]>,
  above: NonNullable<RawFactSet['dmarcAbove']>,
  exists: boolean,
): Fact<DmarcDiscovery> {
  const domain = own.source.name.slice(PREFIX.length)
  const answers = new Map([[domain, own]])
  for (const { name, txt } of valueOf(above) ?? []) answers.set(name.slice(PREFIX.length), txt)
  // A top-level domain matters only where it says `psd=y`; that it was not heard is no reason to know nothing.
  const counts = ({ source }: Fact<unknown>) => source.name.slice(PREFIX.length).includes('.')
  const unheard = [own, ...answers.values()].find((txt) => txt.state === 'failed' && counts(txt))
  if (unheard?.state === 'failed') return failed(unheard.reason, unheard.detail, unheard.source)
  if (above.state === 'failed') return above
  const answer = (name: string): WalkAnswer => {
    const txt = answers.get(name)
    return { name, record: txt === undefined ? null : recordAt(txt) }
  }
  const walk = walkNames(domain).map(answer)
  const listedDomain = registrableDomainOf(domain)
  return found(
    {
      domain,
      walk,
      organizationalDomain: organizationalDomain(walk),
      listedDomain,
      effective: effectivePolicy(walk, exists),
      listedEffective: listed(answer(domain), listedDomain === null ? null : answer(listedDomain)),
    },
    { name: domain, via: 'derived' },
  )
}

/** RFC 7489 section 6.6.3: the domain's own record, else that of its organizational domain by the suffix list. */
function listed(own: WalkAnswer, organization: WalkAnswer | null): EffectivePolicy | null {
  if (own.record)
    return { policy: own.record.p ?? 'none', tag: 'p', from: own.name, record: own.record }
  const record = organization?.record
  if (!record || organization === null) return null
  const tag = record.sp === null ? 'p' : 'sp'
  return { policy: record[tag] ?? 'none', tag, from: organization.name, record }
}
