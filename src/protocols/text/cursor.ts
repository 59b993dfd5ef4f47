/**
 * The one cursor that all parsers share: a text, a place in it, and nothing clever.
 * Grammar productions are functions that take from it and say what they took.
 */
export interface Taken {
  text: string
  start: number
  end: number
}

export class Cursor {
  readonly text: string
  at: number
  readonly end: number

  constructor(text: string, start = 0, end = text.length) {
    this.text = text
    this.at = start
    this.end = end
  }

  get done(): boolean {
    return this.at >= this.end
  }

  /** The character here, or the empty string at the end. */
  peek(): string {
    return this.done ? '' : this.text.charAt(this.at)
  }

  /** Takes a literal when it stands here, case-sensitively. */
  literal(wanted: string): boolean {
    if (!this.text.startsWith(wanted, this.at) || this.at + wanted.length > this.end) return false
    this.at += wanted.length
    return true
  }

  /** Takes characters as long as they belong to the class. */
  while(belongs: (character: string) => boolean): Taken {
    const start = this.at
    while (!this.done && belongs(this.text.charAt(this.at))) this.at++
    return this.since(start)
  }

  /** Takes up to, and not including, the first of the stop characters, or all that is left. */
  until(stops: string): Taken {
    return this.while((character) => !stops.includes(character))
  }

  since(start: number): Taken {
    return { text: this.text.slice(start, this.at), start, end: this.at }
  }
}

/** WSP = SP / HTAB (RFC 5234, appendix B.1). JavaScript's `trim` and `\s` know more blanks; a grammar does not. */
export const isWsp = (character: string): boolean => character === ' ' || character === '\t'

export const isDigit = (character: string): boolean => character >= '0' && character <= '9'

/** ALPHA / DIGIT (RFC 5234, appendix B.1). */
export const isAlphanumeric = (character: string): boolean =>
  isDigit(character) ||
  (character >= 'a' && character <= 'z') ||
  (character >= 'A' && character <= 'Z')

/** A span without the blanks at either end. */
export function trimmed(taken: Taken): Taken {
  let { start, end } = taken
  const { text } = taken
  let from = 0
  let to = text.length
  while (from < to && isWsp(text.charAt(from))) from++
  while (to > from && isWsp(text.charAt(to - 1))) to--
  start += from
  end = start + (to - from)
  return { text: text.slice(from, to), start, end }
}

/** The same stretch, counted from a place further to the front. */
export function shifted(taken: Taken, by: number): Taken {
  return { text: taken.text, start: taken.start + by, end: taken.end + by }
}
