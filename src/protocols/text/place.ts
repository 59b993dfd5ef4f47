import type { Span } from './problem.ts'

/** Line and column count from 1; columns count UTF-16 code units, as editors do. */
export interface Place {
  line: number
  column: number
  length: number
}

/** Where a span stands, for people. Lines end with LF, CRLF or a lone CR. */
export function placeOf(text: string, span: Span): Place {
  const before = text.slice(0, span.start)
  const breaks = before.match(/\r\n|\n|\r/g)?.length ?? 0
  const lineStart = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1
  return { line: breaks + 1, column: span.start - lineStart + 1, length: span.end - span.start }
}
