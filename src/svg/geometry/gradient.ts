/** Gradients as numbers (SVG 1.1 section 13.2; what SVG Tiny 1.2 lacks of it is what repairs take away). */
import { elementsOf, type EditElement } from '../edit/element.ts'
import { formatNumber } from '../values/format-number.ts'
import { inPixels, parseLength } from '../values/length.ts'
import { IDENTITY, transformPoint, type Matrix } from '../values/matrix.ts'
import { parseTransform } from '../values/transform.ts'
import { sizeOf, type Box } from './box.ts'

export interface LinearLine {
  kind: 'linear'
  x1: number
  y1: number
  x2: number
  y2: number
}

export interface RadialCircle {
  kind: 'radial'
  cx: number
  cy: number
  r: number
  fx: number
  fy: number
  fr: number
}

export type Spread = 'pad' | 'reflect' | 'repeat'

export interface Gradient {
  shape: LinearLine | RadialCircle
  /** In parts of the painted shape's box, not in the drawing's own units. */
  isInBox: boolean
  matrix: Matrix
  spread: Spread
  stops: EditElement[]
}

export function isGradient({ name }: EditElement): boolean {
  return name === 'linearGradient' || name === 'radialGradient'
}

/** Null for one that cannot be read, or whose percentages need a `viewBox` that is not there. */
export function readGradient(element: EditElement, view: Box | null): Gradient | null {
  const isInBox = element.attributes.get('gradientUnits')?.trim() !== 'userSpaceOnUse'
  const read = reader(element, isInBox, view)
  const { matrix, problem } = parseTransform(element.attributes.get('gradientTransform') ?? '')
  const shape = element.name === 'linearGradient' ? line(read) : circle(read)
  if (shape === null || (problem !== null && matrix !== IDENTITY)) return null
  const spread = element.attributes.get('spreadMethod')?.trim()
  return {
    shape,
    isInBox,
    matrix,
    spread: spread === 'reflect' || spread === 'repeat' ? spread : 'pad',
    stops: elementsOf(element).filter(({ name }) => name === 'stop'),
  }
}

type Read = (name: string, percent: number, along: 'x' | 'y' | 'both') => number | null

function reader(element: EditElement, isInBox: boolean, view: Box | null): Read {
  return (name, percent, along) => {
    const value = element.attributes.get(name)
    const length = value === undefined ? null : parseLength(value)
    if (value !== undefined && length === null) return null
    if (length !== null && length.unit !== '%') return inPixels(length)
    const part = (length?.number ?? percent) / 100
    if (isInBox) return part
    if (view === null) return null
    const { width, height } = sizeOf(view)
    if (along === 'both') return part * Math.hypot(width, height) * Math.SQRT1_2
    return along === 'x' ? part * width : part * height
  }
}

function line(read: Read): LinearLine | null {
  const [x1, y1, x2, y2] = [
    read('x1', 0, 'x'),
    read('y1', 0, 'y'),
    read('x2', 100, 'x'),
    read('y2', 0, 'y'),
  ]
  if (x1 === null || y1 === null || x2 === null || y2 === null) return null
  return { kind: 'linear', x1, y1, x2, y2 }
}

function circle(read: Read): RadialCircle | null {
  const [cx, cy, r] = [read('cx', 50, 'x'), read('cy', 50, 'y'), read('r', 50, 'both')]
  if (cx === null || cy === null || r === null || r < 0) return null
  const [fx, fy, fr] = [read('fx', NaN, 'x'), read('fy', NaN, 'y'), read('fr', 0, 'both')]
  if (fx === null || fy === null || fr === null) return null
  return {
    kind: 'radial',
    cx,
    cy,
    r,
    fx: Number.isNaN(fx) ? cx : fx,
    fy: Number.isNaN(fy) ? cy : fy,
    fr,
  }
}

const GEOMETRY = ['x1', 'y1', 'x2', 'y2', 'cx', 'cy', 'r', 'fx', 'fy', 'fr']

