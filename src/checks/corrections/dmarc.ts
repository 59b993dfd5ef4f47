/** The corrected DMARC record (RFC 9989 section 4.7), and the one that a logo can build on. */
import { valueOf, type Fact } from '../../facts/fact.ts'
import type { FactSet } from '../../facts/fact-set.ts'
import {
  isSelectedDmarcRecord,
  parseDmarcRecord,
  type DmarcProblem,
} from '../../protocols/dmarc/record.ts'
import { isReportUri } from '../../protocols/dmarc/report-uri.ts'
import type { TxtRecord } from '../../protocols/dns/records.ts'
import { unescaped } from '../../protocols/text/fields.ts'
import { tagDifference } from './changes.ts'
import type { CorrectedText } from './corrected-text.ts'
import { aliasOf, domainOf } from './domain-of.ts'

/** Nobody's record is so long; what is longer is not searched for what it might have meant. */
const LONGEST = 2000

/** What may stay in a record that is offered: order, and tags that receivers skip. */
const FINE: ReadonlySet<DmarcProblem> = new Set(['p-position', 'old-tags', 'unknown-tag'])

/** The record that replaces what stands at the name, or begins where nothing applies; null: it can stay, or must be chosen. */
export function correctDmarcRecord(facts: FactSet): CorrectedText | null {
  const { dmarcRecord, dmarcTxt } = facts
  if (dmarcRecord === undefined || dmarcTxt === undefined || dmarcRecord.state === 'failed')
    return null
  const ours = (valueOf(dmarcRecord)?.entries ?? []).filter((entry) => entry.ours)
  const [only] = ours
  if (only === undefined) return placed(facts, dmarcTxt)
  if (ours.length > 1 || only.problems.every(({ code }) => FINE.has(code))) return null
  return written('dmarc-record', dmarcTxt, only.text, rewritten(only.text, false))
}

/** The record, one step stricter: what keeps BIMI from counting on it is raised or gone. Null where nothing is to raise. */
export function raisedDmarcRecord(facts: FactSet): CorrectedText | null {
  const discovery = valueOf(facts.dmarc)
  if (discovery === null) return null
  const { domain, organizationalDomain, effective } = discovery
  const names = new Set([domain, effective?.from ?? domain, organizationalDomain])
  for (const name of names) {
    const txt = recordAt(facts, `_dmarc.${name}`)
    const [text, ...others] = (valueOf(txt) ?? [])
      .map((record) => record.text)
      .filter(isSelectedDmarcRecord)
    if (txt === undefined || text === undefined || others.length > 0 || !isWeak(text)) continue
    const corrected = written('dmarc-policy', txt, text, rewritten(text, true))
    return corrected === null ? null : { ...corrected, notes: notesFor(text) }
  }
  return null
}

function recordAt({ dmarcTxt, dmarcAbove }: FactSet, name: string): Fact<TxtRecord[]> | undefined {
  if (dmarcTxt?.source.name === name) return dmarcTxt
  return (valueOf(dmarcAbove) ?? []).find((above) => above.name === name)?.txt
}

/** What stands at a wrong name moves; where nothing stands anywhere, a record that only asks for reports begins. */
function placed(facts: FactSet, txt: Fact<TxtRecord[]>): CorrectedText | null {
  const domain = domainOf(facts)
  const moved = dmarcElsewhere(facts)[0]?.text
  if (moved !== undefined) return written('dmarc-record', txt, null, rewritten(moved, false))
  if (domain === null || facts.dmarc?.state !== 'found' || facts.dmarc.value.effective !== null)
    return null
  const begun = `v=DMARC1; p=none; rua=mailto:dmarc@${domain}`
  const corrected = written('dmarc-record', txt, null, begun)
  const note = `Put a mailbox that exists in place of \`dmarc@${domain}\`; reports come once a day from each receiver.`
  return corrected === null ? null : { ...corrected, notes: [note] }
}

