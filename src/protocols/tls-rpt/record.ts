/**
 * The TLS-RPT record, a TXT record at `_smtp._tls.<policy domain>` (RFC 8460 section 3):
 *
 *     v=TLSRPTv1; rua=mailto:tlsrpt@example.com
 *
 * It asks senders for a daily report on how TLS went, and says where reports go.
 */
import { nonAsciiIn, splitFields } from '../text/fields.ts'
import { gapIn } from '../text/gap.ts'
import type { Parsed, Problem } from '../text/problem.ts'
import {
  escapedOpening,
  followOf,
  readVersion,
  withoutClosingQuote,
  type Version,
  type VersionFlaw,
} from '../text/version.ts'
import { readFields } from './fields.ts'
import { isHarmless, problem, type TlsRptProblem } from './problem.ts'
import type { ReportUri } from './report-uri.ts'

export type { TlsRptProblem } from './problem.ts'

type P = Problem<TlsRptProblem>

export interface TlsRptRecord {
  /** Where reports go, in the order of the record: at least one. */
  rua: ReportUri[]
  /** Fields beyond `v` and `rua`, which senders skip. */
  extensions: { name: string; value: string }[]
}

/** The filter for several records: "records that do not begin with `v=TLSRPTv1;` are discarded" (section 3). */
export function isSelectedTlsRptRecord(text: string): boolean {
  return text.startsWith('v=TLSRPTv1;')
}

/**
 * Reads the joined text of one TXT record.
 *
 * @param joins places at which character-strings were glued; a version that ends there lost its semicolon in the gap.
 */
export function parseTlsRptRecord(
  text: string,
  joins: readonly number[] = [],
): Parsed<TlsRptRecord, TlsRptProblem> {
  const version = readVersion(text, WORD, resemblesTlsRpt)
  if (version === null || version.flaw === 'first') return withoutOpening(text, version)
  const problems = versionProblems(version, text, joins)
  const body = withoutClosingQuote(text, version.flaw)
  const { fields, empty, trailingBlank } = splitFields(body, version.tag.end)
  problems.push(...empty.map((span) => problem('empty-field', { ...span, text: ';' })))
  const read = readFields(text, fields)
  problems.push(...read.problems)
  // A record whose version no semicolon follows has no fields to miss.
  const isOpened = /^[ \t]*;/.test(body.slice(version.tag.end))
  if (isOpened && !read.hasRua) problems.push(problem('rua-missing', read.meant ?? version.tag))
  if (trailingBlank !== null)
    problems.push(problem('trailing-blank', { ...trailingBlank, text: ' ' }))
  for (const [index, seen] of problems.entries()) problems[index] = lostInGap(text, seen, joins)
  problems.sort((a, b) => a.span.start - b.span.start)
  const usable = read.rua.length > 0 && problems.every(isHarmless)
  const value = usable ? { rua: read.rua, extensions: read.extensions } : null
  return { text, ours: true, value, problems }
}

/** Writes a record that parses to the same value. */
export function formatTlsRptRecord(record: {
  rua: readonly Pick<ReportUri, 'uri'>[]
  extensions?: TlsRptRecord['extensions']
}): string {
  const rest = (record.extensions ?? []).map(({ name, value }) => `; ${name}=${value}`)
  return `v=TLSRPTv1; rua=${record.rua.map(({ uri }) => uri).join(',')}${rest.join('')}`
}

const WORD = 'TLSRPTv1'

/** `TLSRPT1`, `TLS-RPTv1`, `TLSv1`: words that nobody would write who means another protocol. */
function resemblesTlsRpt(word: string): boolean {
  return /tls|rpt/i.test(word)
}

/** A text that does not open with a version: one thing is wrong with it, or it is another record. */
function withoutOpening(
  text: string,
  version: Version | null,
): ReturnType<typeof parseTlsRptRecord> {
  const escape = escapedOpening(text, WORD, resemblesTlsRpt)
  const bare = /^[\s"']*(?:v(?:ersion)?[\s:=]*)?TLSRPTv1(?![A-Za-z0-9])/i.exec(text)?.[0]
  const opening =
    escape !== null
      ? problem('escaped', escape)
      : version !== null
        ? problem('version-first', version.tag, 'v=TLSRPTv1')
        : bare !== undefined
          ? problem('version-typo', { text: bare, start: 0, end: bare.length }, 'v=TLSRPTv1')
          : null
  return { text, ours: opening !== null, value: null, problems: opening === null ? [] : [opening] }
}

const FLAWS: Record<VersionFlaw, TlsRptProblem> = {
  case: 'version-case',
  first: 'version-first',
  // tlsrpt-version = %s"v=TLSRPTv1": no blank and no quote before or inside.
  blank: 'version-first',
  lookalike: 'lookalike',
  wrong: 'version-typo',
}

/** tlsrpt-version, and field-delim = *WSP ";" *WSP behind it; the filter of section 3 wants the semicolon at once. */
function versionProblems({ flaw, tag }: Version, text: string, joins: readonly number[]): P[] {
  // A digit for a letter is a slip of the keyboard; letters of another script are not.
  const isSlip = flaw === 'lookalike' && nonAsciiIn(tag.text) === null
  const code = flaw === null ? null : isSlip ? 'version-typo' : FLAWS[flaw]
  const flaws = code === null ? [] : [problem(code, tag, 'v=TLSRPTv1')]
  const { follow, at } = followOf(text, tag.end)
  switch (follow) {
    case 'semicolon':
      return flaws
    case 'blank-semicolon':
      return [...flaws, problem('blank-before-semicolon', at)]
    case 'escape':
      return [...flaws, problem('escaped', at, ';')]
    case 'non-ascii':
      return [...flaws, problem('non-ascii', at, ';')]
    case 'end':
    case 'other':
      if (joins.includes(tag.end)) return [...flaws, problem('split', at, ';')]
      // One opening, one error: a misspelt version without semicolon is misspelt.
      return flaws.length > 0 ? flaws : [problem('version-first', tag, 'v=TLSRPTv1;')]
  }
}

/** A field that is broken right where two strings were glued is broken by the gap. */
function lostInGap(text: string, seen: P, joins: readonly number[]): P {
  if (!['bad-field', 'rua-mailto-syntax', 'rua-https-syntax', 'rua-separator'].includes(seen.code))
    return seen
  const gap = gapIn(text, seen.span, joins)
  return gap === null ? seen : problem('split', gap)
}
