import {
  everyElement,
  makeElement,
  replaceChild,
  type Drawing,
  type EditElement,
  type Visited,
} from '../edit/element.ts'
import { boxUnder, holds, type Box } from '../geometry/box.ts'
import { leavesOf, paintedBoxOf, type Leaf } from '../geometry/drawn.ts'
import { lengthOf, outlineOf, rectanglePath } from '../geometry/outline.ts'
import { own, strokeOf } from '../geometry/paint.ts'
import { elementsById, targetOf } from '../geometry/references.ts'
import { clipTo, transplant } from '../geometry/transplant.ts'
import { verticesOf, type Vertex } from '../geometry/vertices.ts'
import { invert, multiply, scaling, translation, type Matrix } from '../values/matrix.ts'
import { parseTransform } from '../values/transform.ts'
import { parseViewBox } from '../values/view-box.ts'
import type { Change, Fix, Obstacle } from './fix.ts'

/** The clip paths made so far, by the marker that they cut. */
type Clips = Map<EditElement, string>

const PLACES = ['marker-start', 'marker-mid', 'marker-end'] as const
const MARKED = new Set(['path', 'line', 'polyline', 'polygon'])
const MOST = 400

/** SVG 1.1 section 11.6: drawn at the corners of a line. SVG Tiny has none, so they are drawn as shapes. */
export const markers: Fix = {
  id: 'markers',
  title: 'Draw markers as shapes',
  loss: 'lossless',
  apply(drawing) {
    const { root } = drawing
    const said = everyElement(root).filter(({ element }) =>
      ['marker', ...PLACES].some((name) => element.attributes.has(name)),
    )
    if (said.length === 0) return { changes: [] }
    const changes: Change[] = []
    const obstacles: Obstacle[] = []
    const byId = elementsById(root)
    const clips: Clips = new Map()
    let count = 0
    for (const leaf of leavesOf({ element: root, around: [] })) {
      const drawn = MARKED.has(leaf.element.name) ? markersOf(drawing, leaf, byId, clips) : []
      count += drawn?.length ?? 0
      if (drawn === null || count > MOST) obstacles.push(obstacle(leaf))
      else if (drawn.length > 0) {
        putBehind(leaf, drawn)
        const what = `Draw the markers of \`${leaf.element.name}\` as shapes`
        changes.push({ what, origin: leaf.element.origin })
      }
    }
    if (obstacles.length > 0) return { changes: [], obstacles }
    for (const { element } of said)
      for (const name of ['marker', ...PLACES])
        if (element.attributes.delete(name))
          changes.push({
            what: `Take away \`${name}\` from \`${element.name}\``,
            origin: element.origin,
          })
    return { changes }
  },
}

function obstacle({ element }: Leaf): Obstacle {
  return {
    element: element.name,
    why: 'Its markers cannot be drawn as shapes',
    advice: 'Expand the arrowheads in your drawing program, and export again.',
    origin: element.origin,
  }
}

/** After the shape itself; inside what fades, cuts or moves the shape as a whole. */
function putBehind({ element, around }: Leaf, drawn: readonly EditElement[]): void {
  const [parent] = around
  if (parent === undefined) return
  const group = makeElement('g')
  for (const name of ['transform', 'opacity', 'clip-path', 'mask', 'filter', 'mix-blend-mode']) {
    const value = element.attributes.get(name)
    if (value === undefined) continue
    group.attributes.set(name, value)
    element.attributes.delete(name)
  }
  const all = [element, ...drawn]
  if (group.attributes.size === 0) replaceChild(parent, element, all)
  else replaceChild(parent, element, [{ ...group, children: all }])
}

/** Null when one of them cannot be drawn. */
function markersOf(
  drawing: Drawing,
  leaf: Leaf,
  byId: ReadonlyMap<string, Visited>,
  clips: Clips,
): EditElement[] | null {
  const outline = outlineOf(leaf.element)
  const wanted = PLACES.map((name) => valueOf(leaf, name))
  const targets = wanted.map((value) => targetOf(value, 'marker', byId))
  if (targets.every((target) => target === null)) return []
  const stroke = strokeOf({ ...leaf, element: { ...leaf.element, attributes: withStroke(leaf) } })
  if (outline === null || stroke === 'unknown') return null
  const vertices = verticesOf(outline)
  if (vertices.length > MOST) return null
  const drawn: EditElement[] = []
  for (const vertex of placesOf(vertices)) {
    const marker = targets[['start', 'mid', 'end'].indexOf(vertex.place)]
    if (marker === null || marker === undefined) continue
    const one = markerAt(drawing, marker, vertex, leaf, stroke?.width ?? 0, clips)
    if (one === null) return null
    drawn.push(...one)
  }
  return drawn
}

