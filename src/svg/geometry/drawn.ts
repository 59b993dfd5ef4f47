/** What of a drawing is drawn, where it stands, and how much room it takes. */
import { elementsOf, type Drawing, type EditElement, type Visited } from '../edit/element.ts'
import { parseAspect, share as partBefore } from '../edit/viewport.ts'
import type { Segment } from '../values/path.ts'
import { IDENTITY, multiply, type Matrix } from '../values/matrix.ts'
import { parseTransform } from '../values/transform.ts'
import { parseViewBox } from '../values/view-box.ts'
import { boxOfViewBox, boxUnder, extentOf, grow, joinBoxes, type Box } from './box.ts'
import { boundsOf, transformed } from './cubic.ts'
import { lengthOf, outlineOf, SHAPES } from './outline.ts'
import { inherited, own, paintOf, strokeOf, type Stroke } from './paint.ts'

const CONTAINERS = new Set(['g', 'a', 'svg', 'clipPath', 'mask', 'marker', 'pattern'])
const UNDRAWN = new Set(
  (
    'defs clipPath mask marker pattern symbol linearGradient radialGradient solidColor filter stop title desc ' +
    'metadata style script cursor view font font-face glyph animate animateTransform animateMotion set'
  ).split(' '),
)

export interface Leaf extends Visited {
  /** `other`: takes up a room that is not known. */
  kind: 'shape' | 'text' | 'other'
}

/** The elements below (or the one itself) that paint something, in the order of painting. */
export function leavesOf({ element, around }: Visited): Leaf[] {
  if (own(element, 'display') === 'none') return []
  if (!element.isSvg) return []
  if (SHAPES.has(element.name)) {
    const isHidden = inherited({ element, around }, 'visibility') !== 'visible'
    return isHidden ? [] : [{ element, around, kind: 'shape' }]
  }
  const isNested = element.name === 'svg' && around.length > 0
  if (!CONTAINERS.has(element.name) || isNested)
    return [{ element, around, kind: element.name === 'text' ? 'text' : 'other' }]
  return elementsOf(element)
    .filter((child) => !UNDRAWN.has(child.name))
    .flatMap((child) => leavesOf({ element: child, around: [element, ...around] }))
}

/** Is it painted where it stands: not a definition, nor in a clip path? */
export function isDrawable({ element, around }: Visited): boolean {
  return !UNDRAWN.has(element.name) && !around.some(({ name }) => name === 'clipPath')
}

export function transformOf(element: EditElement): Matrix {
  const value = element.attributes.get('transform')
  return value === undefined ? IDENTITY : parseTransform(value).matrix
}

/** From the user space of the element (its own transform counted in) to that inside `outer`, or of the root. */
export function matrixTo({ element, around }: Visited, outer: EditElement | null): Matrix {
  if (element === outer) return IDENTITY
  let matrix = transformOf(element)
  for (const each of around) {
    if (each === outer) break
    if (each.name !== 'svg') matrix = multiply(transformOf(each), matrix)
  }
  return matrix
}

/** The number that the matrix makes of a length of 1, at the most. */
export function scaleOf([a, b, c, d]: Matrix): number {
  return Math.max(Math.hypot(a, b), Math.hypot(c, d))
}

/** What of the root's user space can be seen at all, or more; null when nobody knows. */
export function visibleBox({ root }: Drawing): Box | null {
  const width = lengthOf(root, 'width', 0) ?? 0
  const height = lengthOf(root, 'height', 0) ?? 0
  const { viewBox } = parseViewBox(root.attributes.get('viewBox') ?? '')
  if (viewBox === null)
    return width > 0 && height > 0 ? { left: 0, top: 0, right: width, bottom: height } : null
  const box = boxOfViewBox(viewBox)
  const { align, isSlice } = parseAspect(root.attributes.get('preserveAspectRatio'))
  if (width <= 0 || height <= 0 || align === 'none' || isSlice) return box
  const scale = Math.min(width / viewBox.width, height / viewBox.height)
  const left = box.left - (width / scale - viewBox.width) * partBefore(align.slice(1, 4))
  const top = box.top - (height / scale - viewBox.height) * partBefore(align.slice(5, 8))
  return { left, top, right: left + width / scale, bottom: top + height / scale }
}

