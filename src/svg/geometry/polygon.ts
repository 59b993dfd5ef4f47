/** Paths as polygons, to ask whether a point is inside: the witness that checks what the path library makes. */
import type { Segment } from '../values/path.ts'
import type { Point } from './box.ts'
import { pointAt, subpathsOf } from './cubic.ts'

export type FillRule = 'nonzero' | 'evenodd'
export type Polygon = Point[]

/** Each stretch as a closed polygon, curves in so many steps. */
export function polygonsOf(segments: readonly Segment[], steps = 16): Polygon[] {
  return subpathsOf(segments)
    .filter(({ curves }) => curves.length > 0)
    .map(({ start, curves }) => {
      const points = [start]
      let pen = start
      for (const curve of curves) {
        const count = curve.type === 'C' ? steps : 1
        for (let i = 1; i <= count; i++) points.push(pointAt(pen, curve, i / count))
        pen = { x: curve.x, y: curve.y }
      }
      return points
    })
}

export function isInside(polygons: readonly Polygon[], rule: FillRule, point: Point): boolean {
  const turns = windingOf(polygons, point)
  return rule === 'nonzero' ? turns !== 0 : turns % 2 !== 0
}

function windingOf(polygons: readonly Polygon[], { x, y }: Point): number {
  let turns = 0
  for (const polygon of polygons) {
    let from = polygon.at(-1)
    if (from === undefined) continue
    for (const to of polygon) {
      if (from.y <= y !== to.y <= y) {
        const side = (to.x - from.x) * (y - from.y) - (x - from.x) * (to.y - from.y)
        if (to.y > from.y ? side > 0 : side < 0) turns += to.y > from.y ? 1 : -1
      }
      from = to
    }
  }
  return turns
}

/** How near the point is to any edge, squared. */
export function nearness(polygons: readonly Polygon[], point: Point): number {
  let least = Infinity
  for (const polygon of polygons) {
    let from = polygon.at(-1)
    if (from === undefined) continue
    for (const to of polygon) {
      least = Math.min(least, squareToSegment(point, from, to))
      from = to
    }
  }
  return least
}

function squareToSegment(point: Point, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : ((point.x - from.x) * dx + (point.y - from.y) * dy) / length
  const t = Math.min(1, Math.max(0, along))
  return (point.x - from.x - t * dx) ** 2 + (point.y - from.y - t * dy) ** 2
}

/** Of polygons that do not cross themselves: holes run the other way. */
export function areaOf(polygons: readonly Polygon[]): number {
  let twice = 0
  for (const polygon of polygons) {
    let from = polygon.at(-1)
    if (from === undefined) continue
    for (const to of polygon) {
      twice += from.x * to.y - to.x * from.y
      from = to
    }
  }
  return Math.abs(twice) / 2
}
