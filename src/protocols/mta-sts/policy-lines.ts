/**
 * The lines of a policy file (RFC 8461 section 3.2): separated by LF or CRLF (erratum 6253), one terminator at the end
 * allowed, none empty. A lone CR ends no line for a sender; here it does, so that one old Macintosh file is one
 * problem and not the loss of every field.
 */
import { isWsp, trimmed, type Taken } from '../text/cursor.ts'
import type { Span } from '../text/problem.ts'

export interface PolicyLine {
  /** Without the terminator, and without the blanks at either end. */
  content: Taken
  start: number
  /** Before the terminator. */
  end: number
  terminator: string
}

export function splitLines(text: string, from: number): PolicyLine[] {
  const lines: PolicyLine[] = []
  const terminators = /\r*\n|\r+/g
  terminators.lastIndex = from
  let start = from
  for (let match = terminators.exec(text); match !== null; match = terminators.exec(text)) {
    lines.push(toLine(text, start, match.index, match[0]))
    start = match.index + match[0].length
  }
  if (start < text.length) lines.push(toLine(text, start, text.length, ''))
  return lines
}

function toLine(text: string, start: number, end: number, terminator: string): PolicyLine {
  const content = trimmed({ text: text.slice(start, end), start, end })
  return { content, start, end, terminator }
}

export function isBlankLine(line: PolicyLine): boolean {
  return line.content.text === ''
}

export interface LayoutProblem {
  code: 'ctl' | 'line-endings' | 'blank-line' | 'trailing-blank-lines' | 'no-final-newline'
  span: Span
}

/** What is wrong between the fields: terminators and empty lines. */
export function layoutProblems(lines: readonly PolicyLine[]): LayoutProblem[] {
  return [...terminatorProblems(lines), ...blankLines(lines)]
}

function terminatorProblems(lines: readonly PolicyLine[]): LayoutProblem[] {
  const lone = lines.find(({ terminator }) => !['', '\n', '\r\n'].includes(terminator))
  // Once per file: the same slip made every line end.
  if (lone !== undefined) return [{ code: 'ctl', span: spanOfTerminator(lone) }]
  const first = lines[0]?.terminator
  const other = lines.find(({ terminator }) => terminator !== '' && terminator !== first)
  return other === undefined ? [] : [{ code: 'line-endings', span: spanOfTerminator(other) }]
}

/** Each run of blank lines is one problem; a run at the end has a name of its own. */
function blankLines(lines: readonly PolicyLine[]): LayoutProblem[] {
  const problems: LayoutProblem[] = []
  let run: PolicyLine | null = null
  for (const line of lines) {
    if (isBlankLine(line)) {
      run ??= line
    } else if (run !== null) {
      problems.push({ code: 'blank-line', span: { start: run.start, end: line.start } })
      run = null
    }
  }
  const last = lines.at(-1)
  if (last === undefined) return problems
  const end = last.end + last.terminator.length
  if (run !== null) problems.push({ code: 'trailing-blank-lines', span: { start: run.start, end } })
  else if (last.terminator === '')
    problems.push({ code: 'no-final-newline', span: { start: end, end } })
  return problems
}

function spanOfTerminator({ end, terminator }: PolicyLine): Span {
  return { start: end, end: end + terminator.length }
}

/** The blanks after the last character of a line, or null. */
export function trailingBlanks({ content, end }: PolicyLine): Span | null {
  return content.end < end ? { start: content.end, end } : null
}

export function isIndented({ content, start }: PolicyLine): boolean {
  return content.start > start
}

/** The first run of characters that no line may hold: CTL (RFC 5234 appendix B.1) other than the tab. */
export function controlIn(taken: Taken): Taken | null {
  const { text, start } = taken
  let from = 0
  while (from < text.length && !isControl(text.charCodeAt(from))) from++
  if (from === text.length) return null
  let to = from
  while (to < text.length && isControl(text.charCodeAt(to))) to++
  return { text: text.slice(from, to), start: start + from, end: start + to }
}

function isControl(code: number): boolean {
  return (code < 0x20 && code !== 0x09) || code === 0x7f
}

/** A line split at its first colon; null when it has none. */
export interface NameAndValue {
  /** Without the blanks before the colon. */
  name: Taken
  /** Blanks stand before the colon, which the grammar does not allow. */
  spaced: boolean
  /** Without the blanks at either end. */
  value: Taken
}

export function splitAtColon({ text, start, end }: Taken): NameAndValue | null {
  const colon = text.indexOf(':')
  if (colon < 0) return null
  const name = trimmed({ text: text.slice(0, colon), start, end: start + colon })
  return {
    name,
    spaced: colon > 0 && isWsp(text.charAt(colon - 1)),
    value: trimmed({ text: text.slice(colon + 1), start: start + colon + 1, end }),
  }
}
