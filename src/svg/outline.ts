/** The outline of a basic shape as points, curves cut into short lines: near enough to say where a shape is. */
import { attributeOf, type SvgElement } from './tree.ts'
import { arcToCubics } from './values/arc.ts'
import { IDENTITY, type Matrix } from './values/matrix.ts'
import type { Arc } from './values/path.ts'
import { parsePoints } from './values/points.ts'
import { scanPath } from './values/scan-path.ts'
import { walkPath, type PathSink } from './values/walk-path.ts'

/** x and y in turn: a logo has thousands of points, and thousands of logos are judged. */
export type Points = number[]

export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

/** One list for each part of the outline, in the coordinates that the matrix leads to; null for what is no shape. */
export function outlineOf(element: SvgElement, matrix: Matrix = IDENTITY): Points[] | null {
  const trace = new Trace(matrix)
  return drawn(element, trace) ? trace.parts.filter((points) => points.length > 2) : null
}

/** What the outline lies within, which is found much faster; empty for a shape that draws nothing, null for no shape. */
export function extentOf(element: SvgElement, matrix: Matrix = IDENTITY): Box | null {
  const extent = new Extent(matrix)
  return drawn(element, extent) ? extent.box : null
}

function drawn(element: SvgElement, sink: Sink): boolean {
  const draw = SHAPES.get(element.local)
  draw?.(element, sink)
  return draw !== undefined
}

/** A curve becomes so many lines. */
const PIECES = 4
/** Per power of the two halves of a cubic, for each place on the way. */
const WEIGHTS = Array.from({ length: PIECES }, (_, i) => {
  const t = (i + 1) / PIECES
  const s = 1 - t
  return [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t] as const
})

/** Follows the pen, and gives on points where the matrix leads them. */
abstract class Sink implements PathSink {
  /** Where the pen is, and where its part began, before the matrix. */
  protected x = 0
  protected y = 0
  private startX = 0
  private startY = 0
  protected readonly matrix: Matrix

  constructor(matrix: Matrix) {
    this.matrix = matrix
  }

  protected abstract begin(): void
  protected abstract point(x: number, y: number): void

  move(x: number, y: number): void {
    this.begin()
    this.startX = x
    this.startY = y
    this.line(x, y)
  }

  line(x: number, y: number): void {
    const { matrix } = this
    this.point(matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5])
    this.x = x
    this.y = y
  }

  cubic(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void {
    const { x: x0, y: y0 } = this
    for (const [p, q, r, s] of WEIGHTS)
      this.line(p * x0 + q * x1 + r * x2 + s * x, p * y0 + q * y1 + r * y2 + s * y)
    this.x = x
    this.y = y
  }

  quadratic(x1: number, y1: number, x: number, y: number): void {
    const third = (from: number, to: number): number => from + (2 / 3) * (to - from)
    this.cubic(third(this.x, x1), third(this.y, y1), third(x, x1), third(y, y1), x, y)
  }

  arc(arc: Omit<Arc, 'type'>): void {
    for (const piece of arcToCubics({ x: this.x, y: this.y }, { type: 'A', ...arc })) {
      if (piece.type === 'C') this.cubic(piece.x1, piece.y1, piece.x2, piece.y2, piece.x, piece.y)
      else this.line(piece.x, piece.y)
    }
  }

  close(): void {
    this.move(this.startX, this.startY)
  }

  /** A quarter of an ellipse, from here. */
  quarter(cornerX: number, cornerY: number, x: number, y: number): void {
    const k = 0.5522847498
    const { x: x0, y: y0 } = this
    const [x1, y1] = [x0 + k * (cornerX - x0), y0 + k * (cornerY - y0)]
    this.cubic(x1, y1, x + k * (cornerX - x), y + k * (cornerY - y), x, y)
  }
}

class Trace extends Sink {
  readonly parts: Points[] = []
  private part: Points = []

  protected begin(): void {
    this.part = []
    this.parts.push(this.part)
  }

  protected point(x: number, y: number): void {
    this.part.push(x, y)
  }
}

class Extent extends Sink {
  readonly box: Box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }

  protected begin(): void {
    // A part more or less does not change the box.
  }

  protected point(x: number, y: number): void {
    const { box } = this
    if (x < box.left) box.left = x
    if (x > box.right) box.right = x
    if (y < box.top) box.top = y
    if (y > box.bottom) box.bottom = y
  }

  /** A curve stays between its ends and its handles: where those are inside already, only its end counts. */
  override cubic(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void {
    if (this.holds(x1, y1) && this.holds(x2, y2)) this.line(x, y)
    else super.cubic(x1, y1, x2, y2, x, y)
  }

  private holds(x: number, y: number): boolean {
    const { matrix, box } = this
    const atX = matrix[0] * x + matrix[2] * y + matrix[4]
    const atY = matrix[1] * x + matrix[3] * y + matrix[5]
    return atX >= box.left && atX <= box.right && atY >= box.top && atY <= box.bottom
  }
}

