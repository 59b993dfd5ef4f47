import { placeOf } from '../../../protocols/text/place.ts'

export interface Excerpt {
  text: string
  start: number
  end: number
  /** "Line 3, column 17" */
  place: string
}

const AROUND = 60
const LONGEST = 160

/** The line around a spot, cut where it is long: the drawings of programs are one line of a kilometre. */
export function excerptOf(text: string, spot: { start: number; end: number }): Excerpt {
  const { line, column } = placeOf(text, spot)
  const lineStart = Math.max(
    text.lastIndexOf('\n', spot.start - 1),
    text.lastIndexOf('\r', spot.start - 1),
  )
  const shownEnd = Math.min(spot.end, spot.start + LONGEST)
  const after = text.slice(shownEnd).search(/[\r\n]/)
  const lineEnd = after === -1 ? text.length : shownEnd + after
  const from = Math.max(lineStart + 1, spot.start - AROUND)
  const to = Math.min(lineEnd, shownEnd + AROUND)
  const lead = from > lineStart + 1 ? '… ' : ''
  const tail = to < lineEnd || shownEnd < spot.end ? ' …' : ''
  const start = lead.length + spot.start - from
  return {
    text: `${lead}${text.slice(from, to)}${tail}`,
    start,
    end: start + shownEnd - spot.start,
    place: `Line ${line}, column ${column}`,
  }
}