/** DMARC records at names where no receiver looks. */
export function dmarcElsewhere(facts: FactSet): { where: string; text: string }[] {
  const { domainTxt } = facts
  const named = (valueOf(facts.dmarcElsewhere) ?? []).map(({ txt }) => txt)
  return [...(domainTxt === undefined ? [] : [domainTxt]), ...named].flatMap((txt) =>
    (valueOf(txt) ?? [])
      .filter(({ text }) => isSelectedDmarcRecord(text))
      .map(({ text }) => ({ where: txt.source.name, text })),
  )
}

/** Only what has been read back without a fault is offered. */
function written(
  correction: CorrectedText['correction'],
  txt: Fact<TxtRecord[]>,
  old: string | null,
  text: string | null,
): CorrectedText | null {
  if (text === null || text === old) return null
  const { value, problems } = parseDmarcRecord(text)
  if (value === null || problems.some(({ code }) => !FINE.has(code))) return null
  const where = (old !== null && aliasOf(txt)) || txt.source.name
  const difference = old === null ? { changes: [], removed: [] } : tagDifference(old, text)
  return { correction, kind: 'txt', where, old, text, ...difference, notes: [] }
}

function isWeak(text: string): boolean {
  const record = parseDmarcRecord(text).value
  if (record === null) return false
  const { p, sp, np, pct, testing } = record
  return p === null || [p, sp, np].includes('none') || (pct !== null && pct < 100) || testing
}

interface Tag {
  name: string
  value: string
}

function rewritten(text: string, raise: boolean): string | null {
  if (text.length > LONGEST) return null
  const tags = readLeniently(text)
  const p = tags.find(({ name }) => name === 'p')?.value ?? ''
  const rest = tags.filter(({ name }) => name !== 'p').flatMap((tag) => keptTag(tag, raise))
  const policy = policyOf(p) ?? 'none'
  const shown = raise && policy === 'none' ? 'quarantine' : policyOf(p) === null ? 'none' : p
  return ['v=DMARC1', `p=${shown}`, ...rest].join('; ')
}

/** Tags as they were meant, the first of each name. */
function readLeniently(text: string): Tag[] {
  const tags = unescaped(text)
    .split(';')
    .map((field) => field.replace(/^[\s"'“”\ufeff]+|[\s"'“”]+$/g, ''))
    .flatMap((field): Tag[] => {
      const [, name, value] = /^([A-Za-z]+)\s*=\s*([\x20-\x7e]+)$/.exec(field) ?? []
      return name === undefined || value === undefined ? [] : [{ name: name.toLowerCase(), value }]
    })
    .filter(({ name }) => name !== 'v')
  return tags.filter(({ name }, place) => tags.findIndex((other) => other.name === name) === place)
}

function keptTag({ name, value }: Tag, raise: boolean): string[] {
  const same = [`${name}=${value}`]
  const low = value.toLowerCase()
  switch (name) {
    case 'sp':
    case 'np':
      return policyOf(value) === null || (raise && low === 'none') ? [] : same
    case 'rua':
    case 'ruf': {
      const uris = value.split(',').flatMap(reportUri)
      return uris.length === 0 ? [] : [`${name}=${uris.join(',')}`]
    }
    case 'pct':
      return raise || low === '100' ? [] : same
    case 't':
      return raise && low === 'y' ? [] : same
    case 'rf':
    case 'ri':
      return []
    default:
      return same
  }
}

function reportUri(item: string): string[] {
  const uri = item.trim().replace(/^mailto:\/\//i, 'mailto:')
  return [uri, `mailto:${uri}`].filter(isReportUri).slice(0, 1)
}

function policyOf(value: string): string | null {
  const low = value.trim().toLowerCase()
  return ['none', 'quarantine', 'reject'].find((policy) => policy === low) ?? null
}

function notesFor(text: string): string[] {
  const record = parseDmarcRecord(text).value
  if (record === null) return []
  const notes: string[] = []
  if (record.sp === 'none') notes.push('Without `sp` the policy holds for sub-domains too.')
  if (record.pct !== null && record.pct < 100)
    notes.push('Without `pct` the policy holds for all of the mail.')
  return notes
}
