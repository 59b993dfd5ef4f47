/** The outline of a basic shape as points, curves cut into short lines: near enough to say where a shape is. */
import { attributeOf, type SvgElement } from './tree.ts'
import { arcToCubics } from './values/arc.ts'
import { absolutePath, parsePath, type Cubic, type Segment } from './values/path.ts'
import { parsePoints } from './values/points.ts'

export interface Point {
  x: number
  y: number
}

/** Null for what is no shape; one list for each part of the outline. */
export function outlineOf(element: SvgElement): Point[][] | null {
  const read = SHAPES.get(element.local)
  return read === undefined ? null : read(element)
}

const number = (element: SvgElement, name: string): number | undefined => {
  const value = Number.parseFloat(attributeOf(element, name)?.value ?? '')
  return Number.isNaN(value) ? undefined : value
}
const or0 = (element: SvgElement, name: string): number => number(element, name) ?? 0

const SHAPES: ReadonlyMap<string, (element: SvgElement) => Point[][]> = new Map([
  [
    'path',
    (path: SvgElement) =>
      flattened(absolutePath(parsePath(attributeOf(path, 'd')?.value ?? '').commands)),
  ],
  ['rect', rect],
  ['circle', (circle: SvgElement) => round(circle, or0(circle, 'r'), or0(circle, 'r'))],
  ['ellipse', (ellipse: SvgElement) => round(ellipse, or0(ellipse, 'rx'), or0(ellipse, 'ry'))],
  [
    'line',
    (line: SvgElement) => [
      [
        { x: or0(line, 'x1'), y: or0(line, 'y1') },
        { x: or0(line, 'x2'), y: or0(line, 'y2') },
      ],
    ],
  ],
  ['polyline', poly],
  ['polygon', poly],
])

function poly(element: SvgElement): Point[][] {
  const { points } = parsePoints(attributeOf(element, 'points')?.value ?? '')
  return points.length === 0 ? [] : [points.map(([x, y]) => ({ x, y }))]
}

function round(element: SvgElement, rx: number, ry: number): Point[][] {
  if (rx <= 0 || ry <= 0) return []
  return [around(or0(element, 'cx'), or0(element, 'cy'), rx, ry, 0, 2 * Math.PI)]
}

const STEPS = 24

function around(cx: number, cy: number, rx: number, ry: number, from: number, to: number): Point[] {
  return Array.from({ length: STEPS + 1 }, (_, i) => {
    const angle = from + ((to - from) * i) / STEPS
    return { x: cx + rx * Math.cos(angle), y: cy + ry * Math.sin(angle) }
  })
}

/** SVG Tiny 1.2 section 9.2: one radius stands for both, and neither goes beyond half the side. */
function rect(element: SvgElement): Point[][] {
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) => or0(element, name))
  if (x === undefined || y === undefined || width === undefined || height === undefined) return []
  if (width <= 0 || height <= 0) return []
  const [ownX, ownY] = [number(element, 'rx'), number(element, 'ry')]
  const rx = Math.min(Math.max(ownX ?? ownY ?? 0, 0), width / 2)
  const ry = Math.min(Math.max(ownY ?? ownX ?? 0, 0), height / 2)
  const [left, right, top, bottom] = [x, x + width, y, y + height]
  if (rx === 0 || ry === 0)
    return [
      [
        { x: left, y: top },
        { x: right, y: top },
        { x: right, y: bottom },
        { x: left, y: bottom },
      ],
    ]
  const quarter = Math.PI / 2
  return [
    [
      ...around(right - rx, top + ry, rx, ry, -quarter, 0),
      ...around(right - rx, bottom - ry, rx, ry, 0, quarter),
      ...around(left + rx, bottom - ry, rx, ry, quarter, 2 * quarter),
      ...around(left + rx, top + ry, rx, ry, 2 * quarter, 3 * quarter),
    ],
  ]
}

function flattened(segments: readonly Segment[]): Point[][] {
  const parts: Point[][] = []
  let part: Point[] = []
  let at: Point = { x: 0, y: 0 }
  const begin = (point: Point): void => {
    part = [point]
    parts.push(part)
    at = point
  }
  for (const segment of segments) {
    if (segment.type === 'M') {
      begin({ x: segment.x, y: segment.y })
    } else if (segment.type === 'Z') {
      const [start] = part
      if (start !== undefined) begin(start)
    } else {
      part.push(...along(at, segment))
      at = { x: segment.x, y: segment.y }
    }
  }
  return parts.filter((points) => points.length > 1)
}

function along(from: Point, segment: Exclude<Segment, { type: 'M' | 'Z' }> | Segment): Point[] {
  switch (segment.type) {
    case 'C':
      return cubic(from, segment)
    case 'Q': {
      const { x1, y1, x, y } = segment
      const third = (a: number, b: number): number => a + (2 / 3) * (b - a)
      return cubic(from, {
        type: 'C',
        x1: third(from.x, x1),
        y1: third(from.y, y1),
        x2: third(x, x1),
        y2: third(y, y1),
        x,
        y,
      })
    }
    case 'A': {
      let at = from
      return arcToCubics(from, segment).flatMap((piece) => {
        const points = piece.type === 'C' ? cubic(at, piece) : [{ x: piece.x, y: piece.y }]
        at = { x: piece.x, y: piece.y }
        return points
      })
    }
    case 'Z':
      return []
    default:
      return [{ x: segment.x, y: segment.y }]
  }
}

const PIECES = 8

function cubic(from: Point, { x1, y1, x2, y2, x, y }: Cubic): Point[] {
  return Array.from({ length: PIECES }, (_, i) => {
    const t = (i + 1) / PIECES
    const s = 1 - t
    const mix = (a: number, b: number, c: number, d: number): number =>
      s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d
    return { x: mix(from.x, x1, x2, x), y: mix(from.y, y1, y2, y) }
  })
}

/** Is the point inside, by winding number or by even and odd? Every part counts as closed. */
export function isInside(outlines: readonly Point[][], evenOdd: boolean, { x, y }: Point): boolean {
  let winding = 0
  let crossings = 0
  for (const points of outlines) {
    let before = points.at(-1)
    for (const point of points) {
      if (before !== undefined && before.y > y !== point.y > y) {
        const at = before.x + ((y - before.y) / (point.y - before.y)) * (point.x - before.x)
        if (at > x) {
          crossings += 1
          winding += point.y > before.y ? 1 : -1
        }
      }
      before = point
    }
  }
  return evenOdd ? crossings % 2 === 1 : winding !== 0
}
