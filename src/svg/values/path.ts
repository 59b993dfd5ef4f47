/** Path data: `M32 32h32v32z` (SVG Tiny 1.2 section 8.3, and the arcs of SVG 1.1 that everybody writes). */
import { formatNumber } from './format-number.ts'
import { COUNTS, scanPath } from './scan-path.ts'
import type { ValueProblem } from './scanner.ts'
import { walkPath, type PathSink } from './walk-path.ts'

export interface PathCommand {
  /** As written, or implied: pairs after `M` are `L`. */
  letter: string
  args: number[]
  offset: number
}

export interface PathData {
  readonly commands: readonly PathCommand[]
  readonly problem: ValueProblem | null
}

/** Up to the first problem, as renderers draw (SVG Tiny 1.2 section C.2). */
export function parsePath(d: string): PathData {
  const { letters, numbers, offsets, problem } = scanPath(d)
  let from = 0
  const commands = letters.map((letter, i) => {
    const count = COUNTS.get(letter.toUpperCase()) ?? 0
    const args = numbers.slice(from, from + count)
    from += count
    return { letter, args, offset: offsets[i] ?? 0 }
  })
  return { commands, problem }
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
  const collected = new Collected()
  const letters = commands.map(({ letter }) => letter)
  walkPath({ letters, numbers: commands.flatMap(({ args }) => args) }, collected)
  return collected.segments
}

class Collected implements PathSink {
  readonly segments: Segment[] = []

  move(x: number, y: number): void {
    this.segments.push({ type: 'M', x, y })
  }

  line(x: number, y: number): void {
    this.segments.push({ type: 'L', x, y })
  }

  cubic(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void {
    this.segments.push({ type: 'C', x1, y1, x2, y2, x, y })
  }

  quadratic(x1: number, y1: number, x: number, y: number): void {
    this.segments.push({ type: 'Q', x1, y1, x, y })
  }

  arc({ rx, ry, angle, large, sweep, x, y }: Omit<Arc, 'type'>): void {
    this.segments.push({ type: 'A', rx, ry, angle, large, sweep, x, y })
  }

  close(): void {
    this.segments.push({ type: 'Z' })
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
