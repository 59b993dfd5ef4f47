import {
  elementsOf,
  makeElement,
  type Drawing,
  type EditElement,
  type Visited,
} from '../edit/element.ts'
import { boxUnder, holds, type Box } from '../geometry/box.ts'
import { leavesOf, paintedBoxOf, shapeBoxOf } from '../geometry/drawn.ts'
import { gradientUses, pushPaintDown, type GradientUse } from '../geometry/gradient-uses.ts'
import { lengthOf, outlineOf, rectanglePath } from '../geometry/outline.ts'
import { boundsOf } from '../geometry/cubic.ts'
import { fillRuleOf, inherited, own, paintOf, strokeOf } from '../geometry/paint.ts'
import { fillOnly, putPieces, strokeOnly } from '../geometry/pieces.ts'
import { elementsById, hrefOf } from '../geometry/references.ts'
import { strokeOutline } from '../geometry/stroke-outline.ts'
import { clipTo, transplant } from '../geometry/transplant.ts'
import { IDENTITY, invert, multiply, scaling, translation, type Matrix } from '../values/matrix.ts'
import type { Segment } from '../values/path.ts'
import { parseTransform } from '../values/transform.ts'
import { parseViewBox } from '../values/view-box.ts'
import type { Change, Fix, Obstacle } from './fix.ts'

/** Beyond this a pattern is a texture, and no logo. */
const MOST_SHAPES = 400

/** SVG 1.1 section 13.3. SVG Tiny has no patterns, so their tiles are drawn one by one, and cut to the shape. */
export const patterns: Fix = {
  id: 'patterns',
  title: 'Draw patterns tile by tile',
  loss: 'measured',
  apply(drawing) {
    const { root } = drawing
    const byId = elementsById(root)
    const ids = new Set(
      [...byId].filter(([, { element }]) => element.name === 'pattern').map(([id]) => id),
    )
    if (ids.size === 0) return { changes: [] }
    pushPaintDown(root, ids)
    const changes: Change[] = []
    const obstacles: Obstacle[] = []
    for (const [id, uses] of gradientUses(root)) {
      const pattern = ids.has(id) ? byId.get(id) : undefined
      if (pattern === undefined) continue
      for (const use of uses) {
        const { element } = use.leaf
        const why = paintTiles(drawing, use, inheriting(pattern, byId))
        if (why === null)
          changes.push({
            what: `Draw the pattern of \`${element.name}\` tile by tile`,
            origin: element.origin,
          })
        else
          obstacles.push({
            element: element.name,
            why: `Its pattern cannot be drawn tile by tile: ${why}`,
            advice: 'Use a plain colour, or draw the pattern as shapes.',
            origin: element.origin,
          })
      }
    }
    return { changes, obstacles }
  },
}

