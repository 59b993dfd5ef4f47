/**
 * The MTA-STS policy file, at `https://mta-sts.<policy domain>/.well-known/mta-sts.txt` (RFC 8461 section 3.2):
 *
 *     version: STSv1
 *     mode: enforce
 *     mx: mail1.example.com
 *     mx: *.backup.example.net
 *     max_age: 2592000
 *
 * It says which mail servers are the domain's, what a sender does when none of them offers TLS with a good
 * certificate, and for how long a sender remembers that.
 */
import type { Parsed, Span } from '../text/problem.ts'
import { readMxPattern } from './mx-pattern.ts'
import type { PolicyKey } from './policy-keys.ts'
import { keyOf, lineProblems, readLine, type ReadLine } from './policy-line.ts'
import { isBlankLine, layoutProblems, splitLines } from './policy-lines.ts'
import { isHarmless, problem, type P, type StsPolicyProblem } from './policy-problem.ts'
import { readPolicyText } from './policy-text.ts'
import { readMaxAge, readMode, type StsMode } from './policy-values.ts'

export type { StsPolicyProblem } from './policy-problem.ts'
export { MAX_AGE_LIMIT, type StsMode } from './policy-values.ts'

export interface StsPolicy {
  mode: StsMode
  /** Patterns in the order of the file, lower-case; at least one unless the mode is `none`. */
  mx: string[]
  /** Seconds, 0 to 31557600. */
  maxAge: number
  /** Fields that the document does not define, which senders skip. */
  extensions: { name: string; value: string }[]
}

/** A value and where it stands. */
export interface Placed<T> {
  value: T
  span: Span
}

/** What single fields say, also when the file as a whole cannot be used. */
export interface StsPolicyFields {
  mode: Placed<StsMode> | null
  maxAge: Placed<number> | null
  mx: Placed<string>[]
}

export interface ParsedStsPolicy extends Parsed<StsPolicy, StsPolicyProblem> {
  fields: StsPolicyFields
}

/**
 * Reads a policy file. Give it the bytes where there are bytes: a string no longer tells that it was not UTF-8.
 * `ours` is false for an empty file and for a web page. `value` is what a strictly conforming sender uses.
 */
export function parseStsPolicy(input: Uint8Array | string): ParsedStsPolicy {
  const { text, kind, from, strange } = readPolicyText(input)
  if (kind !== 'lines') {
    const whole = { start: 0, end: text.length, text: '' }
    const problems =
      kind === 'empty'
        ? [problem('empty', whole)]
        : kind === 'encoding'
          ? [problem('encoding', { ...whole, ...strange })]
          : []
    return { text, ours: kind === 'encoding', value: null, problems, fields: NO_FIELDS }
  }
  const lines = splitLines(text, from)
  const reads = lines.filter((line) => !isBlankLine(line)).map(readLine)
  const first = firstLines(reads)
  const fields = fieldsOf(reads, first)
  const settled = new Set(first.keys())
  if (fields.mode?.value === 'none') settled.add('mx')
  const problems = [
    // sts-policy-record begins with a field; a byte-order mark belongs to none.
    ...(from > 0 ? [problem('bom', { start: 0, end: from, text: text.slice(0, from) })] : []),
    ...layoutProblems(lines).map(({ code, span }) => problem(code, { ...span, text: '' })),
    ...reads.flatMap((read) => lineProblems(read, { first, settled })),
    ...orderProblems(reads, first),
    ...missing(reads, fields, contentEnd(reads)),
  ].sort((a, b) => a.span.start - b.span.start)
  const value = problems.every(isHarmless) ? toPolicy(reads, fields) : null
  return { text, ours: true, value, problems, fields }
}

const NO_FIELDS: StsPolicyFields = { mode: null, maxAge: null, mx: [] }

/** The canonical text: CRLF after every line, the version first, one blank after the colon. */
export function formatStsPolicy({ mode, mx, maxAge, extensions }: StsPolicy): string {
  return [
    'version: STSv1',
    `mode: ${mode}`,
    ...mx.map((pattern) => `mx: ${pattern}`),
    `max_age: ${maxAge}`,
    ...extensions.map(({ name, value }) => `${name}: ${value}`),
    '',
  ].join('\r\n')
}

