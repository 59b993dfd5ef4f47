/** Paths of lines and cubic curves alone: what can be moved, measured and cut. */
import { arcToCubics } from '../values/arc.ts'
import type { Matrix } from '../values/matrix.ts'
import { transformPoint } from '../values/matrix.ts'
import type { Close, Cubic, MoveOrLine, Segment } from '../values/path.ts'
import { boxOfPoints, type Box, type Point } from './box.ts'

export type Simple = MoveOrLine | Cubic | Close

/** One stretch of a path from one `M` to the next. */
export interface Subpath {
  start: Point
  curves: (Cubic | MoveOrLine)[]
  closed: boolean
}

export function simplified(segments: readonly Segment[]): Simple[] {
  const all: Simple[] = []
  let pen: Point = { x: 0, y: 0 }
  let start = pen
  for (const segment of segments) {
    if (segment.type === 'Q') all.push(cubicOf(pen, segment))
    else if (segment.type === 'A') all.push(...arcToCubics(pen, segment))
    else all.push(segment)
    pen = segment.type === 'Z' ? start : { x: segment.x, y: segment.y }
    if (segment.type === 'M') start = pen
  }
  return all
}

function cubicOf(from: Point, { x1, y1, x, y }: { x1: number; y1: number } & Point): Cubic {
  return {
    type: 'C',
    x1: from.x + ((x1 - from.x) * 2) / 3,
    y1: from.y + ((y1 - from.y) * 2) / 3,
    x2: x + ((x1 - x) * 2) / 3,
    y2: y + ((y1 - y) * 2) / 3,
    x,
    y,
  }
}

/** A closed stretch that goes on without `M` begins where it began. */
export function subpathsOf(segments: readonly Segment[]): Subpath[] {
  const all: Subpath[] = []
  let current: Subpath | null = null
  for (const segment of simplified(segments)) {
    if (segment.type === 'M') {
      current = { start: segment, curves: [], closed: false }
      all.push(current)
    } else if (current === null) continue
    else if (segment.type === 'Z') current.closed = true
    else {
      if (current.closed) {
        current = { start: current.start, curves: [], closed: false }
        all.push(current)
      }
      current.curves.push(segment)
    }
  }
  return all.map(({ start, ...rest }) => ({ start: { x: start.x, y: start.y }, ...rest }))
}

export function transformed(segments: readonly Segment[], matrix: Matrix): Simple[] {
  return simplified(segments).map((segment) => {
    if (segment.type === 'Z') return segment
    const { x, y } = transformPoint(matrix, segment.x, segment.y)
    if (segment.type !== 'C') return { type: segment.type, x, y }
    const first = transformPoint(matrix, segment.x1, segment.y1)
    const second = transformPoint(matrix, segment.x2, segment.y2)
    return { type: 'C', x1: first.x, y1: first.y, x2: second.x, y2: second.y, x, y }
  })
}

/** Exact, curves included. Without what is only moved to: a lone `M` at the end draws nothing. */
export function boundsOf(segments: readonly Segment[]): Box | null {
  const points: Point[] = []
  for (const { start, curves } of subpathsOf(segments)) {
    let pen = start
    if (curves.length > 0) points.push(start)
    for (const curve of curves) {
      points.push({ x: curve.x, y: curve.y })
      if (curve.type === 'C') points.push(...extremes(pen, curve))
      pen = { x: curve.x, y: curve.y }
    }
  }
  return boxOfPoints(points)
}

function extremes(from: Point, { x1, y1, x2, y2, x, y }: Cubic): Point[] {
  const times = [...turns(from.x, x1, x2, x), ...turns(from.y, y1, y2, y)]
  return times.map((t) => ({ x: at(t, from.x, x1, x2, x), y: at(t, from.y, y1, y2, y) }))
}

function at(t: number, a: number, b: number, c: number, d: number): number {
  const s = 1 - t
  return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d
}

/** Where the derivative is zero, between 0 and 1. */
function turns(a: number, b: number, c: number, d: number): number[] {
  const [p, q, r] = [d - 3 * c + 3 * b - a, 2 * (c - 2 * b + a), b - a]
  if (Math.abs(p) < 1e-12) return Math.abs(q) < 1e-12 ? [] : [-r / q].filter(isInside)
  const root = q * q - 4 * p * r
  if (root < 0) return []
  return [(-q + Math.sqrt(root)) / (2 * p), (-q - Math.sqrt(root)) / (2 * p)].filter(isInside)
}

function isInside(t: number): boolean {
  return t > 0 && t < 1
}

export function pointAt(from: Point, curve: Cubic | MoveOrLine, t: number): Point {
  if (curve.type !== 'C')
    return { x: from.x + (curve.x - from.x) * t, y: from.y + (curve.y - from.y) * t }
  const { x1, y1, x2, y2, x, y } = curve
  return { x: at(t, from.x, x1, x2, x), y: at(t, from.y, y1, y2, y) }
}

/** Two cubics that are the one, parted at `t`. */
export function splitCubic(from: Point, curve: Cubic, t: number): [Cubic, Cubic] {
  const mix = (a: Point, b: Point): Point => ({
    x: a.x + (b.x - a.x) * t,
    y: a.y + (b.y - a.y) * t,
  })
  const [p1, p2] = [
    { x: curve.x1, y: curve.y1 },
    { x: curve.x2, y: curve.y2 },
  ]
  const [a, b, c] = [mix(from, p1), mix(p1, p2), mix(p2, curve)]
  const [d, e] = [mix(a, b), mix(b, c)]
  const middle = mix(d, e)
  return [
    { type: 'C', x1: a.x, y1: a.y, x2: d.x, y2: d.y, x: middle.x, y: middle.y },
    { type: 'C', x1: e.x, y1: e.y, x2: c.x, y2: c.y, x: curve.x, y: curve.y },
  ]
}
