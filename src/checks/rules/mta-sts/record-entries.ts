import { valueOf, type Fact } from '../../../facts/fact.ts'
import type {
  FactSet,
  HostAddresses,
  NamedTxt,
  TxtSelection,
  WildcardProbe,
} from '../../../facts/fact-set.ts'
import { hasAddress, isWildcardHost, sameAlias } from '../../../facts/host.ts'
import type { TxtRecord } from '../../../protocols/dns/records.ts'
import {
  parseStsRecord,
  type StsRecord,
  type StsRecordProblem,
} from '../../../protocols/mta-sts/record.ts'
import type { At, Spec } from '../../rule.ts'
import { located, type Located } from '../from-problems.ts'

export type StsSelection = TxtSelection<StsRecord, StsRecordProblem>

export const RECORD_SPEC: Spec[] = [{ document: 'RFC 8461', section: '3.1' }]

/** A slip made over and over is one slip: after so many findings of a kind the rest say nothing new. */
const ENOUGH = 20

/** Does any TXT record at the name claim to be an MTA-STS record? */
export function holdsRecord(fact: Fact<StsSelection> | undefined): boolean {
  return fact?.state === 'found' && fact.value.entries.some(({ ours }) => ours)
}

/**
 * The problems of records that senders read. Beside a record that passes their filter the others are strays, whatever
 * else is wrong with them: `sts.record.multiple-nearmiss` says so.
 */
export function recordProblems<Wanted extends StsRecordProblem>(
  { entries, selected }: StsSelection,
  about: string,
  codes: readonly Wanted[],
): (Located<StsRecordProblem> & { code: Wanted })[] {
  const counts = new Map<string, number>()
  return located(entries, codes, { fact: 'mtaStsTxt', about }).filter(({ code, at }) => {
    if (selected.length > 0 && !selected.includes(at.spot?.index ?? 0)) return false
    const count = (counts.get(code) ?? 0) + 1
    counts.set(code, count)
    return count <= ENOUGH
  })
}

/** One whole record of the answer. */
export function recordAt(about: string, { entries }: StsSelection, index: number): At {
  const end = entries[index]?.text.length ?? 0
  return { about, spot: { fact: 'mtaStsTxt', index, start: 0, end } }
}

/** Is one of these TXT records meant for MTA-STS? */
export function announces(txt: Fact<TxtRecord[]> | undefined): boolean {
  return (valueOf<TxtRecord[]>(txt) ?? []).some(({ text }) => parseStsRecord(text).ours)
}

/** Names where an MTA-STS record stands and no sender looks: those that were asked, and the domain itself. */
export function recordsElsewhere({
  mtaStsElsewhere,
  domainTxt,
}: {
  mtaStsElsewhere: FactSet['mtaStsElsewhere'] | undefined
  domainTxt: FactSet['domainTxt'] | undefined
}): NamedTxt[] {
  const asked = valueOf<NamedTxt[]>(mtaStsElsewhere) ?? []
  const apex = domainTxt && { name: domainTxt.source.name, txt: domainTxt }
  const isAsked = asked.some(({ name }) => name === apex?.name)
  return [...(apex && !isAsked ? [apex] : []), ...asked].filter(({ txt }) => announces(txt))
}

/** Is the name an alias that somebody made for it, and not one that a wildcard gives to every name? */
export function isDelegated(
  record: Fact<unknown>,
  wildcard: Fact<WildcardProbe> | undefined,
): boolean {
  const isAlias = (record.source.dns?.chain.length ?? 0) > 0
  return isAlias && !sameAlias(record, valueOf(wildcard)?.txt)
}

/** The name of the policy host, where somebody made one: an address that a wildcard gives to every name is none. */
export function ownHost(
  host: Fact<HostAddresses> | undefined,
  wildcard: Fact<WildcardProbe> | undefined,
): string | null {
  const known = valueOf(host)
  if (known === null || !hasAddress(known) || isWildcardHost(known, valueOf(wildcard))) return null
  return known.name
}