/** The width counts even where no stroke is painted. */
function withStroke({ element }: Leaf): Map<string, string> {
  return new Map([...element.attributes, ['stroke', 'black']])
}

/** A single corner is both the start and the end. */
function placesOf(vertices: readonly Vertex[]): Vertex[] {
  const [only] = vertices
  return vertices.length === 1 && only !== undefined
    ? [only, { ...only, place: 'end' }]
    : [...vertices]
}

function valueOf({ element, around }: Leaf, name: string): string | null {
  for (const each of [element, ...around]) {
    const value = own(each, name) ?? own(each, 'marker')
    if (value !== null && value !== 'inherit') return value
  }
  return null
}

function markerAt(
  drawing: Drawing,
  marker: Visited,
  vertex: Vertex,
  leaf: Leaf,
  strokeWidth: number,
  clips: Clips,
): EditElement[] | null {
  const { element } = marker
  const numbers = ['refX', 'refY'].map((name) => lengthOf(element, name, 0))
  const [refX, refY] = numbers
  const [width, height] = [
    lengthOf(element, 'markerWidth', 3),
    lengthOf(element, 'markerHeight', 3),
  ]
  if (refX === null || refY === null || width === null || height === null) return null
  if (refX === undefined || refY === undefined || hasContext(marker)) return null
  if (width <= 0 || height <= 0) return []
  const scale = own(element, 'markerUnits') === 'userSpaceOnUse' ? 1 : strokeWidth
  if (scale === 0) return []
  const frame = frameOf(element, width, height)
  if (frame === null) return null
  const turn = parseTransform(`rotate(${angleOf(element, vertex)})`).matrix
  const matrix = [
    translation(vertex.x, vertex.y),
    turn,
    scaling(scale, scale),
    frame.matrix,
    translation(-refX, -refY),
  ].reduce(multiply)
  const content = transplant(marker, leaf.around, matrix)
  if (isCut(marker, frame.box)) {
    const clip = clips.get(element) ?? clipOf(drawing, frame.box)
    clips.set(element, clip)
    content.attributes.set('clip-path', clip)
  }
  return [content]
}

/** `context-fill` takes colours from the line. */
function hasContext({ element }: Visited): boolean {
  return everyElement(element).some(({ element: each }) =>
    [...each.attributes.values()].some((value) => value.startsWith('context-')),
  )
}

function angleOf(element: EditElement, { angle, place }: Vertex): number {
  const orient = own(element, 'orient') ?? '0'
  if (orient === 'auto') return angle
  if (orient === 'auto-start-reverse') return place === 'start' ? angle + 180 : angle
  const value = Number.parseFloat(orient)
  const factor = orient.endsWith('grad')
    ? 0.9
    : orient.endsWith('turn')
      ? 360
      : orient.endsWith('rad')
        ? 180 / Math.PI
        : 1
  return Number.isFinite(value) ? value * factor : 0
}

/** From the units of the content to those of the marker; and what of the content is shown. */
function frameOf(
  element: EditElement,
  width: number,
  height: number,
): { matrix: Matrix; box: Box } | null {
  const value = element.attributes.get('viewBox')
  if (value === undefined)
    return { matrix: [1, 0, 0, 1, 0, 0], box: { left: 0, top: 0, right: width, bottom: height } }
  const { viewBox } = parseViewBox(value)
  if (viewBox === null) return null
  const isFree = own(element, 'preserveAspectRatio')?.startsWith('none') === true
  const [x, y] = [width / viewBox.width, height / viewBox.height]
  const least = Math.min(x, y)
  const matrix = isFree ? scaling(x, y) : scaling(least, least)
  const back = invert(matrix) ?? matrix
  const shown = boxUnder({ left: 0, top: 0, right: width, bottom: height }, back)
  return {
    matrix,
    box: {
      left: viewBox.x - (shown.right - viewBox.width) / 2,
      top: viewBox.y - (shown.bottom - viewBox.height) / 2,
      right: viewBox.x + viewBox.width + (shown.right - viewBox.width) / 2,
      bottom: viewBox.y + viewBox.height + (shown.bottom - viewBox.height) / 2,
    },
  }
}

/** `overflow` is hidden unless it is said to be visible. */
function isCut(marker: Visited, box: Box): boolean {
  const overflow = own(marker.element, 'overflow') ?? 'hidden'
  if (overflow === 'visible' || overflow === 'auto') return false
  const painted = paintedBoxOf(marker, marker.element)
  return painted === 'unknown' || (painted !== null && !holds(box, painted, 1e-3))
}

function clipOf(drawing: Drawing, { left, top, right, bottom }: Box): string {
  return clipTo(drawing, rectanglePath(left, top, right - left, bottom - top), 'nonzero')
}