/** Attributes and content that it takes from others. */
function inheriting(pattern: Visited, byId: ReadonlyMap<string, Visited>): Visited {
  const seen = new Set<EditElement>()
  let attributes = new Map(pattern.element.attributes)
  let content = pattern
  for (let next: Visited | undefined = pattern; next !== undefined && !seen.has(next.element);) {
    seen.add(next.element)
    attributes = new Map([...next.element.attributes, ...attributes])
    if (elementsOf(content.element).length === 0) content = next
    next = byId.get((hrefOf(next.element) ?? '').replace(/^#/, ''))
    if (next?.element.name !== 'pattern') break
  }
  return { element: { ...content.element, attributes }, around: content.around }
}

/** Null when it is done. */
function paintTiles(
  drawing: Drawing,
  { leaf, property }: GradientUse,
  pattern: Visited,
): string | null {
  const outline = outlineOf(leaf.element)
  const stroke = strokeOf(leaf)
  const box = shapeBoxOf(leaf, leaf.element)
  if (outline === null || box === 'unknown' || stroke === 'unknown' || stroke?.isFixed === true)
    return 'it paints something other than a plain shape'
  if (leavesOf(pattern).some(({ kind }) => kind === 'other'))
    return 'there is more than shapes in it'
  const path: readonly Segment[] =
    property === 'fill' ? outline : stroke === null ? [] : strokeOutline(outline, stroke)
  const area = boundsOf(path)
  const tiles = box === null || area === null ? [] : tilesOf(drawing, pattern, box, area, leaf)
  if (!Array.isArray(tiles)) return tiles
  const rule = property === 'fill' ? fillRuleOf(leaf, 'fill-rule') : 'nonzero'
  const group = makeElement('g', {}, tiles)
  const opacity = inherited(leaf, `${property}-opacity`)
  if (opacity !== '1') group.attributes.set('opacity', opacity)
  if (tiles.length > 0) group.attributes.set('clip-path', clipTo(drawing, path, rule))
  const both = paintOf(leaf, 'fill').kind !== 'none' && stroke !== null
  if (property === 'fill') putPieces(leaf, both ? [group, strokeOnly(leaf)] : [group])
  else putPieces(leaf, both ? [fillOnly(leaf), group] : [group])
  return null
}

/** The tiles that the area sees; or why not. */
function tilesOf(
  drawing: Drawing,
  pattern: Visited,
  box: Box,
  area: Box,
  place: Visited,
): EditElement[] | string {
  const { element } = pattern
  const tile = tileOf(element, box)
  const outer = parseTransform(element.attributes.get('patternTransform') ?? '').matrix
  const back = invert(outer)
  if (tile === null || back === null) return 'its numbers cannot be read'
  if (tile.width <= 0 || tile.height <= 0) return []
  const seen = boxUnder(area, back)
  const [left, right] = [
    Math.floor((seen.left - tile.x) / tile.width + 1e-6),
    Math.ceil((seen.right - tile.x) / tile.width - 1e-6),
  ]
  const [top, bottom] = [
    Math.floor((seen.top - tile.y) / tile.height + 1e-6),
    Math.ceil((seen.bottom - tile.y) / tile.height - 1e-6),
  ]
  const shapes = leavesOf(pattern).length
  if ((right - left) * (bottom - top) * shapes > MOST_SHAPES) return 'it has too many tiles'
  const clip = clipOf(drawing, pattern, tile)
  const tiles: EditElement[] = []
  for (let row = top; row < bottom; row++)
    for (let column = left; column < right; column++) {
      const at = translation(tile.x + column * tile.width, tile.y + row * tile.height)
      const matrix = [outer, at, tile.content].reduce(multiply)
      const one = transplant(pattern, place.around, matrix)
      if (clip !== null) one.attributes.set('clip-path', clip)
      tiles.push(one)
    }
  return tiles
}

interface Tile {
  x: number
  y: number
  width: number
  height: number
  /** From the units of the content to those of the tile. */
  content: Matrix
}

function tileOf(element: EditElement, box: Box): Tile | null {
  const isInBox = own(element, 'patternUnits') !== 'userSpaceOnUse'
  const [wide, high] = [box.right - box.left, box.bottom - box.top]
  const part = (name: string, whole: number): number | null => {
    const value = own(element, name)
    if (isInBox && value?.endsWith('%') === true) return (Number.parseFloat(value) / 100) * whole
    const length = lengthOf(element, name, 0)
    return length === null ? null : isInBox ? length * whole : length
  }
  const [x, y] = [part('x', wide), part('y', high)]
  const [width, height] = [part('width', wide), part('height', high)]
  if (x === null || y === null || width === null || height === null) return null
  const content = contentMatrix(element, width, height, wide, high)
  if (content === null) return null
  return isInBox
    ? { x: box.left + x, y: box.top + y, width, height, content }
    : { x, y, width, height, content }
}

/** A view box counts for more than `patternContentUnits`. */
function contentMatrix(
  element: EditElement,
  width: number,
  height: number,
  wide: number,
  high: number,
): Matrix | null {
  const value = element.attributes.get('viewBox')
  if (value === undefined)
    return own(element, 'patternContentUnits') === 'objectBoundingBox'
      ? scaling(wide, high)
      : IDENTITY
  const { viewBox } = parseViewBox(value)
  if (viewBox === null) return null
  const [sx, sy] = [width / viewBox.width, height / viewBox.height]
  const back = translation(-viewBox.x, -viewBox.y)
  if (own(element, 'preserveAspectRatio')?.startsWith('none') === true)
    return multiply(scaling(sx, sy), back)
  const least = Math.min(sx, sy)
  const middle = translation(
    (width - viewBox.width * least) / 2,
    (height - viewBox.height * least) / 2,
  )
  return [middle, scaling(least, least), back].reduce(multiply)
}

/** A tile shows nothing beyond its edges. */
function clipOf(
  drawing: Drawing,
  pattern: Visited,
  { width, height, content }: Tile,
): string | null {
  if (own(pattern.element, 'overflow') === 'visible') return null
  const back = invert(content)
  if (back === null) return null
  const frame = boxUnder({ left: 0, top: 0, right: width, bottom: height }, back)
  const painted = paintedBoxOf(pattern, pattern.element)
  if (painted !== 'unknown' && (painted === null || holds(frame, painted, 1e-3))) return null
  const outline = rectanglePath(
    frame.left,
    frame.top,
    frame.right - frame.left,
    frame.bottom - frame.top,
  )
  return clipTo(drawing, outline, 'nonzero')
}
