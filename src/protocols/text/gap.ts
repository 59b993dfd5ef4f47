import { isWsp, type Taken } from './cursor.ts'
import type { Span } from './problem.ts'

/**
 * Several strings of a TXT record are read as one, glued without a blank (RFC 8461 section 3.1, RFC 8460 section 3): what
 * was meant to stand between two of them is lost, and a blank at the end of one is kept. The rest of the span from
 * a place where that happened, or null.
 */
export function gapIn(text: string, { start, end }: Span, joins: readonly number[]): Taken | null {
  const gap = joins.find((at) => {
    if (at <= start || at >= end) return false
    const opensNext = /^(?:[A-Za-z0-9][A-Za-z0-9_.-]*=|mailto:|https:)/.test(text.slice(at, end))
    return opensNext || isWsp(text.charAt(at)) || isWsp(text.charAt(at - 1))
  })
  return gap === undefined ? null : { text: text.slice(gap, end), start: gap, end }
}
