/** A gradient that is given in parts of a shape's box must not move when the shape is cut. */
import { cloneElement, replaceChild, type Drawing, type Visited } from '../edit/element.ts'
import { formatMatrix, multiply } from '../values/matrix.ts'
import { shapeBoxOf, visibleBox } from './drawn.ts'
import { boxMatrix, isGradient, lineUnder, readGradient, writeGradient } from './gradient.ts'
import { linkOf, own, paintOf } from './paint.ts'
import { elementsById, freshId } from './references.ts'
import { RegionError } from './region.ts'
import { decimalsIn, matrixTo } from './drawn.ts'

/**
 * `try` finds out whether it can be done, and changes nothing.
 * @throws RegionError where the paint cannot be kept in its place
 */
export function fixPaint(drawing: Drawing, leaf: Visited, mode: 'try' | 'do'): void {
  for (const property of ['fill', 'stroke'] as const) {
    const paint = paintOf(leaf, property)
    if (paint.kind === 'unknown') throw new RegionError(`its ${property} cannot be read`)
    if (paint.kind !== 'link') continue
    const target = elementsById(drawing.root).get(paint.link.id)
    if (target === undefined) continue
    if (!isGradient(target.element)) {
      if (target.element.name === 'pattern') throw new RegionError('it is painted with a pattern')
      continue
    }
    const gradient = readGradient(target.element, visibleBox(drawing))
    if (gradient === null) throw new RegionError('its gradient cannot be read')
    if (gradient.isInBox) fixOne(drawing, leaf, property, target, mode)
  }
}

function fixOne(
  drawing: Drawing,
  leaf: Visited,
  property: 'fill' | 'stroke',
  target: Visited,
  mode: 'try' | 'do',
): void {
  const box = shapeBoxOf(leaf, leaf.element)
  if (box === 'unknown') throw new RegionError('its size is not known')
  const gradient = readGradient(target.element, visibleBox(drawing))
  if (mode === 'try' || gradient === null) return
  const { attributes } = leaf.element
  const outer = box === null ? null : boxMatrix(box)
  const [parent] = target.around
  if (outer === null || parent === undefined) {
    const otherwise = linkOf(own(leaf.element, property) ?? '')?.otherwise
    attributes.set(property, otherwise === undefined || otherwise === '' ? 'none' : otherwise)
    return
  }
  const copy = cloneElement(target.element)
  const id = freshId(drawing.root, target.element.attributes.get('id') ?? 'a')
  const matrix = multiply(outer, gradient.matrix)
  const { shape } = gradient
  const decimals = decimalsIn(drawing, matrixTo(leaf, null)) + 1
  if (shape.kind === 'linear')
    writeGradient(copy, { ...gradient, isInBox: false, shape: lineUnder(shape, matrix) }, decimals)
  else {
    writeGradient(copy, { ...gradient, isInBox: false }, 9)
    copy.attributes.set('gradientTransform', formatMatrix(matrix))
  }
  copy.attributes.set('id', id)
  attributes.set(property, `url(#${id})`)
  replaceChild(parent, target.element, [target.element, copy])
}
