/** Path data as letters and numbers in plain lists: what judging thousands of logos can afford. */
import { Scanner, type ValueProblem } from './scanner.ts'

export interface ScannedPath {
  /** As written, or implied: pairs after `M` are `L`. */
  readonly letters: string[]
  /** Of all commands, one after the other; flags of arcs are 0 and 1. */
  readonly numbers: number[]
  /** Where each command begins in the value. */
  readonly offsets: number[]
  readonly problem: ValueProblem | null
}

/** How many numbers follow each letter. */
export const COUNTS: ReadonlyMap<string, number> = new Map(
  Object.entries({ M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7, Z: 0 }),
)

/** A path is asked for its problem, for its arcs and for its outline, one after the other. */
const READ = new Map<string, ScannedPath>()
const MOST_READ = 200
const LONGEST_KEPT = 20_000

/** Up to the first problem, as renderers draw (SVG Tiny 1.2 section C.2). */
export function scanPath(d: string): ScannedPath {
  const known = READ.get(d)
  if (known !== undefined) return known
  const path = new PathScan(d).scan()
  if (READ.size >= MOST_READ) READ.clear()
  if (d.length <= LONGEST_KEPT) READ.set(d, path)
  return path
}

class PathScan {
  private readonly letters: string[] = []
  private readonly numbers: number[] = []
  private readonly offsets: number[] = []
  private readonly scanner: Scanner
  private readonly d: string

  constructor(d: string) {
    this.d = d
    this.scanner = new Scanner(d)
  }

  scan(): ScannedPath {
    const { scanner, letters, numbers, offsets } = this
    let problem: ValueProblem | null = null
    scanner.blanks()
    if (scanner.next === 'n' && this.d.trim() === 'none')
      return { letters, numbers, offsets, problem }
    while (!scanner.isDone && problem === null) {
      problem = this.command()
      scanner.blanks()
    }
    return { letters, numbers, offsets, problem }
  }

  private command(): ValueProblem | null {
    const { scanner } = this
    const offset = scanner.at
    const letter = scanner.next
    // Beyond ASCII there is a letter whose capital is `S`.
    const upper = letter.toUpperCase()
    const count = letter <= 'z' ? COUNTS.get(upper) : undefined
    const isFirst = this.letters.length === 0
    if (count === undefined) return scanner.expected(isFirst ? '`M`' : 'a command or a number')
    if (isFirst && upper !== 'M') return { offset, expected: '`M`' }
    scanner.at += 1
    scanner.blanks()
    if (count > 0) return this.repeated(letter, count, offset)
    this.letters.push(letter)
    this.offsets.push(offset)
    return null
  }

  private repeated(letter: string, count: number, offset: number): ValueProblem | null {
    const { scanner } = this
    const isArc = count === 7
    let implied = letter
    let at = offset
    do {
      const problem = this.arguments(count, isArc)
      if (problem !== null) return problem
      this.letters.push(implied)
      this.offsets.push(at)
      implied = letter === 'M' ? 'L' : letter === 'm' ? 'l' : letter
      const before = scanner.at
      const hasComma = scanner.comma()
      at = scanner.at
      if (hasComma && !scanner.isAtNumber) {
        scanner.at = before
        return scanner.expected('a number after the comma')
      }
    } while (scanner.isAtNumber)
    return null
  }

  /** The numbers of one command; none of them when they break off. */
  private arguments(count: number, isArc: boolean): ValueProblem | null {
    const { scanner, numbers } = this
    const before = numbers.length
    for (let i = 0; i < count; i += 1) {
      if (i > 0) scanner.comma()
      const isFlag = isArc && (i === 3 || i === 4)
      const number = isFlag ? scanner.flag() : scanner.number()
      if (number === null) {
        numbers.length = before
        return scanner.expected(isFlag ? '`0` or `1`' : 'a number')
      }
      numbers.push(number)
    }
    return null
  }
}
