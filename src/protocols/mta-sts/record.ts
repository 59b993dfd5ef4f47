/**
 * The MTA-STS record, a TXT record at `_mta-sts.<policy domain>` (RFC 8461 section 3.1):
 *
 *     v=STSv1; id=2026083101
 *
 * It says that a policy exists and names its current version; the policy itself is a file on the policy host.
 */
import { isAlphanumeric, shifted, type Taken } from '../text/cursor.ts'
import {
  escapeIn,
  isExtensionName,
  isExtensionValue,
  nonAsciiIn,
  splitFields,
  type Field,
} from '../text/fields.ts'
import { gapIn } from '../text/gap.ts'
import type { Parsed, Problem } from '../text/problem.ts'
import {
  escapedOpening,
  followOf,
  readVersion,
  skeleton,
  withoutClosingQuote,
  type VersionFlaw,
} from '../text/version.ts'

export interface StsRecord {
  /** Names the policy version: 1 to 32 letters and digits. Ids have no order; they only need to differ. */
  id: string
  /** Fields beyond `v` and `id`, which senders skip. */
  extensions: { name: string; value: string }[]
}

export type StsRecordProblem =
  | 'version-case'
  | 'version-first'
  | 'version-blank'
  | 'wrong-version'
  | 'lookalike'
  | 'blank-before-semicolon'
  | 'no-semicolon'
  | 'split'
  | 'id-missing'
  | 'id-empty'
  | 'id-charset'
  | 'id-length'
  | 'id-duplicate'
  | 'empty-field'
  | 'trailing-blank'
  | 'bad-field'
  | 'escaped'
  | 'escaped-extension'
  | 'non-ascii'
  | 'extension'
  | 'policy-in-txt'

type P = Problem<StsRecordProblem>

/** Problems with which the record is still what a strict sender uses. */
const HARMLESS: ReadonlySet<StsRecordProblem> = new Set([
  'blank-before-semicolon',
  'id-duplicate',
  'escaped-extension',
  'extension',
  'policy-in-txt',
])

const SECTION = '3.1'

/** The filter for several records: "records that do not begin with `v=STSv1;` are discarded" (section 3.1). */
export function isSelectedStsRecord(text: string): boolean {
  return text.startsWith('v=STSv1;')
}

/**
 * Reads the joined text of one TXT record.
 *
 * @param joins places at which character-strings were glued; a version that ends there lost its semicolon in the gap.
 */
export function parseStsRecord(
  text: string,
  joins: readonly number[] = [],
): Parsed<StsRecord, StsRecordProblem> {
  const version = readVersion(text, 'STSv1', resemblesSts)
  if (version === null || version.flaw === 'first') {
    const escape = escapedOpening(text, 'STSv1', resemblesSts)
    const only = escape === null ? null : problem('escaped', escape)
    const opening = only ?? (version && problem(FLAWS.first, version.tag)) ?? otherOpening(text)
    if (opening === null) return { text, ours: false, value: null, problems: [] }
    return { text, ours: true, value: null, problems: [opening] }
  }
  const problems: P[] = []
  if (version.flaw !== null) problems.push(problem(FLAWS[version.flaw], version.tag, 'v=STSv1'))
  problems.push(...follow(text, version.tag.end, joins))
  const { fields, empty, trailingBlank } = splitFields(
    withoutClosingQuote(text, version.flaw),
    version.tag.end,
  )
  problems.push(...empty.map((span) => problem('empty-field', { ...span, text: ';' })))
  const hasId = fields.some(({ name, value }) => name.text === 'id' && value !== null)
  problems.push(...fields.flatMap((field) => fieldProblems(field, hasId)))
  problems.push(...idProblems(text, version.tag, fields, problems))
  if (trailingBlank !== null)
    problems.push(problem('trailing-blank', { ...trailingBlank, text: ' ' }))
  for (const [index, seen] of problems.entries()) problems[index] = lostInGap(text, seen, joins)
  problems.sort((a, b) => a.span.start - b.span.start)
  const usable = problems.every(({ code }) => HARMLESS.has(code))
  return { text, ours: true, value: usable ? toRecord(fields) : null, problems }
}

/** Writes a record that parses to the same value. */
export function formatStsRecord({ id, extensions }: StsRecord): string {
  const rest = extensions.map(({ name, value }) => `; ${name}=${value}`)
  return `v=STSv1; id=${id}${rest.join('')}`
}

