import type { Arc } from './path.ts'
import type { ScannedPath } from './scan-path.ts'

/** Who is told of a path, in absolute coordinates and without `H V S T`. */
export interface PathSink {
  move: (x: number, y: number) => void
  line: (x: number, y: number) => void
  cubic: (x1: number, y1: number, x2: number, y2: number, x: number, y: number) => void
  quadratic: (x1: number, y1: number, x: number, y: number) => void
  arc: (arc: Omit<Arc, 'type'>) => void
  close: () => void
}

/** SVG Tiny 1.2 section 8.3: from what is written to where the pen goes. */
export function walkPath(
  { letters, numbers }: Pick<ScannedPath, 'letters' | 'numbers'>,
  sink: PathSink,
): void {
  const pen = new Pen(numbers, sink)
  for (const letter of letters) pen.draw(letter)
}

class Pen {
  private x = 0
  private y = 0
  private startX = 0
  private startY = 0
  /** The last control point, to be mirrored by `S` after a cubic or `T` after a quadratic. */
  private controlX = 0
  private controlY = 0
  private controlOf: 'C' | 'Q' | null = null
  private at = 0
  private readonly numbers: readonly number[]
  private readonly sink: PathSink

  constructor(numbers: readonly number[], sink: PathSink) {
    this.numbers = numbers
    this.sink = sink
  }

  draw(letter: string): void {
    const isRelative = letter >= 'a'
    const dx = isRelative ? this.x : 0
    const dy = isRelative ? this.y : 0
    const before = this.controlOf
    this.controlOf = null
    switch (isRelative ? letter.toUpperCase() : letter) {
      case 'M':
        return this.move(this.next() + dx, this.next() + dy)
      case 'L':
        return this.line(this.next() + dx, this.next() + dy)
      case 'H':
        return this.line(this.next() + dx, this.y)
      case 'V':
        return this.line(this.x, this.next() + dy)
      case 'C':
        return this.cubic(this.next() + dx, this.next() + dy, dx, dy)
      case 'S':
        return before === 'C'
          ? this.cubic(2 * this.x - this.controlX, 2 * this.y - this.controlY, dx, dy)
          : this.cubic(this.x, this.y, dx, dy)
      case 'Q':
        return this.quadratic(this.next() + dx, this.next() + dy, dx, dy)
      case 'T':
        return before === 'Q'
          ? this.quadratic(2 * this.x - this.controlX, 2 * this.y - this.controlY, dx, dy)
          : this.quadratic(this.x, this.y, dx, dy)
      case 'A':
        return this.arc(dx, dy)
      default:
        this.sink.close()
        this.x = this.startX
        this.y = this.startY
    }
  }

  private next(): number {
    const number = this.numbers[this.at] ?? 0
    this.at += 1
    return number
  }

  private move(x: number, y: number): void {
    this.sink.move(x, y)
    this.x = this.startX = x
    this.y = this.startY = y
  }

  private line(x: number, y: number): void {
    this.sink.line(x, y)
    this.x = x
    this.y = y
  }

  private cubic(x1: number, y1: number, dx: number, dy: number): void {
    const x2 = this.next() + dx
    const y2 = this.next() + dy
    const x = this.next() + dx
    const y = this.next() + dy
    this.sink.cubic(x1, y1, x2, y2, x, y)
    this.turned('C', x2, y2, x, y)
  }

  private quadratic(x1: number, y1: number, dx: number, dy: number): void {
    const x = this.next() + dx
    const y = this.next() + dy
    this.sink.quadratic(x1, y1, x, y)
    this.turned('Q', x1, y1, x, y)
  }

  private turned(of: 'C' | 'Q', controlX: number, controlY: number, x: number, y: number): void {
    this.controlOf = of
    this.controlX = controlX
    this.controlY = controlY
    this.x = x
    this.y = y
  }

  private arc(dx: number, dy: number): void {
    const rx = Math.abs(this.next())
    const ry = Math.abs(this.next())
    const angle = this.next()
    const large = this.next() === 1
    const sweep = this.next() === 1
    const x = this.next() + dx
    const y = this.next() + dy
    this.sink.arc({ rx, ry, angle, large, sweep, x, y })
    this.x = x
    this.y = y
  }
}
