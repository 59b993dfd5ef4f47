/** Every basic shape as a path (SVG Tiny 1.2 section 9). */
import type { EditElement } from '../edit/element.ts'
import { inPixels, parseLength } from '../values/length.ts'
import { absolutePath, parsePath, type Segment } from '../values/path.ts'
import { parsePoints } from '../values/points.ts'

export const SHAPES: ReadonlySet<string> = new Set([
  'path',
  'rect',
  'circle',
  'ellipse',
  'line',
  'polyline',
  'polygon',
])

/** A number or length of an element in pixels; null for what cannot be known here: `%`, `em`, nonsense. */
export function lengthOf(element: EditElement, name: string, otherwise: number): number | null {
  const value = element.attributes.get(name)
  if (value === undefined || value.trim() === 'auto') return otherwise
  const length = parseLength(value)
  return length === null ? null : inPixels(length)
}

/** In the order they are drawn; empty for what draws nothing; null for what is no shape or cannot be read. */
export function outlineOf(element: EditElement): Segment[] | null {
  switch (element.name) {
    case 'path':
      return absolutePath(parsePath(element.attributes.get('d') ?? '').commands)
    case 'rect':
      return rectangle(element)
    case 'circle': {
      const [cx, cy, r] = lengths(element, 'cx', 'cy', 'r') ?? []
      if (cx === undefined || cy === undefined || r === undefined) return null
      return ellipse(cx, cy, r, r)
    }
    case 'ellipse': {
      const [cx, cy, rx, ry] = lengths(element, 'cx', 'cy', 'rx', 'ry') ?? []
      if (cx === undefined || cy === undefined || rx === undefined || ry === undefined) return null
      return ellipse(cx, cy, rx, ry)
    }
    case 'line': {
      const [x1, y1, x2, y2] = lengths(element, 'x1', 'y1', 'x2', 'y2') ?? []
      if (x1 === undefined || y1 === undefined || x2 === undefined || y2 === undefined) return null
      return [
        { type: 'M', x: x1, y: y1 },
        { type: 'L', x: x2, y: y2 },
      ]
    }
    case 'polyline':
    case 'polygon':
      return polygon(element)
    default:
      return null
  }
}

function lengths(element: EditElement, ...names: string[]): number[] | null {
  const all = names.map((name) => lengthOf(element, name, 0))
  return all.every((each) => each !== null) ? all : null
}

function polygon(element: EditElement): Segment[] {
  const { points } = parsePoints(element.attributes.get('points') ?? '')
  const segments: Segment[] = points.map(([x, y], i) => ({ type: i === 0 ? 'M' : 'L', x, y }))
  if (element.name === 'polygon' && segments.length > 0) segments.push({ type: 'Z' })
  return segments
}

function ellipse(cx: number, cy: number, rx: number, ry: number): Segment[] {
  if (rx <= 0 || ry <= 0) return []
  const half = { type: 'A', rx, ry, angle: 0, large: false, sweep: true } as const
  return [
    { type: 'M', x: cx + rx, y: cy },
    { ...half, x: cx, y: cy + ry },
    { ...half, x: cx - rx, y: cy },
    { ...half, x: cx, y: cy - ry },
    { ...half, x: cx + rx, y: cy },
    { type: 'Z' },
  ]
}

/** Section 9.2: one radius stands for both, and neither is more than half a side. */
function rectangle(element: EditElement): Segment[] | null {
  const [x, y, width, height] = lengths(element, 'x', 'y', 'width', 'height') ?? []
  if (x === undefined || y === undefined || width === undefined || height === undefined) return null
  if (width <= 0 || height <= 0) return []
  const radii = cornerRadii(element)
  if (radii === null) return null
  const [rx, ry] = [Math.min(radii.rx, width / 2), Math.min(radii.ry, height / 2)]
  if (rx <= 0 || ry <= 0) return rectanglePath(x, y, width, height)
  const corner = { type: 'A', rx, ry, angle: 0, large: false, sweep: true } as const
  const [right, bottom] = [x + width, y + height]
  return [
    { type: 'M', x: x + rx, y },
    { type: 'L', x: right - rx, y },
    { ...corner, x: right, y: y + ry },
    { type: 'L', x: right, y: bottom - ry },
    { ...corner, x: right - rx, y: bottom },
    { type: 'L', x: x + rx, y: bottom },
    { ...corner, x, y: bottom - ry },
    { type: 'L', x, y: y + ry },
    { ...corner, x: x + rx, y },
    { type: 'Z' },
  ]
}

function cornerRadii(element: EditElement): { rx: number; ry: number } | null {
  const rx = lengthOf(element, 'rx', -1)
  const ry = lengthOf(element, 'ry', -1)
  if (rx === null || ry === null) return null
  return { rx: rx < 0 ? Math.max(ry, 0) : rx, ry: ry < 0 ? Math.max(rx, 0) : ry }
}

export function rectanglePath(x: number, y: number, width: number, height: number): Segment[] {
  return [
    { type: 'M', x, y },
    { type: 'L', x: x + width, y },
    { type: 'L', x: x + width, y: y + height },
    { type: 'L', x, y: y + height },
    { type: 'Z' },
  ]
}
