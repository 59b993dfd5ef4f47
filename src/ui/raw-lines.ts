/** A stretch of a raw text that is marked, in UTF-16 code units, end exclusive; without length: something is missing here. */
export interface TextMark {
  start: number
  end: number
  tone: MarkTone
}

export type MarkTone = 'error' | 'warning' | 'notice' | 'changed'

export interface Segment {
  text: string
  tone: MarkTone | null
}

/** Worst first: where marks overlap, the worst one shows. */
const TONES: readonly MarkTone[] = ['error', 'warning', 'notice', 'changed']

/** The lines of a text, each cut where marks begin and end. A final line end opens no further line. */
export function rawLines(text: string, marks: readonly TextMark[] = []): Segment[][] {
  return lineSpans(text).map(({ start, end }) => segments(text, start, end, marks))
}

function lineSpans(text: string): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = []
  let start = 0
  for (const { 0: ending, index } of text.matchAll(/\r\n|\n|\r/g)) {
    spans.push({ start, end: index })
    start = index + ending.length
  }
  if (start < text.length || spans.length === 0) spans.push({ start, end: text.length })
  return spans
}

function segments(text: string, start: number, end: number, marks: readonly TextMark[]): Segment[] {
  // A mark of the line's ending alone shows at the end of its line, and not once more where the next line begins.
  const here = marks
    .filter((mark) => mark.start >= start || mark.end > start)
    .map((mark) => ({ ...mark, start: Math.max(mark.start, start), end: Math.min(mark.end, end) }))
    .filter((mark) => mark.start <= mark.end)
  const points = here.filter((mark) => mark.start === mark.end)
  const cuts = [...new Set([start, end, ...here.flatMap((mark) => [mark.start, mark.end])])].sort(
    (a, b) => a - b,
  )
  return cuts.flatMap((cut, place) => {
    const point = worst(points.filter((mark) => mark.start === cut))
    const next = cuts[place + 1]
    const missing: Segment[] = point === null ? [] : [{ text: '', tone: point }]
    if (next === undefined) return missing
    const over = here.filter((mark) => mark.start <= cut && mark.end >= next)
    return [...missing, { text: text.slice(cut, next), tone: worst(over) }]
  })
}

function worst(marks: readonly TextMark[]): MarkTone | null {
  return TONES.find((tone) => marks.some((mark) => mark.tone === tone)) ?? null
}

/**
 * Characters that a reader cannot see or that only look like a blank: shown by their code point. Tabs and plain spaces
 * stay as they are.
 */
const UNSEEN = /(?![\t ])[\p{Cc}\p{Cf}\p{Z}]/u

export interface Piece {
  text: string
  /** `U+200B` for a character that cannot be seen. */
  unseen: string | null
}

/** A text cut into what can be seen and what cannot. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  let seen = ''
  for (const character of text) {
    if (!UNSEEN.test(character)) {
      seen += character
      continue
    }
    if (seen !== '') pieces.push({ text: seen, unseen: null })
    seen = ''
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
    pieces.push({ text: character, unseen: `U+${code}` })
  }
  if (seen !== '') pieces.push({ text: seen, unseen: null })
  return pieces
}
