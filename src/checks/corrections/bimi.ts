/** The corrected assertion record (BIMI draft, Assertion Record Definition): what was meant, in the form that is read. */
import { valueOf } from '../../facts/fact.ts'
import type { FactSet } from '../../facts/fact-set.ts'
import { formatBimiRecord, parseBimiRecord, type BimiRecord } from '../../protocols/bimi/record.ts'
import type { BimiRecordProblem } from '../../protocols/bimi/problem.ts'
import { extensionOf } from '../../protocols/bimi/uri.ts'
import { readBimiVersion } from '../../protocols/bimi/version.ts'
import { unescaped } from '../../protocols/text/fields.ts'
import { tagDifference } from './changes.ts'
import type { CorrectedText } from './corrected-text.ts'
import { aliasOf } from './domain-of.ts'

/** Nobody's record is so long; what is longer is not searched for what it might have meant. */
const LONGEST = 2000

/** Told as notices; the record may stay as it is. */
const FINE: ReadonlySet<BimiRecordProblem> = new Set([
  'avp-default',
  'old-tags',
  'unknown-tag',
  'semicolon-end',
])

/** The record that replaces what stands at the name, or null: it can stay, must be chosen, or nobody can know what was meant. */
export function correctBimiRecord(facts: FactSet): CorrectedText | null {
  const { bimiRecord } = facts
  if (bimiRecord === undefined || bimiRecord.state === 'failed') return null
  const ours = (valueOf(bimiRecord)?.entries ?? []).filter((entry) => entry.ours)
  const [only] = ours
  if (ours.length > 1 || only?.problems.every(({ code }) => FINE.has(code)) === true) return null
  const source = only?.text ?? bimiElsewhere(facts)[0]?.text
  const meant = source === undefined ? null : readLeniently(source)
  if (meant === null) return null
  const text = formatBimiRecord(meant.record)
  const { value, problems } = parseBimiRecord(text)
  if (value === null || problems.length > 0) return null
  const old = only?.text ?? null
  return {
    correction: 'bimi-record',
    kind: 'txt',
    where:
      old === null
        ? (facts.bimiTxt ?? bimiRecord).source.name
        : (aliasOf(bimiRecord) ?? bimiRecord.source.name),
    old,
    text,
    ...(old === null ? { changes: [], removed: [] } : tagDifference(old, text)),
    notes: meant.notes,
  }
}

/** Assertion records at names where no provider looks; whoever asks for a selector does not mean those. */
export function bimiElsewhere(facts: FactSet): { where: string; text: string }[] {
  if (valueOf(facts.bimiQuestion)?.custom === true) return []
  const named = (valueOf(facts.bimiElsewhere) ?? []).map(({ txt }) => txt)
  return [...(facts.domainTxt === undefined ? [] : [facts.domainTxt]), ...named].flatMap((txt) =>
    (valueOf(txt) ?? [])
      .filter(({ text }) => parseBimiRecord(text).ours)
      .map(({ text }) => ({ where: txt.source.name, text })),
  )
}

interface Meant {
  record: BimiRecord
  notes: string[]
}

/** What its owner meant, as far as it can be told; null when it names no logo and does not decline. */
function readLeniently(text: string): Meant | null {
  const version = text.length > LONGEST ? null : readBimiVersion(text)
  if (version === null) return null
  const tags = tagsIn(`${text.slice(0, version.tag.start)};${text.slice(version.tag.end)}`)
  const [l, a] = inPlace(tags.get('l') ?? null, tags.get('a') ?? '')
  if (l === null) return null
  const notes: string[] = []
  const location = address(l, 'logo', notes)
  const evidence = address(a, 'certificate', notes)
  const preference = tags.get('avp')?.toLowerCase() === 'personal' ? 'personal' : 'brand'
  return {
    notes,
    record: { location, evidence, preference, localPartPrefixes: prefixes(tags.get('lps')) },
  }
}

const TAG = /(?:^|[;,\s])\s*(l|a|avp|lps)\s*[=:]\s*/gi
const NEXT = /[;\s][;,\s]*[A-Za-z]+\s*=|;|,\s*(?:l|a|avp|lps)\s*[=:]/i

/** The four tags wherever they stand, the first of each, one in lower case before others; a value ends at a semicolon or before what looks like a tag. */
function tagsIn(text: string): Map<string, string> {
  const plain = unescaped(text).replace(/[“”"]/g, '')
  const tags = new Map<string, string>()
  const found = [...plain.matchAll(TAG)]
  const isRight = ([, name = '']: RegExpExecArray): boolean => name === name.toLowerCase()
  for (const match of [...found.filter(isRight), ...found.filter((one) => !isRight(one))]) {
    const name = (match[1] ?? '').toLowerCase()
    const rest = plain.slice(match.index + match[0].length)
    const value = rest.slice(0, NEXT.exec(rest)?.index).replace(/^[\s']+|[\s',]+$/g, '')
    if (!tags.has(name)) tags.set(name, value)
  }
  return tags
}

/** `l=` is the logo, `a=` the certificate: exchanged where both ends say so. */
function inPlace(l: string | null, a: string): [string | null, string] {
  const isSwapped =
    l !== null && extensionOf(l) === 'pem' && ['svg', 'svgz'].includes(extensionOf(a))
  return isSwapped ? [a, l] : [l, a]
}

/** One https address; what that changes beyond spelling is said. */
function address(value: string, what: string, notes: string[]): string {
  const [first = '', ...others] = value.split(/,\s*(?=[a-z][a-z0-9+.-]*:\/\/)/i)
  if (others.length > 0) notes.push(`Of several addresses of the ${what} the first was kept.`)
  const uri = first.trim().replaceAll(' ', '%20').replaceAll(',', '%2C')
  if (uri === '' || /^https:/i.test(uri)) return uri
  if (!/^(?:http:\/\/|\/\/)?[a-z0-9-]+(?:\.[a-z0-9-]+)+\//i.test(uri)) return uri
  notes.push(`See that the ${what} is served over https before you publish this.`)
  return `https://${uri.replace(/^(?:http:)?\/\//i, '')}`
}

/** Dots and underscores of an address become hyphens (BIMI draft, Local-Part Selectors). */
function prefixes(value: string | undefined): string[] | null {
  if (value === undefined) return null
  const good = value
    .split(/[,\s]+/)
    .map((prefix) => prefix.toLowerCase().replace(/@.*$/, '').replace(/[._]+/g, '-'))
    .filter((prefix) => /^[a-z0-9-]{1,63}$/.test(prefix))
  return value.trim() === '' ? [] : good.length === 0 ? null : good
}