/** `STSv1; id=1`, `version: STSv1`: the word is there, and the tag is another. */
function otherOpening(text: string): P | null {
  const match = /^[\s"']*(?:v(?:ersion)?[\s:=]*)?STSv1(?![A-Za-z0-9])/i.exec(text)
  if (match === null) return null
  return problem('wrong-version', { text: match[0], start: 0, end: match[0].length }, 'v=STSv1')
}

/** A field that is broken right where two strings were glued is broken by the gap. */
function lostInGap(text: string, seen: P, joins: readonly number[]): P {
  if (seen.code !== 'bad-field' && seen.code !== 'id-charset') return seen
  const gap = gapIn(text, seen.span, joins)
  return gap === null ? seen : problem('split', gap)
}

const FLAWS: Record<VersionFlaw, StsRecordProblem> = {
  case: 'version-case',
  first: 'version-first',
  blank: 'version-blank',
  lookalike: 'lookalike',
  wrong: 'wrong-version',
}

/** `STSv2`, `STS1`, `MTASTSv1`: words that nobody would write who means another protocol. */
function resemblesSts(word: string): boolean {
  return /^(?:mta-?)?sts/i.test(word) || skeleton(word).startsWith(skeleton('STSv'))
}

/** sts-field-delim = *WSP ";" *WSP; erratum 6285: the filter of section 3.1 wants the semicolon at once. */
function follow(text: string, end: number, joins: readonly number[]): P[] {
  const { follow: kind, at } = followOf(text, end)
  switch (kind) {
    case 'semicolon':
      return []
    case 'blank-semicolon':
      return [problem('blank-before-semicolon', at)]
    case 'escape':
      return [problem('escaped', at, ';')]
    case 'non-ascii':
      return [problem('non-ascii', at, ';')]
    default:
      return [problem(joins.includes(end) ? 'split' : 'no-semicolon', at, ';')]
  }
}

/** The problem of one field, the most specific only. `ID=1` without an `id` is the missing id; beside one, a stray. */
function fieldProblems(field: Field, hasId: boolean): P[] {
  const { whole, name, value } = field
  const strange = nonAsciiIn(whole.text)
  if (strange !== null) return [problem('non-ascii', shifted(strange, whole.start))]
  if (name.text === 'id' && value !== null) return []
  const escape = escapeIn(whole.text)
  const good = value !== null && isExtensionName(name.text) && isExtensionValue(value.text)
  if (!good)
    return [
      escape === null
        ? problem('bad-field', whole)
        : problem('escaped', shifted(escape, whole.start)),
    ]
  if (escape !== null)
    return [problem('escaped-extension', shifted(escape, whole.start)), problem('extension', whole)]
  if (name.text.toLowerCase() === 'id' && !hasId) return []
  return [problem(POLICY_FIELDS.has(name.text) ? 'policy-in-txt' : 'extension', whole)]
}

const POLICY_FIELDS = new Set(['version', 'mode', 'mx', 'max_age', 'rua'])

/** sts-id = %s"id=" 1*32(ALPHA / DIGIT); one is required. A bad one still fits `sts-extension`: the trap of the grammar. */
function idProblems(text: string, version: Taken, fields: Field[], others: P[]): P[] {
  const ids = fields.filter(({ name, value }) => name.text === 'id' && value !== null)
  const [first, ...later] = ids.map(({ value }) => value as Taken)
  const repeated = later.map((value) => problem('id-duplicate', value))
  if (first !== undefined) return [...idProblem(first), ...repeated]
  // A field that meant to be the id has its own problem already, and a record without delimiter has no fields.
  const meant = others.some(
    ({ code, span }) =>
      (['bad-field', 'non-ascii', 'escaped'].includes(code) &&
        /^\W*id\b/i.test(text.slice(span.start))) ||
      ['no-semicolon', 'split', 'escaped', 'non-ascii'].includes(code),
  )
  if (meant) return []
  const wrongCase = fields.find(({ name }) => name.text.toLowerCase() === 'id')
  return [problem('id-missing', wrongCase?.whole ?? version, 'id=')]
}

function idProblem(value: Taken): P[] {
  const { text } = value
  if (text === '') return [problem('id-empty', value)]
  if (nonAsciiIn(text) !== null) return []
  const escape = escapeIn(text)
  if (escape !== null) return [problem('escaped', shifted(escape, value.start))]
  if (!Array.from(text).every(isAlphanumeric)) return [problem('id-charset', value)]
  return text.length > 32 ? [problem('id-length', value)] : []
}

function toRecord(fields: Field[]): StsRecord | null {
  const pairs = fields.map(({ name, value }) => ({ name: name.text, value: value?.text ?? '' }))
  const id = pairs.find(({ name }) => name === 'id')
  if (id === undefined) return null
  return { id: id.value, extensions: pairs.filter(({ name }) => name !== 'id') }
}

function problem(code: StsRecordProblem, at: Taken, expected?: string): P {
  const span = { start: at.start, end: at.end }
  const base = { code, span, section: SECTION, seen: at.text }
  return expected === undefined ? base : { ...base, expected }
}