const number = (element: SvgElement, name: string): number | undefined => {
  const value = Number.parseFloat(attributeOf(element, name)?.value ?? '')
  return Number.isNaN(value) ? undefined : value
}
const or0 = (element: SvgElement, name: string): number => number(element, name) ?? 0

const SHAPES: ReadonlyMap<string, (element: SvgElement, trace: Sink) => void> = new Map([
  ['path', path],
  ['rect', rect],
  ['circle', (circle, trace) => round(circle, trace, or0(circle, 'r'), or0(circle, 'r'))],
  ['ellipse', (ellipse, trace) => round(ellipse, trace, or0(ellipse, 'rx'), or0(ellipse, 'ry'))],
  ['line', line],
  ['polyline', poly],
  ['polygon', poly],
])

function path(element: SvgElement, trace: Sink): void {
  walkPath(scanPath(attributeOf(element, 'd')?.value ?? ''), trace)
}

function line(element: SvgElement, trace: Sink): void {
  trace.move(or0(element, 'x1'), or0(element, 'y1'))
  trace.line(or0(element, 'x2'), or0(element, 'y2'))
}

function poly(element: SvgElement, trace: Sink): void {
  const { points } = parsePoints(attributeOf(element, 'points')?.value ?? '')
  for (const [i, [x, y]] of points.entries()) {
    if (i === 0) trace.move(x, y)
    else trace.line(x, y)
  }
}

function round(element: SvgElement, trace: Sink, rx: number, ry: number): void {
  if (rx <= 0 || ry <= 0) return
  const [cx, cy] = [or0(element, 'cx'), or0(element, 'cy')]
  corners(trace, cx - rx, cy - ry, cx + rx, cy + ry, rx, ry)
}

/** SVG Tiny 1.2 section 9.2: one radius stands for both, and neither goes beyond half the side. */
function rect(element: SvgElement, trace: Sink): void {
  const [x, y] = [or0(element, 'x'), or0(element, 'y')]
  const [width, height] = [or0(element, 'width'), or0(element, 'height')]
  if (width <= 0 || height <= 0) return
  const [ownX, ownY] = [number(element, 'rx'), number(element, 'ry')]
  const rx = Math.min(Math.max(ownX ?? ownY ?? 0, 0), width / 2)
  const ry = Math.min(Math.max(ownY ?? ownX ?? 0, 0), height / 2)
  if (rx > 0 && ry > 0) return corners(trace, x, y, x + width, y + height, rx, ry)
  trace.move(x, y)
  trace.line(x + width, y)
  trace.line(x + width, y + height)
  trace.line(x, y + height)
}

/** A box with quarters of an ellipse for corners. */
function corners(
  trace: Sink,
  left: number,
  top: number,
  right: number,
  bottom: number,
  rx: number,
  ry: number,
): void {
  trace.move(left + rx, top)
  trace.line(right - rx, top)
  trace.quarter(right, top, right, top + ry)
  trace.line(right, bottom - ry)
  trace.quarter(right, bottom, right - rx, bottom)
  trace.line(left + rx, bottom)
  trace.quarter(left, bottom, left, bottom - ry)
  trace.line(left, top + ry)
  trace.quarter(left, top, left + rx, top)
}

/** Is the point inside, by winding number or by even and odd? Every part counts as closed. */
export function isInside(
  outlines: readonly Points[],
  evenOdd: boolean,
  x: number,
  y: number,
): boolean {
  let winding = 0
  let crossings = 0
  for (const points of outlines) {
    const { length } = points
    let beforeX = points[length - 2] ?? 0
    let beforeY = points[length - 1] ?? 0
    for (let i = 0; i < length; i += 2) {
      const pointX = points[i] ?? 0
      const pointY = points[i + 1] ?? 0
      if (beforeY > y !== pointY > y) {
        const at = beforeX + ((y - beforeY) / (pointY - beforeY)) * (pointX - beforeX)
        if (at > x) {
          crossings += 1
          winding += pointY > beforeY ? 1 : -1
        }
      }
      beforeX = pointX
      beforeY = pointY
    }
  }
  return evenOdd ? crossings % 2 === 1 : winding !== 0
}
