/** Walks through the value of an attribute. Offsets are UTF-16 code units from 0. */

export interface ValueProblem {
  offset: number
  /** What stands there in a value that can be read: `a number`. */
  expected: string
}

/** SVG Tiny 1.2 section 4.1: a sign, digits with or without a point, an exponent. */
const NUMBER = /[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y
const BLANKS = /[ \t\r\n]*/y
const COMMA = /[ \t\r\n]*,?[ \t\r\n]*/y

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

  number(): number | null {
    const text = this.take(NUMBER)
    return text === null ? null : Number(text)
  }

  blanks(): void {
    this.take(BLANKS)
  }

  /** Blanks with at most one comma among them; true if there was a comma. */
  comma(): boolean {
    return this.take(COMMA)?.includes(',') === true
  }

  expected(what: string): ValueProblem {
    return { offset: this.at, expected: what }
  }
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
