/** Walks through the value of an attribute. Offsets are UTF-16 code units from 0. */

export interface ValueProblem {
  offset: number
  /** What stands there in a value that can be read: `a number`. */
  expected: string
}

export class Scanner {
  at = 0
  readonly text: string

  constructor(text: string) {
    this.text = text
  }

  get isDone(): boolean {
    return this.at >= this.text.length
  }

  /** The next character; empty at the end. */
  get next(): string {
    return this.text.charAt(this.at)
  }

  take(pattern: RegExp): string | null {
    pattern.lastIndex = this.at
    const match = pattern.exec(this.text)?.[0] ?? null
    if (match !== null) this.at += match.length
    return match
  }

  /** SVG Tiny 1.2 section 4.1: a sign, digits with or without a point, an exponent. The hot spot of reading paths. */
  number(): number | null {
    const { text, at } = this
    const start = isSign(text.charCodeAt(at)) ? at + 1 : at
    let end = start
    let whole = 0
    for (let code = text.charCodeAt(end); isDigit(code); code = text.charCodeAt(end)) {
      whole = whole * 10 + code - ZERO
      end += 1
    }
    let digits = end - start
    let decimals = 0
    if (text.charCodeAt(end) === POINT) {
      let last = end + 1
      for (let code = text.charCodeAt(last); isDigit(code); code = text.charCodeAt(last)) {
        whole = whole * 10 + code - ZERO
        last += 1
      }
      decimals = last - end - 1
      digits += decimals
      if (digits > 0) end = last
    }
    if (digits === 0) return null
    const power = this.exponentEnd(end)
    this.at = power
    // So many digits, and so small a power of ten, are numbers of their own: their quotient is rounded once, as `Number` does.
    if (power > end || digits > 15) return Number(text.slice(at, power))
    const number = decimals === 0 ? whole : whole / (TENS[decimals] ?? 1)
    return text.charCodeAt(at) === MINUS ? -number : number
  }

  /** A flag of an arc, which may stand close to what follows. */
  flag(): 0 | 1 | null {
    const code = this.text.charCodeAt(this.at)
    if (code !== ZERO && code !== ZERO + 1) return null
    this.at += 1
    return code === ZERO ? 0 : 1
  }

  /** Where an exponent that begins here ends; the same place where there is none. */
  private exponentEnd(end: number): number {
    const { text } = this
    if ((text.charCodeAt(end) | LOWER) !== E) return end
    const power = isSign(text.charCodeAt(end + 1)) ? end + 2 : end + 1
    const last = digitsFrom(text, power)
    return last > power ? last : end
  }

  blanks(): void {
    while (isBlank(this.text.charCodeAt(this.at))) this.at += 1
  }

  /** Blanks with at most one comma among them; true if there was a comma. */
  comma(): boolean {
    this.blanks()
    if (this.text.charCodeAt(this.at) !== COMMA) return false
    this.at += 1
    this.blanks()
    return true
  }

  /** Can a number begin here? */
  get isAtNumber(): boolean {
    const code = this.text.charCodeAt(this.at)
    return isDigit(code) || code === POINT || isSign(code)
  }

  expected(what: string): ValueProblem {
    return { offset: this.at, expected: what }
  }
}

const ZERO = 0x30
const MINUS = 0x2d
const TENS = Array.from({ length: 16 }, (_, i) => 10 ** i)
const POINT = 0x2e
const COMMA = 0x2c
const E = 0x65
/** The bit between `E` and `e`. */
const LOWER = 0x20

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}

function isSign(code: number): boolean {
  return code === 0x2b || code === 0x2d
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d
}

function digitsFrom(text: string, start: number): number {
  let at = start
  while (isDigit(text.charCodeAt(at))) at += 1
  return at
}

/** Numbers with commas or blanks between them and blanks around; as many as could be read. */
export function parseNumbers(value: string): { numbers: number[]; problem: ValueProblem | null } {
  const scanner = new Scanner(value)
  const numbers: number[] = []
  scanner.blanks()
  while (!scanner.isDone) {
    const number = scanner.number()
    if (number === null) return { numbers, problem: scanner.expected('a number') }
    numbers.push(number)
    const hasComma = scanner.comma()
    if (hasComma && scanner.isDone) return { numbers, problem: scanner.expected('a number') }
  }
  return { numbers, problem: null }
}
