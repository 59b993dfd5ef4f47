/** Path data: `M32 32h32v32z` (SVG Tiny 1.2 section 8.3, and the arcs of SVG 1.1 that everybody writes). */
import { formatNumber } from './format-number.ts'
import { Scanner, type ValueProblem } from './scanner.ts'

export interface PathCommand {
  /** As written, or implied: pairs after `M` are `L`. */
  letter: string
  args: number[]
  offset: number
}

/** How many numbers follow each letter. */
const COUNTS: ReadonlyMap<string, number> = new Map([
  ['M', 2],
  ['L', 2],
  ['H', 1],
  ['V', 1],
  ['C', 6],
  ['S', 4],
  ['Q', 4],
  ['T', 2],
  ['A', 7],
  ['Z', 0],
])

export interface PathData {
  readonly commands: readonly PathCommand[]
  readonly problem: ValueProblem | null
}

/** A path is asked for its problem, for its arcs and for its outline, one after the other. */
const READ = new Map<string, PathData>()
const MOST_READ = 200
const LONGEST_KEPT = 20_000

/** Up to the first problem, as renderers draw (SVG Tiny 1.2 section C.2). */
export function parsePath(d: string): PathData {
  const known = READ.get(d)
  if (known !== undefined) return known
  const path = readPath(d)
  if (READ.size >= MOST_READ) READ.clear()
  if (d.length <= LONGEST_KEPT) READ.set(d, path)
  return path
}

function readPath(d: string): PathData {
  const scanner = new Scanner(d)
  const commands: PathCommand[] = []
  scanner.blanks()
  if (scanner.next === 'n' && d.trim() === 'none') return { commands, problem: null }
  while (!scanner.isDone) {
    const problem = readCommand(scanner, commands)
    if (problem !== null) return { commands, problem }
    scanner.blanks()
  }
  return { commands, problem: null }
}

function readCommand(scanner: Scanner, commands: PathCommand[]): ValueProblem | null {
  const offset = scanner.at
  const letter = scanner.next
  // Beyond ASCII there is a letter whose capital is `S`.
  const count = letter <= 'z' ? COUNTS.get(letter.toUpperCase()) : undefined
  if (count === undefined)
    return scanner.expected(commands.length === 0 ? '`M`' : 'a command or a number')
  if (commands.length === 0 && letter !== 'M' && letter !== 'm') return { offset, expected: '`M`' }
  scanner.at += 1
  scanner.blanks()
  if (count === 0) {
    commands.push({ letter, args: [], offset })
    return null
  }
  let implied = letter
  let at = offset
  do {
    const args = readArguments(scanner, count, letter.toUpperCase() === 'A')
    if (!Array.isArray(args)) return args
    commands.push({ letter: implied, args, offset: at })
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

function readArguments(scanner: Scanner, count: number, isArc: boolean): number[] | ValueProblem {
  const args: number[] = []
  while (args.length < count) {
    if (args.length > 0) scanner.comma()
    const isFlag = isArc && (args.length === 3 || args.length === 4)
    const flag = isFlag ? scanner.take(/[01]/y) : null
    const number = isFlag ? (flag === null ? null : Number(flag)) : scanner.number()
    if (number === null) return scanner.expected(isFlag ? '`0` or `1`' : 'a number')
    args.push(number)
  }
  return args
}

export interface MoveOrLine {
  type: 'M' | 'L'
  x: number
  y: number
}
export interface Cubic {
  type: 'C'
  x1: number
  y1: number
  x2: number
  y2: number
  x: number
  y: number
}
export interface Quadratic {
  type: 'Q'
  x1: number
  y1: number
  x: number
  y: number
}
export interface Arc {
  type: 'A'
  rx: number
  ry: number
  /** Degrees. */
  angle: number
  large: boolean
  sweep: boolean
  x: number
  y: number
}
export interface Close {
  type: 'Z'
}
export type Segment = MoveOrLine | Cubic | Quadratic | Arc | Close

/** The same path with absolute coordinates, without `H V S T`. */
export function absolutePath(commands: readonly PathCommand[]): Segment[] {
  const pen = new Pen()
  return commands.map((command) => pen.draw(command))
}

class Pen {
  private x = 0
  private y = 0
  private startX = 0
  private startY = 0
  /** The last control point, to be mirrored by `S` after a cubic or `T` after a quadratic. */
  private control: { x: number; y: number; of: 'C' | 'Q' } | null = null

  draw({ letter, args }: PathCommand): Segment {
    const isRelative = letter >= 'a'
    const [dx, dy] = isRelative ? [this.x, this.y] : [0, 0]
    const upper = letter.toUpperCase()
    const segment = this.segment(upper, args, dx, dy)
    this.control =
      segment.type === 'C'
        ? { x: segment.x2, y: segment.y2, of: 'C' }
        : segment.type === 'Q'
          ? { x: segment.x1, y: segment.y1, of: 'Q' }
          : null
    if (segment.type === 'Z') [this.x, this.y] = [this.startX, this.startY]
    else [this.x, this.y] = [segment.x, segment.y]
    if (segment.type === 'M') [this.startX, this.startY] = [segment.x, segment.y]
    return segment
  }

  private segment(letter: string, args: readonly number[], dx: number, dy: number): Segment {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0] = args
    switch (letter) {
      case 'M':
      case 'L':
        return { type: letter, x: a + dx, y: b + dy }
      case 'H':
        return { type: 'L', x: a + dx, y: this.y }
      case 'V':
        return { type: 'L', x: this.x, y: a + dy }
      case 'C':
        return { type: 'C', x1: a + dx, y1: b + dy, x2: c + dx, y2: d + dy, x: e + dx, y: f + dy }
      case 'S': {
        const { x: x1, y: y1 } = this.mirrored('C')
        return { type: 'C', x1, y1, x2: a + dx, y2: b + dy, x: c + dx, y: d + dy }
      }
      case 'Q':
        return { type: 'Q', x1: a + dx, y1: b + dy, x: c + dx, y: d + dy }
      case 'T': {
        const { x: x1, y: y1 } = this.mirrored('Q')
        return { type: 'Q', x1, y1, x: a + dx, y: b + dy }
      }
      case 'A':
        return {
          type: 'A',
          rx: Math.abs(a),
          ry: Math.abs(b),
          angle: c,
          large: d === 1,
          sweep: e === 1,
          x: f + dx,
          y: g + dy,
        }
      default:
        return { type: 'Z' }
    }
  }

  private mirrored(of: 'C' | 'Q'): { x: number; y: number } {
    if (this.control?.of !== of) return { x: this.x, y: this.y }
    return { x: 2 * this.x - this.control.x, y: 2 * this.y - this.control.y }
  }
}

export function formatPath(segments: readonly Segment[], decimals = 4): string {
  return segments.map((segment) => formatSegment(segment, decimals)).join('')
}

function formatSegment(segment: Segment, decimals: number): string {
  const write = (...numbers: number[]): string =>
    numbers.map((number) => formatNumber(number, decimals)).join(' ')
  switch (segment.type) {
    case 'M':
    case 'L':
      return `${segment.type}${write(segment.x, segment.y)}`
    case 'C':
      return `C${write(segment.x1, segment.y1, segment.x2, segment.y2, segment.x, segment.y)}`
    case 'Q':
      return `Q${write(segment.x1, segment.y1, segment.x, segment.y)}`
    case 'A': {
      const { rx, ry, angle, large, sweep, x, y } = segment
      return `A${write(rx, ry, angle, Number(large), Number(sweep), x, y)}`
    }
    case 'Z':
      return 'Z'
  }
}
