/**
 * The fields behind the version: tlsrpt-field = tlsrpt-rua / tlsrpt-extension, one tlsrpt-rua required (RFC 8460
 * section 3). A semicolon inside a list of addresses makes fields that are none; they are put back where they belong.
 */
import { shifted, type Taken } from '../text/cursor.ts'
import {
  escapeIn,
  isExtensionName,
  isExtensionValue,
  nonAsciiIn,
  type Field,
} from '../text/fields.ts'
import type { Problem } from '../text/problem.ts'
import { isHarmless, problem, type TlsRptProblem } from './problem.ts'
import { opensReportUri, type ReportUri } from './report-uri.ts'
import { continues, readRua } from './rua.ts'

type P = Problem<TlsRptProblem>

export interface ReadFields {
  problems: P[]
  rua: ReportUri[]
  extensions: { name: string; value: string }[]
  /** A field named `rua` is there, or one that has its own problem and meant to be it. */
  hasRua: boolean
  /** A field that meant to be the rua and has another name. */
  meant: Taken | null
}

/** tlsrpt-field = tlsrpt-rua / tlsrpt-extension; one tlsrpt-rua is required (section 3). */
export function readFields(text: string, fields: Field[]): ReadFields {
  const read: ReadFields = { problems: [], rua: [], extensions: [], hasRua: false, meant: null }
  const hasExact = fields.some(isRua)
  let next = 0
  for (let field = fields[next]; field !== undefined; field = fields[next]) {
    next++
    if (isRua(field) && read.hasRua) {
      // A repeated field has no meaning in the grammar: the first counts, and says all there is to say.
      read.problems.push(problem('rua-duplicate-field', field.whole))
      next += piecesOf(field, fields, next).length
    } else if (isRua(field)) {
      const pieces = piecesOf(field, fields, next)
      next += pieces.length
      read.hasRua = true
      readRuaField(text, field, pieces, read)
    } else if (/^\W*rua(?:\s*[=:]|\s|$)/.test(field.whole.text)) {
      read.hasRua = true
      read.problems.push(...fieldProblems(field))
    } else if (!hasExact && isMeant(field)) {
      read.meant ??= field.whole
    } else {
      const problems = fieldProblems(field)
      read.problems.push(...problems)
      if (problems.every(isHarmless))
        read.extensions.push({ name: field.name.text, value: field.value?.text ?? '' })
    }
  }
  return read
}

function isRua(field: Field): boolean {
  return field.name.text === 'rua' && field.value !== null
}

/** `RUA=`, DMARC's `ruf=`, letters in another order, or an address without any name. */
function isMeant({ whole, name }: Field): boolean {
  return /^(?:rua|ruf|ura|aru|rau)\s*$/i.test(name.text) || opensReportUri(whole.text)
}

/** The fields behind a rua that are no fields, but pieces of its list which a raw semicolon cut off. */
function piecesOf(rua: Field, fields: Field[], from: number): Field[] {
  let end = from
  for (let field = fields[end]; field !== undefined; field = fields[end]) {
    if (!isPiece(rua, field, end === from)) break
    end++
  }
  return fields.slice(from, end)
}

function isPiece({ whole: rua }: Field, { whole, value }: Field, isNext: boolean): boolean {
  if (opensReportUri(whole.text)) return true
  if (value !== null) return false
  const isGlued = isNext && whole.start === rua.end + 1
  return /^[^\s@]+@[^\s@]+$/.test(whole.text) || (isGlued && continues(lastItem(rua), whole.text))
}

function lastItem(rua: Taken): string {
  return rua.text.slice(Math.max(rua.text.lastIndexOf(','), rua.text.indexOf('=')) + 1).trim()
}

function readRuaField(text: string, field: Field, pieces: Field[], read: ReadFields): void {
  const { whole, value } = field
  const strange = nonAsciiIn(whole.text)
  if (value === null || strange !== null) {
    read.problems.push(problem('non-ascii', shifted(strange ?? whole, whole.start)))
    return
  }
  // tlsrpt-rua = %s"rua=" uri …: a blank is allowed around commas, not behind the equals sign.
  if (/^[ \t]+[^ \t]/.test(value.text)) {
    read.problems.push(problem('bad-field', whole))
    return
  }
  const entity = /&(?:amp|quot|lt|gt|#\d+)$/i.exec(value.text)
  const semicolon = { text: ';', start: whole.end, end: text.indexOf(';', whole.end) + 1 }
  const [next] = pieces
  const isCut = next !== undefined && continues(lastItem(whole), next.whole.text)
  const { uris, problems } = readRua(value, isCut ? semicolon : null)
  read.rua = uris
  read.problems.push(...problems.map(({ code, at }) => problem(code, at)))
  if (next !== undefined && !isCut && !problems.some(({ code }) => code === 'escaped'))
    read.problems.push(problem('rua-separator', semicolon, ','))
  if (entity !== null && text.charAt(value.end) === ';' && uris.length > 0)
    read.problems.push(
      problem('escape-kept', shifted({ ...taken(entity), text: `${entity[0]};` }, value.start)),
    )
}

function taken(match: RegExpExecArray): Taken {
  return { text: match[0], start: match.index, end: match.index + match[0].length + 1 }
}

/** tlsrpt-extension = name "=" value: the problem of one field, the most specific only. */
function fieldProblems({ whole, name, value }: Field): P[] {
  const strange = nonAsciiIn(whole.text)
  if (strange !== null) return [problem('non-ascii', shifted(strange, whole.start))]
  const escape = escapeIn(whole.text)
  const good = value !== null && isExtensionName(name.text) && isExtensionValue(value.text)
  if (!good && escape === null) return [problem('bad-field', whole)]
  const kept = escape === null ? [] : [shifted(escape, whole.start)]
  if (!good) return kept.map((at) => problem('escaped', at))
  return [...kept.map((at) => problem('escape-kept', at)), problem('unknown-field', whole)]
}
