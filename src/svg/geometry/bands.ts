/**
 * A radial gradient whose focus is off its centre, as discs of one colour each, one upon the other: SVG Tiny has only
 * gradients around their centre. So many discs that the eye sees no steps.
 */
import { makeElement, type Drawing, type EditElement, type Visited } from '../edit/element.ts'
import { formatColor } from '../values/color.ts'
import { formatNumber } from '../values/format-number.ts'
import { isSimilarity, multiply, type Matrix } from '../values/matrix.ts'
import { decimalsIn, matrixTo, shapeBoxOf } from './drawn.ts'
import { boxMatrix, circleUnder, type Gradient, type RadialCircle } from './gradient.ts'
import type { GradientUse } from './gradient-uses.ts'
import { outlineOf } from './outline.ts'
import { fillRuleOf, inherited, paintOf, share, strokeOf } from './paint.ts'
import { asPath, fillOnly, putPieces, strokeAsFill, strokeOnly } from './pieces.ts'
import {
  intersect,
  regionOf,
  RegionError,
  regionUnder,
  sizeOfRegion,
  subtract,
  type Region,
} from './region.ts'
import { colorAt, stopsOf, type Stop } from './stops.ts'
import { strokeOutline } from './stroke-outline.ts'

const MOST_BANDS = 64
/** Of 255: the step between two bands. */
const STEP = 4

interface Band {
  color: Stop
  /** Null for what lies beyond the outermost circle. */
  disc: RadialCircle | null
}

/** Where the discs go: what is filled, and how their circles lie in it. */
interface Canvas {
  drawing: Drawing
  use: GradientUse
  area: Region
  matrix: Matrix
}

/**
 * The pieces that paint the fill or the stroke of one shape with discs instead of the gradient.
 * @throws RegionError
 */
export function paintInBands(
  drawing: Drawing,
  use: GradientUse,
  gradient: Gradient,
  around: Visited,
): void {
  const { leaf, property } = use
  const { shape } = gradient
  const stops = stopsOf(gradient.stops.map((element) => ({ element, around: [around.element] })))
  if (shape.kind !== 'radial' || stops === null) throw new RegionError('its colours cannot be read')
  const distance = Math.hypot(shape.fx - shape.cx, shape.fy - shape.cy)
  if (distance > shape.r * 0.97 - shape.fr) throw new RegionError('its focus lies on the rim')
  const area = areaOf(use)
  const matrix = matrixOf(gradient, use)
  const pieces: EditElement[] = []
  const fill = paintOf(leaf, 'fill').kind !== 'none'
  const stroke = strokeOf(leaf) !== null
  const bands = (): EditElement[] =>
    bandElements({ drawing, use, area, matrix }, bandsOf(shape, stops))
  if (fill) pieces.push(...(property === 'fill' ? bands() : [fillOnly(leaf)]))
  if (stroke) pieces.push(...(property === 'stroke' ? bands() : [strokeOnly(leaf)]))
  putPieces(leaf, pieces)
}

function areaOf({ leaf, property }: GradientUse): Region {
  const outline = outlineOf(leaf.element)
  const stroke = strokeOf(leaf)
  if (outline === null || stroke === 'unknown' || stroke?.isFixed === true)
    throw new RegionError('it paints something other than a plain shape')
  if (property === 'fill') return regionOf(outline, fillRuleOf(leaf, 'fill-rule'))
  return regionOf(stroke === null ? [] : strokeOutline(outline, stroke), 'nonzero')
}

function matrixOf({ isInBox, matrix }: Gradient, { leaf }: GradientUse): Matrix {
  if (!isInBox) return matrix
  const box = shapeBoxOf(leaf, leaf.element)
  const outer = box === 'unknown' || box === null ? null : boxMatrix(box)
  if (outer === null) throw new RegionError('it paints something without a size')
  return multiply(outer, matrix)
}

/** From the outside in. */
function bandsOf(circle: RadialCircle, stops: readonly Stop[]): Band[] {
  const [first, last] = [stops[0], stops.at(-1)]
  if (first === undefined || last === undefined) return []
  const counts = stops.slice(1).map((stop, i) => stepsBetween(stops[i] ?? stop, stop))
  const total = counts.reduce((sum, each) => sum + each, 0)
  const thin = Math.max(1, total / MOST_BANDS)
  const bands: Band[] = [{ color: last, disc: null }]
  for (let i = stops.length - 1; i > 0; i--) {
    const [from, to] = [stops[i - 1], stops[i]]
    if (from === undefined || to === undefined || from.offset === to.offset) continue
    const count = Math.max(1, Math.round((counts[i - 1] ?? 1) / thin))
    for (let k = count; k > 0; k--) {
      const at = (step: number): number => from.offset + ((to.offset - from.offset) * step) / count
      const color = colorAt([from, to], at(k - 0.5))
      if (color !== null) bands.push({ color, disc: discAt(circle, at(k)) })
    }
  }
  bands.push({ color: first, disc: discAt(circle, first.offset) })
  return bands.filter(({ disc }) => disc === null || disc.r > 0)
}

