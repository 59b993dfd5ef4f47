import type { Spot } from '../checks/finding.ts'
import { harmless } from './terminal-text.ts'

/** Characters of the published line that are shown around a spot. */
const WIDTH = 96

export interface SpotLines {
  line: string
  /** Carets below the spot. */
  carets: string
}

/** The line of a text in which a spot begins, and carets below it. A long line is cut on both sides of the spot. */
export function spotLines(text: string, { start, end }: Pick<Spot, 'start' | 'end'>): SpotLines {
  const lineStart =
    Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1
  const rest = text.slice(start).search(/[\r\n]/)
  const lineEnd = rest === -1 ? text.length : start + rest
  const stop = Math.min(Math.max(end, start), lineEnd)
  const from = Math.max(lineStart, Math.min(start - WIDTH / 3, lineEnd - WIDTH))
  const shown = text.slice(from, Math.min(lineEnd, from + WIDTH))
  const before = from > lineStart ? '…' : ''
  const after = from + shown.length < lineEnd ? '…' : ''
  const length = Math.max(1, Math.min(stop, from + shown.length) - start)
  const at = [...before, ...text.slice(from, start)].length
  const width = Math.max(1, [...text.slice(start, start + length)].length)
  return {
    line: `${before}${harmless(shown)}${after}`,
    carets: `${' '.repeat(at)}${'^'.repeat(width)}`,
  }
}
