/**
 * The assertion record of BIMI, a TXT record at `<selector>._bimi.<domain>` (BIMI draft, Assertion Record Definition):
 *
 *     v=BIMI1; l=https://example.com/logo.svg; a=https://example.com/mark.pem
 *
 * It names the logo (indicator) and the mark certificate (evidence). Both empty is a declination.
 */
import type { Taken } from '../text/cursor.ts'
import { escapeIn, nonAsciiIn } from '../text/fields.ts'
import type { Parsed } from '../text/problem.ts'
import { locationProblems } from './location.ts'
import { isPrefixList } from './local-part.ts'
import { problem, type BimiProblem, type BimiRecordProblem } from './problem.ts'
import { firstOfEach, tagsOf, type Tag } from './tag-list.ts'
import { readBimiVersion } from './version.ts'

export interface BimiRecord {
  /** Address of the logo; empty when declined. */
  location: string
  /** Address of the mark certificate; empty when there is none. */
  evidence: string
  /** `brand` unless the record says `personal`. */
  preference: 'brand' | 'personal'
  /** Prefixes of local parts with selectors of their own; null when the tag is missing, empty for every local part. */
  localPartPrefixes: string[] | null
}

/** Problems with which receivers still use the record. */
const HARMLESS: ReadonlySet<BimiRecordProblem> = new Set([
  'l-extension',
  'a-extension',
  'avp-value',
  'avp-default',
  'lps-syntax',
  'tag-case-beside',
  'old-tags',
  'other-protocol',
  'unknown-tag',
  'semicolon-end',
])

export function parseBimiRecord(
  text: string,
  joins: readonly number[] = [],
): Parsed<BimiRecord, BimiRecordProblem> {
  const version = readBimiVersion(text)
  if (version === null) return { text, ours: false, value: null, problems: [] }
  const problems: BimiProblem[] = []
  if (version.flaw !== null) problems.push(problem(version.flaw, version.tag, 'v=BIMI1'))
  if (version.flaw === 'version-first') return { text, ours: true, value: null, problems }
  const follow = followProblem(text, version.tag.end, joins)
  if (follow !== null) problems.push(follow)
  const tags = follow === null ? tagsOf(text, version.tag.end, problems) : []
  const first = firstOfEach(tags, problems)
  problems.push(...[...first.values()].flatMap((tag) => tagProblems(tag, first.has('l'))))
  if (follow === null) problems.push(...requiredProblems(first, version.tag, problems))
  problems.sort((a, b) => a.span.start - b.span.start)
  const usable = problems.every(({ code }) => HARMLESS.has(code))
  const record = toRecord(first)
  // "No valid l": an empty location with evidence is neither a declination nor, by the draft, an assertion.
  const meant = record.location !== '' || record.evidence === ''
  return { text, ours: true, value: usable && meant ? record : null, problems }
}

/** bimi-sep = *WSP ";" *WSP; a record of the version alone has no separator and lacks its `l`. */
function followProblem(text: string, end: number, joins: readonly number[]): BimiProblem | null {
  const blanks = /^[ \t]*/.exec(text.slice(end))?.[0].length ?? 0
  const rest = text.slice(end + blanks)
  if (rest === '' || rest.startsWith(';')) return null
  const start = end + blanks
  const strange = nonAsciiIn(text, start)
  if (strange?.start === start) return problem('non-ascii', strange, ';')
  const escape = escapeIn(text, start)
  if (escape?.start === start) return problem('escaped', escape, ';')
  const at = { text: rest.charAt(0), start, end: start + 1 }
  return problem(joins.includes(end) ? 'split' : 'syntax', at, ';')
}

/** Tags of early drafts, and of the records that people keep beside this one. */
const OLD = new Set(['p', 'f', 'z', 's'])
const ELSEWHERE = new Set([
  'rua',
  'ruf',
  'sp',
  'np',
  'pct',
  'adkim',
  'aspf',
  'fo',
  'id',
  'mode',
  'mx',
  'max_age',
])

function tagProblems({ name, value, whole }: Tag, hasLocation: boolean): BimiProblem[] {
  switch (name.text) {
    case 'l':
      return locationProblems('l', value)
    case 'a':
      return locationProblems('a', value)
    case 'avp':
      if (value.text === 'brand') return [problem('avp-default', whole)]
      return value.text === 'personal' ? [] : [problem('avp-value', whole, 'brand')]
    case 'lps':
      return isPrefixList(value.text) ? [] : [problem('lps-syntax', value)]
  }
  // An unknown tag, which receivers skip; `L` is the location that is missing.
  if (['l', 'a', 'avp', 'lps'].includes(name.text.toLowerCase()))
    return [problem(name.text === 'L' && !hasLocation ? 'tag-case' : 'tag-case-beside', name)]
  if (OLD.has(name.text)) return [problem('old-tags', whole)]
  return [problem(ELSEWHERE.has(name.text) ? 'other-protocol' : 'unknown-tag', whole)]
}

function requiredProblems(
  tags: Map<string, Tag>,
  version: Taken,
  others: BimiProblem[],
): BimiProblem[] {
  // `L=` or `l:` meant the location, and has been told.
  const meant = others.some(
    ({ code, seen = '' }) =>
      (code === 'tag-case' && seen === 'L') ||
      (['syntax', 'non-ascii', 'escaped'].includes(code) && !tags.has('l')),
  )
  return tags.has('l') || meant ? [] : [problem('l-missing', version, 'l=')]
}

function toRecord(tags: Map<string, Tag>): BimiRecord {
  const value = (name: string): string => tags.get(name)?.value.text ?? ''
  const lps = tags.get('lps')?.value.text
  const prefixes = (lps ?? '').split(',').map((prefix) => prefix.trim().toLowerCase())
  return {
    location: value('l'),
    evidence: value('a'),
    preference: value('avp') === 'personal' ? 'personal' : 'brand',
    localPartPrefixes:
      lps === undefined || !isPrefixList(lps) ? null : prefixes.filter((prefix) => prefix !== ''),
  }
}

/** Writes a record that parses to the same value. */
export function formatBimiRecord(record: BimiRecord): string {
  const { location, evidence, preference, localPartPrefixes } = record
  const tags = [`l=${location}`]
  if (evidence !== '' || location === '') tags.push(`a=${evidence}`)
  if (preference === 'personal') tags.push('avp=personal')
  if (localPartPrefixes !== null) tags.push(`lps=${localPartPrefixes.join(',')}`)
  return ['v=BIMI1', ...tags].join('; ')
}
