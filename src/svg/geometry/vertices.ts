/** Where markers stand on a path, and which way they look (SVG 1.1 section 11.6.3). */
import type { Cubic, MoveOrLine, Segment } from '../values/path.ts'
import type { Point } from './box.ts'
import { subpathsOf } from './cubic.ts'

export interface Vertex extends Point {
  place: 'start' | 'mid' | 'end'
  /** Degrees: halfway between the direction of arrival and that of departure. */
  angle: number
}

interface Corner extends Point {
  arriving: Point | null
  leaving: Point | null
}

export function verticesOf(segments: readonly Segment[]): Vertex[] {
  const corners = subpathsOf(segments).flatMap(({ start, curves, closed }) => {
    const closing: MoveOrLine[] = closed ? [{ type: 'L', ...start }] : []
    return cornersOf(start, [...curves, ...closing], closed)
  })
  return corners.map(({ x, y, arriving, leaving }, i) => ({
    x,
    y,
    place: i === 0 ? 'start' : i === corners.length - 1 ? 'end' : 'mid',
    angle: angleBetween(arriving, leaving),
  }))
}

function cornersOf(
  start: Point,
  curves: readonly (Cubic | MoveOrLine)[],
  closed: boolean,
): Corner[] {
  const corners: Corner[] = [{ x: start.x, y: start.y, arriving: null, leaving: null }]
  let pen = start
  for (const curve of curves) {
    const [out, into] = directions(pen, curve)
    const last = corners.at(-1)
    if (last !== undefined) last.leaving = out
    pen = { x: curve.x, y: curve.y }
    corners.push({ ...pen, arriving: into, leaving: null })
  }
  const [first, last] = [corners[0], corners.at(-1)]
  if (closed && first !== undefined && last !== undefined) {
    first.arriving = last.arriving
    last.leaving = first.leaving
  }
  return corners
}

function directions(from: Point, curve: Cubic | MoveOrLine): [Point | null, Point | null] {
  const straight = unit(from, curve)
  if (curve.type !== 'C') return [straight, straight]
  const [one, two] = [
    { x: curve.x1, y: curve.y1 },
    { x: curve.x2, y: curve.y2 },
  ]
  return [
    unit(from, one) ?? unit(from, two) ?? straight,
    unit(two, curve) ?? unit(one, curve) ?? straight,
  ]
}

function unit(from: Point, to: Point): Point | null {
  const [x, y] = [to.x - from.x, to.y - from.y]
  const length = Math.hypot(x, y)
  return length < 1e-9 ? null : { x: x / length, y: y / length }
}

function angleBetween(arriving: Point | null, leaving: Point | null): number {
  const [a, b] = [arriving ?? leaving, leaving ?? arriving]
  if (a === null || b === null) return 0
  const sum = { x: a.x + b.x, y: a.y + b.y }
  const { x, y } = Math.hypot(sum.x, sum.y) < 1e-9 ? { x: -a.y, y: a.x } : sum
  return (Math.atan2(y, x) * 180) / Math.PI
}
