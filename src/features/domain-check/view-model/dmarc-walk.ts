import { valueOf, type Fact } from '../../../facts/fact.ts'
import type { FactSet } from '../../../facts/fact-set.ts'
import type { DmarcDiscovery } from '../../../facts/dmarc-facts.ts'
import { isSelectedDmarcRecord } from '../../../protocols/dmarc/record.ts'
import { MOST_QUESTIONS, softened, walked, walkNames } from '../../../protocols/dmarc/tree-walk.ts'
import type { TxtRecord } from '../../../protocols/dns/records.ts'
import { absentWords, failedBriefly, faultyWords } from '../../../queries/failure-words.ts'

/** One question of the tree walk (RFC 9989 section 4.10). */
export interface WalkRow {
  /** `_dmarc.example.com` */
  name: string
  /** Records as published; empty when there are none that receivers take for DMARC. */
  records: string[]
  /** Why there is none, or why there are too many. */
  without: string | null
  /** What this name is: where the record applies from, where the walk ends. */
  notes: string[]
}

export function dmarcWalkRows(facts: FactSet): WalkRow[] {
  const { dmarcTxt, dmarcAbove } = facts
  if (dmarcTxt === undefined) return []
  const asked = new Map([[dmarcTxt.source.name, dmarcTxt]])
  for (const { name, txt } of valueOf(dmarcAbove) ?? []) asked.set(name, txt)
  const discovery = valueOf(facts.dmarc)
  const start = dmarcTxt.source.name.replace(/^_dmarc\./, '')
  const names =
    discovery === null ? walkNames(start) : walked(discovery.walk).map(({ name }) => name)
  const rows = names.map((name) => toRow(`_dmarc.${name}`, asked.get(`_dmarc.${name}`)))
  return rows
    .filter(({ name }) => asked.has(name))
    .map((row, place, all) => ({
      ...row,
      notes: discovery === null ? [] : notesFor(row, discovery, place === all.length - 1),
    }))
}

function toRow(name: string, fact: Fact<TxtRecord[]> | undefined): WalkRow {
  const row = { name, records: [], notes: [] }
  switch (fact?.state) {
    case 'found':
      return { ...row, ...selectedIn(fact.value) }
    case 'absent':
      return { ...row, without: absentWords(fact.how) }
    case 'faulty':
      return { ...row, without: faultyWords(fact.reason) }
    case 'failed':
      return { ...row, without: `could not be looked up: ${failedBriefly(fact.reason)}` }
    case undefined:
      return { ...row, without: 'not asked' }
  }
}

/** "Records that do not start with `v=DMARC1` are discarded"; more than one left count as none (section 4.10). */
function selectedIn(records: readonly TxtRecord[]): Pick<WalkRow, 'records' | 'without'> {
  const selected = records.map(({ text }) => text).filter(isSelectedDmarcRecord)
  if (selected.length === 1) return { records: selected, without: null }
  return selected.length === 0
    ? { records: [], without: 'other TXT records only' }
    : { records: selected, without: 'several records count as none' }
}

function notesFor(row: WalkRow, discovery: DmarcDiscovery, isLast: boolean): string[] {
  const { walk, effective, organizationalDomain } = discovery
  const name = row.name.replace(/^_dmarc\./, '')
  const psd = walk.find((answer) => answer.name === name)?.record?.psd
  const notes: string[] = []
  if (effective?.from === name) notes.push('this record applies')
  if (organizationalDomain === name && walk.length > 1) notes.push('the organizational domain')
  if (isLast)
    notes.push(psd === 'y' || psd === 'n' ? `\`psd=${psd}\` ends the walk` : 'the walk ends here')
  return notes
}

/** Which record applies and why, in a few labelled sentences of our small mark-up. */
export function dmarcTerms(facts: FactSet): { name: string; text: string }[] {
  const discovery = valueOf(facts.dmarc)
  if (discovery === null) return []
  return [
    { name: 'Policy', text: policyWords(discovery) },
    { name: 'Organizational domain', text: organizationWords(discovery) },
  ]
}

function policyWords({ domain, effective, listedEffective }: DmarcDiscovery): string {
  if (effective === null) return `No record applies to mail from \`${domain}\`.`
  const { policy, tag, from, record } = effective
  const lowered = softened(policy, record.testing)
  const test = lowered === policy ? '' : ` Test mode (\`t=y\`) lowers it to \`${lowered}\`.`
  const listed = listedEffective?.policy ?? 'none'
  const differs =
    listedEffective?.from === from && listed === policy
      ? ''
      : listedEffective === null
        ? ' Receivers of the older kind find no record.'
        : ` Receivers of the older kind take \`${listed}\` from \`_dmarc.${listedEffective.from}\`.`
  return `For mail from \`${domain}\`: \`${policy}\`, by \`${tag}\` of the record at \`_dmarc.${from}\`.${test}${differs}`
}

function organizationWords({ organizationalDomain, listedDomain, walk }: DmarcDiscovery): string {
  const steps = walk.length === MOST_QUESTIONS ? ' The walk takes eight questions at most.' : ''
  if (listedDomain === null)
    return `\`${organizationalDomain}\` by the tree walk. The Public Suffix List has the name itself as a suffix.${steps}`
  if (listedDomain === organizationalDomain)
    return `\`${organizationalDomain}\`, by the tree walk and by the Public Suffix List.${steps}`
  const without = walk.every(({ record }) => record === null)
  const why = without
    ? 'With no record on the way, the walk stays where it began.'
    : 'Receivers of the new and of the older kind may act on different records.'
  return `\`${organizationalDomain}\` by the tree walk, \`${listedDomain}\` by the Public Suffix List. ${why}${steps}`
}
