import type { Span } from './problem.ts'

/** Line and column count from 1; columns count UTF-16 code units, as editors do. */
export interface Place {
  line: number
  column: number
  length: number
}

/** Where a span stands, for people. Lines end with LF, CRLF or a lone CR. */
export function placeOf(text: string, span: Span): Place {
  const starts = lineStarts(text)
  let low = 0
  let high = starts.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= span.start) low = middle
    else high = middle
  }
  const column = span.start - (starts[low] ?? 0) + 1
  return { line: low + 1, column, length: span.end - span.start }
}

/** Of the text that was asked about last: a hundred findings are about one text. */
let last: { text: string; starts: number[] } = { text: '', starts: [0] }

function lineStarts(text: string): number[] {
  if (last.text === text) return last.starts
  const starts = [0]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code !== 10 && code !== 13) continue
    if (code === 13 && text.charCodeAt(at + 1) === 10) at += 1
    starts.push(at + 1)
  }
  last = { text, starts }
  return starts
}
