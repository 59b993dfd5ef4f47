/** The corrected TLS-RPT record (RFC 8460 section 3): the right version and every address that can be used. */
import { valueOf } from '../../facts/fact.ts'
import type { FactSet, ReportTarget } from '../../facts/fact-set.ts'
import { hasAddress } from '../../facts/host.ts'
import { isNullMx } from '../../protocols/mx/mx.ts'
import { isExtensionName, isExtensionValue, unescaped } from '../../protocols/text/fields.ts'
import { formatTlsRptRecord, parseTlsRptRecord } from '../../protocols/tls-rpt/record.ts'
import { recordDifference } from './changes.ts'
import type { CorrectedText } from './corrected-text.ts'
import { aliasOf, domainOf } from './domain-of.ts'
import { reportAddresses } from './report-addresses.ts'

/** The record that replaces what stands at the name, or null: it can stay, or the name could not be looked up. */
export function correctTlsRptRecord(facts: FactSet): CorrectedText | null {
  const domain = domainOf(facts)
  const { tlsRptRecord } = facts
  if (domain === null || tlsRptRecord === undefined || tlsRptRecord.state === 'failed') return null
  const live = tlsRptTexts(facts)
  if (isFine(facts)) return null
  const all = live.length > 0 ? live : textsElsewhere(facts)
  const texts = all.filter(({ length }) => length <= LONGEST)
  const known = [...new Set(texts.flatMap((text) => reportAddresses(listIn(text))))]
  const alive = known.filter((uri) => !deadTargets(facts).has(uri))
  const rua = alive.length > 0 ? alive : [`mailto:tls-reports@${domain}`]
  const text = formatTlsRptRecord({
    rua: rua.map((uri) => ({ uri })),
    extensions: texts.slice(0, 1).flatMap(extensionsIn),
  })
  const old = live[0] ?? null
  return {
    correction: 'tls-rpt-record',
    kind: 'txt',
    // A delegated record is changed where it stands; an alias that leads nowhere is replaced.
    where: (old !== null && aliasOf(tlsRptRecord)) || `_smtp._tls.${domain}`,
    old,
    text,
    ...(old === null ? { changes: [], removed: [] } : recordDifference(old, text)),
    notes: notesFor(rua, known, alive),
  }
}

/** Nobody's record is so long; what is longer is not searched for addresses. */
const LONGEST = 2000

/** All texts at the name that are or mean to be the record, in the order of the answer. */
export function tlsRptTexts({ tlsRptRecord }: FactSet): string[] {
  const { entries } = valueOf(tlsRptRecord) ?? { entries: [] }
  return entries.filter(({ ours }) => ours).map(({ text }) => text)
}

function textsElsewhere({ tlsRptElsewhere, domainTxt }: FactSet): string[] {
  const named = [...(valueOf(tlsRptElsewhere) ?? []).map(({ txt }) => txt)]
  return [...named, ...(domainTxt ? [domainTxt] : [])].flatMap((txt) =>
    (valueOf(txt) ?? []).map(({ text }) => text).filter((text) => parseTlsRptRecord(text).ours),
  )
}

/** One record that every sender reads, whose targets take reports; more than that is the owner's business. */
function isFine(facts: FactSet): boolean {
  const record = valueOf(facts.tlsRptRecord)
  if (!record?.usable) return false
  const dead = deadTargets(facts)
  if (record.usable.rua.some(({ uri }) => dead.has(uri))) return false
  return record.entries
    .filter(({ value }) => value !== null)
    .every(({ problems }) => problems.every(({ code }) => FINE.has(code)))
}

const FINE: ReadonlySet<string> = new Set(['rua-duplicate-uri', 'rua-many', 'unknown-field'])

/** What stands behind `rua`, up to the next field. */
function listIn(text: string): string {
  const [, list] = /(?:^|[;\s"'])(?:rua|ruf|ura|aru|rau)\s*[=:]?\s*(.*)$/is.exec(text) ?? []
  const all = list ?? /(?:mailto:|https:).*$/is.exec(text)?.[0] ?? ''
  // The next field, also where one follows without its semicolon; an equals sign inside a URI comes after `/` or `?`.
  return all.replace(/[;\s]+[a-z\d][\w.-]*\s*=.*$/is, (rest) => addressesOnly(rest))
}

/** A second `rua=` goes on with the list. */
function addressesOnly(rest: string): string {
  const again = /[;\s]rua\s*=\s*(.*)$/is.exec(rest)?.[1]
  return again === undefined ? '' : `,${again.replace(/[;\s]+[a-z\d][\w.-]*\s*=.*$/is, '')}`
}

function extensionsIn(text: string): { name: string; value: string }[] {
  return unescaped(text)
    .split(';')
    .map((field) => /^\s*([^=\s]+)=(\S+)\s*$/.exec(field))
    .map((match) => ({ name: match?.[1] ?? '', value: match?.[2] ?? '' }))
    .filter(
      ({ name, value }) =>
        !/^(?:v|rua|ruf|ura|aru|rau)$/i.test(name) &&
        isExtensionName(name) &&
        isExtensionValue(value) &&
        !/[\\%&]/.test(value),
    )
}

/** Addresses to which no report can go: the domain takes no mail, or does not exist. */
function deadTargets({ tlsRptTargets }: FactSet): Set<string> {
  return new Set((valueOf(tlsRptTargets) ?? []).filter(isDead).map(({ uri }) => uri))
}

function isDead({ mx, addresses }: ReportTarget): boolean {
  const records = valueOf(mx)
  if (records !== null) return isNullMx(records)
  const isAbsent = mx === undefined || mx.state === 'absent'
  if (!isAbsent || addresses === undefined || hasAddress(addresses)) return false
  return addresses.a.state === 'absent' && addresses.aaaa.state === 'absent'
}

function notesFor(rua: string[], known: string[], alive: string[]): string[] {
  if (alive.length === 0)
    return [
      `Put a mailbox that exists in place of \`${rua[0] ?? ''}\`; reports come once a day from each sender.`,
    ]
  const dead = known.filter((uri) => !alive.includes(uri))
  return dead.length === 0
    ? []
    : [`${dead.map((uri) => `\`${uri}\``).join(', ')} cannot take reports.`]
}
