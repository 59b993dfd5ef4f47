/** A drawn shape taken apart into its fill and its stroke, and put back in other forms. */
import {
  cloneElement,
  makeElement,
  replaceChild,
  type EditElement,
  type Visited,
} from '../edit/element.ts'
import { formatMatrix, isIdentity, multiply } from '../values/matrix.ts'
import { formatPath, type Segment } from '../values/path.ts'
import { transformOf } from './drawn.ts'
import { inherited, own } from './paint.ts'

const GEOMETRY = 'd pathLength x y width height rx ry cx cy r x1 y1 x2 y2 points'.split(' ')
const STROKE_ONLY = [
  'stroke-opacity',
  'stroke-width',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-miterlimit',
  'stroke-dasharray',
  'stroke-dashoffset',
  'vector-effect',
]
/** What belongs to the shape as a whole, not to its fill or its stroke. */
const WHOLE = [
  'id',
  'class',
  'transform',
  'opacity',
  'clip-path',
  'mask',
  'filter',
  'mix-blend-mode',
  'isolation',
]
/** What is measured in the user space of the shape, its own transform counted in. */
const BOUND = ['clip-path', 'mask', 'filter']

function copyOf({ element }: Visited): EditElement {
  const copy = cloneElement(element)
  for (const name of WHOLE) copy.attributes.delete(name)
  return copy
}

/** The shape as a path, painted as it was. */
export function asPath(leaf: Visited, segments: readonly Segment[], decimals: number): EditElement {
  const copy = copyOf(leaf)
  for (const name of GEOMETRY) copy.attributes.delete(name)
  const attributes = new Map([...copy.attributes, ['d', formatPath(segments, decimals)]])
  return { ...copy, name: 'path', attributes, children: [] }
}

/** The shape without its stroke. */
export function fillOnly(leaf: Visited, piece: EditElement = copyOf(leaf)): EditElement {
  for (const name of STROKE_ONLY) piece.attributes.delete(name)
  piece.attributes.delete('stroke')
  const [parent, ...around] = leaf.around
  const above = parent === undefined ? 'none' : inherited({ element: parent, around }, 'stroke')
  if (above !== 'none') piece.attributes.set('stroke', 'none')
  return piece
}

/** The shape without its fill. */
export function strokeOnly(leaf: Visited): EditElement {
  const piece = copyOf(leaf)
  for (const name of ['fill-opacity', 'fill-rule']) piece.attributes.delete(name)
  piece.attributes.set('fill', 'none')
  return piece
}

/** The area of the stroke, filled with what the stroke was painted with. */
export function strokeAsFill(
  leaf: Visited,
  segments: readonly Segment[],
  decimals: number,
): EditElement {
  const paint = inherited(leaf, 'stroke')
  const opacity = inherited(leaf, 'stroke-opacity')
  const fillOpacity = inherited(leaf, 'fill-opacity')
  const piece = fillOnly(leaf, asPath(leaf, segments, decimals))
  piece.attributes.set('fill', paint)
  piece.attributes.delete('fill-opacity')
  if (opacity !== '1' || fillOpacity !== '1') piece.attributes.set('fill-opacity', opacity)
  if (inherited(leaf, 'fill-rule') !== 'nonzero') piece.attributes.set('fill-rule', 'nonzero')
  return piece
}

/** Puts pieces in the place of a shape; they stand in its user space. */
export function putPieces({ element, around }: Visited, pieces: readonly EditElement[]): void {
  const [parent] = around
  if (parent !== undefined) replaceChild(parent, element, arranged(element, pieces))
}

function arranged(element: EditElement, pieces: readonly EditElement[]): EditElement[] {
  const [first] = pieces
  if (first === undefined) return []
  const isBound = BOUND.some((name) => own(element, name) !== null)
  const whole = new Map([...element.attributes].filter(([name]) => WHOLE.includes(name)))
  if (pieces.length === 1 && (!isBound || !first.attributes.has('transform'))) {
    const matrix = multiply(transformOf(element), transformOf(first))
    const attributes = new Map([...whole, ...first.attributes])
    attributes.delete('transform')
    if (!isIdentity(matrix)) attributes.set('transform', formatMatrix(matrix))
    return [{ ...first, attributes, origin: element.origin }]
  }
  if (whole.size === 0) return [...pieces]
  const group = makeElement('g', {}, [...pieces])
  return [{ ...group, attributes: whole, origin: element.origin }]
}