function stepsBetween(one: Stop, other: Stop): number {
  const difference = Math.max(
    Math.abs(one.red - other.red),
    Math.abs(one.green - other.green),
    Math.abs(one.blue - other.blue),
    Math.abs(one.alpha - other.alpha) * 255,
  )
  return Math.max(1, Math.ceil(difference / STEP))
}

/** Between the point of focus and the rim, centre and radius go evenly. */
function discAt({ cx, cy, r, fx, fy, fr }: RadialCircle, t: number): RadialCircle {
  const [x, y] = [fx + (cx - fx) * t, fy + (cy - fy) * t]
  return { kind: 'radial', cx: x, cy: y, r: fr + (r - fr) * t, fx: x, fy: y, fr: 0 }
}

function bandElements(canvas: Canvas, bands: readonly Band[]): EditElement[] {
  const { use, area } = canvas
  const whole = share(inherited(use.leaf, `${use.property}-opacity`))
  const isOpaque = whole >= 0.999 && bands.every(({ color }) => color.alpha >= 0.999)
  const elements: EditElement[] = []
  for (const [i, { color, disc }] of bands.entries()) {
    const region = disc === null ? area : intersect(area, discRegion(disc, canvas.matrix))
    const next = bands[i + 1]?.disc ?? null
    // What shines through must not lie on top of another.
    const shown =
      isOpaque || next === null ? region : subtract(region, discRegion(next, canvas.matrix))
    if (sizeOfRegion(shown) <= 1e-9) continue
    // What the next one covers wholly would only show as a fringe along the rim.
    const above = next === null ? null : intersect(region, discRegion(next, canvas.matrix))
    if (isOpaque && above !== null && sizeOfRegion(above) >= sizeOfRegion(region) * 0.9999) continue
    const element =
      (isOpaque && disc !== null ? wholeDisc(canvas, disc, region) : null) ?? piece(canvas, shown)
    element.attributes.set(
      'fill',
      formatColor({
        red: Math.round(color.red),
        green: Math.round(color.green),
        blue: Math.round(color.blue),
      }),
    )
    element.attributes.delete('fill-opacity')
    if (!isOpaque) element.attributes.set('fill-opacity', formatNumber(color.alpha * whole, 4))
    elements.push(element)
  }
  return elements
}

function discRegion(disc: RadialCircle, matrix: Matrix): Region {
  const { cx, cy, r } = disc
  const circle = makeElement('circle', { cx: String(cx), cy: String(cy), r: String(r) })
  return regionUnder(regionOf(outlineOf(circle) ?? [], 'nonzero'), matrix)
}

/** Most discs lie wholly inside, and a circle is shorter than a path. */
function wholeDisc(
  { drawing, use, matrix }: Canvas,
  disc: RadialCircle,
  region: Region,
): EditElement | null {
  if (!isSimilarity(matrix)) return null
  const whole = sizeOfRegion(discRegion(disc, matrix))
  if (sizeOfRegion(region) < whole * (1 - 1e-4)) return null
  const { cx, cy, r } = circleUnder(disc, matrix)
  const decimals = decimalsIn(drawing, matrixTo(use.leaf, null))
  const write = (value: number): string => formatNumber(value, decimals)
  const element = fillOnly(use.leaf, asPath(use.leaf, [], decimals))
  for (const name of ['d', 'fill-rule']) element.attributes.delete(name)
  const geometry: [string, string][] = [
    ['cx', write(cx)],
    ['cy', write(cy)],
    ['r', write(r)],
  ]
  return { ...element, name: 'circle', attributes: new Map([...geometry, ...element.attributes]) }
}

function piece({ drawing, use }: Canvas, region: Region): EditElement {
  const decimals = decimalsIn(drawing, matrixTo(use.leaf, null))
  const element =
    use.property === 'stroke'
      ? strokeAsFill(use.leaf, region.segments, decimals)
      : fillOnly(use.leaf, asPath(use.leaf, region.segments, decimals))
  if (use.property === 'fill') element.attributes.delete('fill-rule')
  return element
}