/** Writes what the profile can say: `matrix` and `spread` must have been dealt with. Keeps what `fx` says, if it says anything. */
export function writeGradient(
  element: EditElement,
  { shape, isInBox }: Gradient,
  decimals: number,
): void {
  const { attributes } = element
  for (const name of [...GEOMETRY, 'gradientUnits', 'gradientTransform']) attributes.delete(name)
  if (!isInBox) attributes.set('gradientUnits', 'userSpaceOnUse')
  const places = isInBox ? 6 : decimals + 1
  const write = (name: string, value: number, initial: number): void => {
    const text = formatNumber(value, places)
    if (!isInBox || text !== formatNumber(initial, places)) attributes.set(name, text)
  }
  if (shape.kind === 'linear') {
    write('x1', shape.x1, 0)
    write('y1', shape.y1, 0)
    write('x2', shape.x2, 1)
    write('y2', shape.y2, 0)
    return
  }
  write('cx', shape.cx, 0.5)
  write('cy', shape.cy, 0.5)
  write('r', shape.r, 0.5)
  if (!isCentred(shape)) {
    write('fx', shape.fx, NaN)
    write('fy', shape.fy, NaN)
    if (shape.fr !== 0) write('fr', shape.fr, 0)
  }
}

export function isCentred({ cx, cy, r, fx, fy, fr }: RadialCircle): boolean {
  return Math.hypot(fx - cx, fy - cy) <= r * 1e-3 && fr === 0
}

/**
 * The same colours along another line. The parameter of a linear gradient is an affine function of the point, under
 * any affine map; so there is always a line at right angles to its stripes.
 */
export function lineUnder({ x1, y1, x2, y2 }: LinearLine, matrix: Matrix): LinearLine {
  const [a, b, c, d] = matrix
  const start = transformPoint(matrix, x1, y1)
  const [dx, dy] = [x2 - x1, y2 - y1]
  const determinant = a * d - b * c
  // The stripes run along the image of the vector at right angles to the line.
  const stripe = { x: a * -dy + c * dx, y: b * -dy + d * dx }
  const length = Math.hypot(stripe.x, stripe.y)
  if (length === 0) return { kind: 'linear', x1: start.x, y1: start.y, x2: start.x, y2: start.y }
  const normal = { x: stripe.y / length, y: -stripe.x / length }
  const reach = (Math.sign(determinant) * ((dx * dx + dy * dy) * Math.abs(determinant))) / length
  const end = { x: start.x + normal.x * reach, y: start.y + normal.y * reach }
  return { kind: 'linear', x1: start.x, y1: start.y, x2: end.x, y2: end.y }
}

/** Only for a matrix that keeps circles circles. */
export function circleUnder({ cx, cy, r, fx, fy, fr }: RadialCircle, matrix: Matrix): RadialCircle {
  const centre = transformPoint(matrix, cx, cy)
  const focus = transformPoint(matrix, fx, fy)
  const scale = Math.sqrt(Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))
  return {
    kind: 'radial',
    cx: centre.x,
    cy: centre.y,
    r: r * scale,
    fx: focus.x,
    fy: focus.y,
    fr: fr * scale,
  }
}

/** From the unit square to the box. Null for a box without area: then such a gradient paints nothing (section 7.11). */
export function boxMatrix(box: Box): Matrix | null {
  const { width, height } = sizeOf(box)
  return width <= 0 || height <= 0 ? null : [width, 0, 0, height, box.left, box.top]
}

/**
 * A matrix as a stretch along two directions at right angles, of area 1 and without turning, after one that keeps
 * circles circles: `matrix` = `stretch` · `circles`.
 */
export function stretchOf(matrix: Matrix): Matrix | null {
  const [a, b, c, d] = matrix
  const size = Math.abs(a * d - b * c)
  if (size === 0 || !Number.isFinite(size)) return null
  // The square root of M·Mᵀ, by the theorem of Cayley and Hamilton for 2 × 2.
  const [p, q, s] = [a * a + c * c, a * b + c * d, b * b + d * d]
  const trace = Math.sqrt(p + s + 2 * size)
  const unit = 1 / (trace * Math.sqrt(size))
  return [(p + size) * unit, q * unit, q * unit, (s + size) * unit, 0, 0]
}
