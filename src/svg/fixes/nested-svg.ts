import { everyElement, makeElement, type EditElement, type Visited } from '../edit/element.ts'
import { inUserUnits, plainLengths } from '../edit/lengths.ts'
import { definitionsOf, elementsById, freshId } from '../edit/references.ts'
import {
  fontSizeOf,
  parseAspect,
  viewBoxMatrix,
  viewBoxOf,
  viewportOf,
  type Viewport,
} from '../edit/viewport.ts'
import { formatNumber } from '../values/format-number.ts'
import { formatMatrix, isIdentity, multiply, translation, type Matrix } from '../values/matrix.ts'
import type { Change, Fix, Obstacle } from './fix.ts'

/** An `svg` within is a group with its own units, and a frame that cuts off (SVG 1.1 section 5.1). */
export const nestedSvg: Fix = {
  id: 'nested-svg',
  title: 'Turn inner `svg` elements into groups',
  loss: 'lossless',
  apply({ root }) {
    const changes: Change[] = []
    const obstacles: Obstacle[] = []
    const place: ClipPlace = { root, taken: new Set(elementsById(root).keys()), defs: null }
    const viewports = new Map<EditElement, Viewport | null>([[root, viewportOf(root)]])
    for (const visited of everyElement(root)) {
      const { element, around } = visited
      if (around.length === 0 || !element.isSvg || element.name !== 'svg') continue
      const outer = around.find((each) => viewports.has(each))
      const frame = frameOf(visited, (outer && viewports.get(outer)) ?? null)
      if (frame === null) {
        viewports.set(element, viewportOf(element))
        obstacles.push(unknownSize(element))
        continue
      }
      const inner = viewBoxOf(element) ?? frame
      viewports.set(element, inner)
      plainLengths(ownOf(element), root, inner)
      regroup(element, frame, place)
      changes.push({ what: 'Turn an inner `svg` into a group', origin: element.origin })
    }
    return { changes, obstacles }
  },
}

interface Frame extends Viewport {
  x: number
  y: number
}

function frameOf(visited: Visited, outer: Viewport | null): Frame | null {
  const { attributes } = visited.element
  const read = (name: string, axis: 'x' | 'y', missing: string): number | null => {
    const written = attributes.get(name)?.trim() ?? missing
    const value = written === 'auto' ? missing : written
    return inUserUnits(value, axis, outer, () => fontSizeOf(visited))
  }
  const [x, y] = [read('x', 'x', '0'), read('y', 'y', '0')]
  const [width, height] = [read('width', 'x', '100%'), read('height', 'y', '100%')]
  if (x === null || y === null || width === null || height === null) return null
  return { x, y, width: Math.max(width, 0), height: Math.max(height, 0) }
}

/** What stands in it, but not in an `svg` further within. */
function ownOf(element: EditElement): Visited[] {
  return everyElement(element).filter(
    ({ element: each, around }) =>
      each !== element && around.every((outer) => outer === element || outer.name !== 'svg'),
  )
}

const FRAME_ONLY =
  'x y width height viewBox preserveAspectRatio overflow clip version baseProfile zoomAndPan contentScriptType contentStyleType'.split(
    ' ',
  )
/** They look at the units around them, so nothing may come between. */
const PLACED = ['clip-path', 'mask', 'filter', 'transform', 'opacity']

function regroup(element: EditElement, frame: Frame, place: ClipPlace): void {
  const { attributes } = element
  const viewBox = viewBoxOf(element)
  const isVisible = /^(?:visible|auto)$/.test(attributes.get('overflow')?.trim() ?? '')
  const aspect = parseAspect(attributes.get('preserveAspectRatio'))
  for (const name of FRAME_ONLY) attributes.delete(name)
  element.name = 'g'
  if (frame.width === 0 || frame.height === 0) {
    element.children = []
    return
  }
  const laid = viewBox === null ? translation(0, 0) : viewBoxMatrix(viewBox, frame, aspect)
  const matrix = multiply(translation(frame.x, frame.y), laid)
  const isPlaced = PLACED.some((name) => attributes.has(name))
  const clip = isVisible ? null : clipFor(frame, place)
  if (clip === null) return wrap(element, isPlaced, matrix)
  if (isIdentity(matrix)) return isPlaced ? within(element, clip) : setAll(element, clip)
  const moved = makeElement('g', { transform: formatMatrix(matrix) }, element.children)
  element.children = [isPlaced ? makeElement('g', clip, [moved]) : moved]
  if (!isPlaced) setAll(element, clip)
}

function wrap(element: EditElement, isPlaced: boolean, matrix: Matrix): void {
  if (isIdentity(matrix)) return
  const transform = { transform: formatMatrix(matrix) }
  if (isPlaced) within(element, transform)
  else setAll(element, transform)
}

function within(element: EditElement, attributes: Record<string, string>): void {
  element.children = [makeElement('g', attributes, element.children)]
}

function setAll(element: EditElement, attributes: Record<string, string>): void {
  for (const [name, value] of Object.entries(attributes)) element.attributes.set(name, value)
}

interface ClipPlace {
  root: EditElement
  /** Ids. */
  taken: Set<string>
  /** Where clip paths go; null before the first. */
  defs: EditElement | null
}

/** Whether it cuts anything off is for the repair of clip paths to find out. */
function clipFor({ x, y, width, height }: Frame, place: ClipPlace): Record<string, string> {
  const id = freshId(place.taken, 'frame')
  place.taken.add(id)
  const [left, top, w, h] = [x, y, width, height].map((each) => formatNumber(each, 6))
  const rect = makeElement('rect', {
    x: left ?? '0',
    y: top ?? '0',
    width: w ?? '0',
    height: h ?? '0',
  })
  place.defs ??= definitionsOf(place.root)
  place.defs.children.push(makeElement('clipPath', { id }, [rect]))
  return { 'clip-path': `url(#${id})` }
}

function unknownSize({ origin }: EditElement): Obstacle {
  return {
    element: 'svg',
    why: 'The size of an inner `svg` hangs on a size that the drawing does not give',
    advice: 'Give the root a `viewBox`.',
    origin,
  }
}