/** "If any non-repeated field is duplicated, all entries except for the first are ignored" (section 3.2). */
function firstLines(reads: readonly ReadLine[]): Map<PolicyKey, ReadLine> {
  const first = new Map<PolicyKey, ReadLine>()
  for (const read of reads) {
    if (read.kind !== 'field' && read.kind !== 'control') continue
    if (read.reading?.how !== 'exact' || first.has(read.reading.key)) continue
    first.set(read.reading.key, read)
  }
  return first
}

function fieldsOf(
  reads: readonly ReadLine[],
  first: ReadonlyMap<PolicyKey, ReadLine>,
): StsPolicyFields {
  const placed = <T>(read: ReadLine | undefined, readValue: (text: string) => T | null) => {
    const value = read?.parts?.value
    if (value === undefined || read?.control !== null) return null
    const known = readValue(value.text)
    return known === null ? null : { value: known, span: { start: value.start, end: value.end } }
  }
  return {
    mode: placed(first.get('mode'), readMode),
    maxAge: placed(first.get('max_age'), (text) => {
      const age = readMaxAge(text)
      return typeof age === 'number' ? age : null
    }),
    mx: reads
      .filter(({ kind, reading }) => kind === 'field' && isExactly(reading, 'mx'))
      .flatMap((read) => placed(read, (text) => readMxPattern(text).pattern) ?? []),
  }
}

function isExactly(reading: ReadLine['reading'], key: PolicyKey): boolean {
  return reading?.how === 'exact' && reading.key === key
}

/** Any order is legal. */
function orderProblems(reads: readonly ReadLine[], first: ReadonlyMap<PolicyKey, ReadLine>): P[] {
  const version = first.get('version')
  const opening = reads.find(({ kind }) => kind === 'field')
  if (version === undefined || opening === undefined || opening === version) return []
  // A version before which a misspelt one stands is not out of order.
  if (keyOf(opening) === 'version') return []
  return [problem('version-first', version.line.content)]
}

/** Exactly one version, mode and max_age; at least one mx unless the mode is `none`. */
function missing(reads: readonly ReadLine[], { mode }: StsPolicyFields, end: number): P[] {
  const meant = new Set(reads.map(keyOf))
  const nowhere = { start: end, end, text: '' }
  const problems: P[] = []
  if (!meant.has('version')) {
    const v = reads.find(({ parts }) => parts?.name.text.toLowerCase() === 'v')?.line.content
    problems.push(problem('version-missing', v ?? { start: 0, end: 0, text: '' }))
  }
  if (!meant.has('mode')) problems.push(problem('mode-missing', nowhere))
  if (!meant.has('max_age')) problems.push(problem('max-age-missing', nowhere))
  // With a mode that cannot be read, the file may have meant `none`.
  const isOff = mode === null ? reads.some(meansNone) : mode.value === 'none'
  if (!meant.has('mx') && !isOff) problems.push(problem('mx-missing', nowhere))
  return problems
}

/** `mode: None`, `Mode: none`: with the mode put right, no mx is needed. */
function meansNone(read: ReadLine): boolean {
  return keyOf(read) === 'mode' && /\bnone\b/i.test(read.line.content.text)
}

function contentEnd(reads: readonly ReadLine[]): number {
  return reads.at(-1)?.line.content.end ?? 0
}

function toPolicy(
  reads: readonly ReadLine[],
  { mode, maxAge, mx }: StsPolicyFields,
): StsPolicy | null {
  if (mode === null || maxAge === null) return null
  const extensions = reads.flatMap(({ parts, reading }) =>
    parts === null || reading?.how === 'exact'
      ? []
      : [{ name: parts.name.text, value: parts.value.text }],
  )
  return { mode: mode.value, mx: mx.map(({ value }) => value), maxAge: maxAge.value, extensions }
}
