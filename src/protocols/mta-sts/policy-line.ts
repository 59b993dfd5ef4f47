/**
 * One line of a policy file: which field it is or was meant to be, and its problem, the most specific only
 * (RFC 8461 section 3.2).
 */
import type { Taken } from '../text/cursor.ts'
import { isExtensionName, nonAsciiIn } from '../text/fields.ts'
import { readMxPattern } from './mx-pattern.ts'
import { keyOfBrokenLine, readKey, type KeyReading, type PolicyKey } from './policy-keys.ts'
import {
  controlIn,
  isIndented,
  splitAtColon,
  trailingBlanks,
  type NameAndValue,
  type PolicyLine,
} from './policy-lines.ts'
import { problem, type P } from './policy-problem.ts'
import { isVersion, readMaxAge, readMode } from './policy-values.ts'

export interface ReadLine {
  line: PolicyLine
  kind: 'comment' | 'control' | 'broken' | 'field'
  /** Null when the line has no colon. */
  parts: NameAndValue | null
  /** How its name was read; null for an extension. */
  reading: KeyReading | null
  control: Taken | null
}

export function readLine(line: PolicyLine): ReadLine {
  const { content } = line
  const parts = splitAtColon(content)
  const control = controlIn(content)
  const reading = parts === null ? null : readKey(parts.name.text, parts.value.text)
  const kind = kindOf(content.text, control, parts)
  return { line, kind, parts, reading, control }
}

function kindOf(text: string, control: Taken | null, parts: unknown): ReadLine['kind'] {
  // The format has no comments; these are the ways in which other formats write them.
  if (/^(?:#|;|\/\/|<!--)/.test(text)) return 'comment'
  if (control !== null) return 'control'
  return parts === null ? 'broken' : 'field'
}

/** The key that a line holds or was meant to hold, whatever else is wrong with it. */
export function keyOf({ kind, line, parts, reading }: ReadLine): PolicyKey | null {
  if (kind === 'comment') return null
  if (reading !== null) return reading.key
  const isExtension = parts !== null && isExtensionName(parts.name.text)
  return isExtension ? null : keyOfBrokenLine(line.content.text)
}

/** What the other lines of the file hold. */
export interface Company {
  /** The first line with each key, spelt exactly: the one that counts. */
  first: ReadonlyMap<PolicyKey, ReadLine>
  /** Keys that are not missing: those of `first`, and `mx` where the mode is `none`. */
  settled: ReadonlySet<PolicyKey>
}

export function lineProblems(read: ReadLine, company: Company): P[] {
  const problems = flawsOf(read, company)
  const blanks = trailingBlanks(read.line)
  // *WSP may end a line. Beside a real problem it is not worth a word.
  if (blanks === null || !problems.every(({ code }) => MILD.has(code))) return problems
  return [...problems, problem('trailing-wsp', { ...blanks, text: '' })]
}

const MILD: ReadonlySet<P['code']> = new Set([
  'unknown-field',
  'colon-in-value',
  'non-ascii-extension',
  'dup-field',
])

function flawsOf(read: ReadLine, company: Company): P[] {
  const { line, kind, parts, control } = read
  if (kind === 'comment') return [problem('comment', line.content)]
  if (control !== null) return [problem('ctl', control)]
  // No blank stands before a name; the rest of the line is read, and its own faults wait until this one is gone.
  if (isIndented(line)) {
    const blanks = { start: line.start, end: line.content.start, text: line.content.text }
    return [problem('leading-blank', blanks)]
  }
  if (parts === null) return [broken(line.content)]
  return fieldFlaws(read, parts, company)
}

/** Not `name: value`; a colon or blank of another script explains it better. */
function broken(content: Taken): P {
  const strange = nonAsciiIn(content.text)
  return strange === null
    ? problem('syntax', content)
    : problem('non-ascii', shifted(strange, content))
}

function fieldFlaws(read: ReadLine, parts: NameAndValue, { first, settled }: Company): P[] {
  const { name, spaced, value } = parts
  const { reading } = read
  const strange = nonAsciiIn(name.text)
  if (strange !== null) return [problem('non-ascii', shifted(strange, name))]
  if (reading === null || (reading.how === 'near' && settled.has(reading.key)))
    return extensionFlaws(parts, first.has('version'))
  const { key, how } = reading
  if (how !== 'exact')
    return misspelt(parts, how === 'case' ? 'key-case' : 'key-typo', key, settled.has(key))
  if (spaced) return [problem('space-before-colon', name, key)]
  // "All entries except for the first are ignored" (section 3.2): what a later one holds does not matter.
  if (key !== 'mx' && first.get(key) !== read) return [problem('dup-field', name)]
  return valueFlaw(key, value)
}

/** A misspelt key is an unknown field; where the right key stands too, nothing is missing. */
function misspelt(
  parts: NameAndValue,
  code: 'key-case' | 'key-typo',
  key: PolicyKey,
  beside: boolean,
): P[] {
  if (!beside || !isExtensionName(parts.name.text)) return [problem(code, parts.name, key)]
  const broken = brokenExtension(parts)
  return broken === null ? [problem(`${code}-beside`, parts.name, key)] : [broken]
}

/** sts-policy-extension: any other field of this form is skipped. */
function extensionFlaws(parts: NameAndValue, hasVersion: boolean): P[] {
  const broken = brokenExtension(parts)
  if (broken !== null) return [broken]
  const { name, value } = parts
  // `v: STSv1` is the missing version, written as in the record.
  const problems =
    name.text.toLowerCase() === 'v' && !hasVersion ? [] : [problem('unknown-field', name)]
  const colon = value.text.indexOf(':')
  if (colon >= 0) {
    const start = value.start + colon
    problems.push(problem('colon-in-value', { text: ':', start, end: start + 1 }))
  }
  const strange = nonAsciiIn(value.text)
  if (strange !== null) problems.push(problem('non-ascii-extension', shifted(strange, value)))
  return problems
}

function brokenExtension({ name, spaced, value }: NameAndValue): P | null {
  if (!isExtensionName(name.text) || value.text === '')
    return problem('syntax', { ...name, end: value.end, text: name.text })
  if (spaced) return problem('space-before-colon', name)
  const tab = value.text.indexOf('\t')
  if (tab < 0) return null
  return problem('ctl', { text: '\t', start: value.start + tab, end: value.start + tab + 1 })
}

/** The value of the line that counts. */
function valueFlaw(key: PolicyKey, value: Taken): P[] {
  if (key === 'mx') return mxFlaw(value)
  const strange = nonAsciiIn(value.text)
  if (strange !== null) return [problem('non-ascii', shifted(strange, value))]
  if (key === 'version')
    return isVersion(value.text) ? [] : [problem('version-value', value, 'STSv1')]
  if (key === 'mode') return readMode(value.text) === null ? [problem('mode-value', value)] : []
  const age = readMaxAge(value.text)
  return typeof age === 'number' ? [] : [problem(age, value)]
}

function mxFlaw(value: Taken): P[] {
  const { flaw, expected } = readMxPattern(value.text)
  if (flaw === null) return []
  const strange = flaw === 'non-ascii' ? nonAsciiIn(value.text) : null
  return [problem(flaw, strange === null ? value : shifted(strange, value), expected)]
}

function shifted(taken: Taken, { start }: Taken): Taken {
  return { text: taken.text, start: taken.start + start, end: taken.end + start }
}
