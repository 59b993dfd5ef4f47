/** Rectangles along the axes. */
import type { Matrix } from '../values/matrix.ts'
import { transformPoint } from '../values/matrix.ts'
import type { ViewBox } from '../values/view-box.ts'

export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

export interface Point {
  x: number
  y: number
}

export function boxOfPoints(points: readonly Point[]): Box | null {
  if (points.length === 0) return null
  const box: Box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }
  for (const { x, y } of points) {
    box.left = Math.min(box.left, x)
    box.right = Math.max(box.right, x)
    box.top = Math.min(box.top, y)
    box.bottom = Math.max(box.bottom, y)
  }
  return box
}

export function boxOfViewBox({ x, y, width, height }: ViewBox): Box {
  return { left: x, top: y, right: x + width, bottom: y + height }
}

export function cornersOf({ left, top, right, bottom }: Box): Point[] {
  return [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ]
}

/** The box around a box that is turned or moved. */
export function boxUnder(box: Box, matrix: Matrix): Box {
  const corners = cornersOf(box).map(({ x, y }) => transformPoint(matrix, x, y))
  return boxOfPoints(corners) ?? box
}

export function joinBoxes(boxes: readonly (Box | null)[]): Box | null {
  return boxOfPoints(boxes.flatMap((box) => (box === null ? [] : cornersOf(box))))
}

export function grow({ left, top, right, bottom }: Box, by: number): Box {
  return { left: left - by, top: top - by, right: right + by, bottom: bottom + by }
}

/** With a slack for what rounding does. */
export function holds(outer: Box, inner: Box, slack = 0): boolean {
  return (
    outer.left <= inner.left + slack &&
    outer.top <= inner.top + slack &&
    outer.right >= inner.right - slack &&
    outer.bottom >= inner.bottom - slack
  )
}

/** Boxes that only touch are apart. */
export function areApart(one: Box, other: Box): boolean {
  return (
    one.right <= other.left ||
    other.right <= one.left ||
    one.bottom <= other.top ||
    other.bottom <= one.top
  )
}

/** What two boxes have in common; null when they are apart. */
export function meet(one: Box, other: Box): Box | null {
  if (areApart(one, other)) return null
  return {
    left: Math.max(one.left, other.left),
    top: Math.max(one.top, other.top),
    right: Math.min(one.right, other.right),
    bottom: Math.min(one.bottom, other.bottom),
  }
}

export function sizeOf({ left, top, right, bottom }: Box): { width: number; height: number } {
  return { width: right - left, height: bottom - top }
}

/** The longer side, for tolerances that grow with the drawing. */
export function extentOf(box: Box): number {
  const { width, height } = sizeOf(box)
  return Math.max(width, height, Number.MIN_VALUE)
}