/** So many decimals as nobody sees the rest of, in the user space that the matrix takes to the root's. */
export function decimalsIn(drawing: Drawing, matrix: Matrix): number {
  const box = visibleBox(drawing)
  const extent = (box === null ? 100 : extentOf(box)) / Math.max(scaleOf(matrix), 1e-9)
  return Math.min(9, Math.max(0, Math.ceil(Math.log10(60_000 / extent))))
}

/** How far the stroke can reach beyond the outline. */
export function reachOf({ width, cap, join, miterLimit }: Stroke): number {
  const factor = Math.max(join === 'miter' ? miterLimit : 1, cap === 'square' ? Math.SQRT2 : 1)
  return (width / 2) * factor
}

/** Of the fill alone, in the user space that `matrix` leads to: what `objectBoundingBox` means. Null when unknown. */
export function shapeBox(leaf: Leaf, matrix: Matrix): Box | null | 'unknown' {
  const outline = leaf.kind === 'shape' ? outlineOf(leaf.element) : null
  return outline === null ? 'unknown' : boundsOf(transformed(outline, matrix))
}

/** Of everything that is painted; `unknown` for text and for what is no shape; null for nothing. */
export function paintedBox(leaf: Leaf, matrix: Matrix): Box | null | 'unknown' {
  if (leaf.kind === 'text') return textBox(leaf, matrix) ?? 'unknown'
  const outline = leaf.kind === 'shape' ? outlineOf(leaf.element) : null
  const stroke = strokeOf(leaf)
  if (outline === null || stroke === 'unknown') return 'unknown'
  return boxWithStroke(outline, stroke, matrix, paintOf(leaf, 'fill').kind !== 'none')
}

function boxWithStroke(
  outline: readonly Segment[],
  stroke: Stroke | null,
  matrix: Matrix,
  isFilled: boolean,
): Box | null | 'unknown' {
  const bounds = boundsOf(outline)
  if (bounds === null || (stroke === null && !isFilled)) return null
  if (stroke === null) return boundsOf(transformed(outline, matrix))
  if (stroke.isFixed) return 'unknown'
  return boxUnder(grow(bounds, reachOf(stroke)), matrix)
}

/** Generous: nobody knows the font. Null where the text is placed in pieces. */
function textBox({ element, around }: Leaf, matrix: Matrix): Box | null {
  const size = Number.parseFloat(inherited({ element, around }, 'font-size'))
  const [x, y] = [lengthOf(element, 'x', 0), lengthOf(element, 'y', 0)]
  const isSimple = elementsOf(element).length === 0 && Number.isFinite(size)
  if (!isSimple || x === null || y === null) return null
  const characters = element.children.map((child) => (child.kind === 'text' ? child.text : ''))
  const length = characters.join('').trim().length * size * 1.3
  const anchor = inherited({ element, around }, 'text-anchor')
  const left = anchor === 'end' ? x - length : anchor === 'middle' ? x - length / 2 : x - size
  const box = { left, right: left + length + size, top: y - size * 1.3, bottom: y + size * 0.6 }
  return boxUnder(box, matrix)
}

/** Around all that an element paints, in the user space inside `outer`. */
export function paintedBoxOf(visited: Visited, outer: EditElement | null): Box | null | 'unknown' {
  return boxOfAll(visited, outer, paintedBox)
}

/** As `objectBoundingBox` means it. */
export function shapeBoxOf(visited: Visited, outer: EditElement | null): Box | null | 'unknown' {
  return boxOfAll(visited, outer, shapeBox)
}

function boxOfAll(
  visited: Visited,
  outer: EditElement | null,
  measure: (leaf: Leaf, matrix: Matrix) => Box | null | 'unknown',
): Box | null | 'unknown' {
  const boxes: (Box | null)[] = []
  for (const leaf of leavesOf(visited)) {
    const box = measure(leaf, matrixTo(leaf, outer))
    if (box === 'unknown') return 'unknown'
    boxes.push(box)
  }
  return joinBoxes(boxes)
}
