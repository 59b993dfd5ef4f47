import { everyElement, type Drawing, type EditElement, type Visited } from '../edit/element.ts'
import { writeElement } from '../edit/write.ts'
import { boxUnder, cornersOf, joinBoxes, type Box } from '../geometry/box.ts'
import { paintedBoxOf, shapeBoxOf, visibleBox } from '../geometry/drawn.ts'
import { isGradient, readGradient, type Gradient } from '../geometry/gradient.ts'
import { gradientUses, pushPaintDown, type GradientUse } from '../geometry/gradient-uses.ts'
import { makeStop, stopsOf, type Stop } from '../geometry/stops.ts'
import { formatNumber } from '../values/format-number.ts'
import { invert } from '../values/matrix.ts'
import type { Change, Fix, Obstacle } from './fix.ts'

/** So often may the colours come again; beyond this it is a texture. */
const MOST = 60

/** `reflect` and `repeat` (SVG 1.1 section 13.2.2) as one long gradient that reaches over all of the shape. */
export const gradientSpread: Fix = {
  id: 'gradient-spread',
  title: 'Write out gradients that repeat',
  loss: 'lossless',
  apply(drawing) {
    const { root } = drawing
    const all = everyElement(root).filter(
      ({ element }) => isGradient(element) && element.attributes.has('spreadMethod'),
    )
    if (all.length === 0) return { changes: [] }
    const ids = new Set(all.map(({ element }) => element.attributes.get('id') ?? ''))
    const changes: Change[] = []
    const obstacles: Obstacle[] = []
    pushPaintDown(root, ids)
    const uses = gradientUses(root)
    for (const visited of all) {
      const { element } = visited
      const { origin } = element
      const before = writeElement(element)
      const id = element.attributes.get('id') ?? ''
      if (extend(drawing, visited, uses.get(id) ?? [])) {
        element.attributes.delete('spreadMethod')
        changes.push({
          what: `Write out how the colours of \`${id}\` go on beyond its ends`,
          before,
          after: writeElement(element),
          origin,
        })
      } else
        obstacles.push({
          element: element.name,
          why: `The colours of \`${id}\` repeat over an area that cannot be measured`,
          advice: 'Draw this gradient with as many stops as are seen, without `spreadMethod`.',
          origin,
        })
    }
    return { changes, obstacles }
  },
}

function extend(drawing: Drawing, visited: Visited, uses: readonly GradientUse[]): boolean {
  const { element, around } = visited
  const gradient = readGradient(element, visibleBox(drawing))
  if (gradient === null) return false
  if (gradient.spread === 'pad' || gradient.stops.length < 2 || uses.length === 0) return true
  const stops = stopsOf(
    gradient.stops.map((stop) => ({ element: stop, around: [element, ...around] })),
  )
  const box = boxInGradient(gradient, uses)
  if (stops === null || box === null) return false
  const range = rangeOf(gradient, box)
  if (range === null || range.to - range.from > MOST) return false
  if (range.from >= 0 && range.to <= 1) return true
  stretch(element, gradient, Math.min(0, range.from), Math.max(1, range.to))
  const count = Math.max(1, range.to) - Math.min(0, range.from)
  const tiles = Array.from({ length: count }, (_, i) =>
    tile(stops, gradient, Math.min(0, range.from) + i, i, count),
  )
  const others = element.children.filter(
    (child) => child.kind !== 'element' || child.name !== 'stop',
  )
  element.children = [...others, ...distinct(tiles.flat()).map(makeStop)]
  return true
}

/** All that is painted with it, in the space that its line or circle is given in. */
function boxInGradient({ isInBox, matrix }: Gradient, uses: readonly GradientUse[]): Box | null {
  const back = invert(matrix)
  if (back === null) return null
  const boxes: Box[] = []
  for (const { leaf, property } of uses) {
    const painted = paintedBoxOf(leaf, leaf.element)
    const shape = shapeBoxOf(leaf, leaf.element)
    if (painted === 'unknown' || shape === 'unknown') return null
    if (painted === null || shape === null) continue
    const area = property === 'fill' ? shape : painted
    if (!isInBox) boxes.push(boxUnder(area, back))
    else {
      const [width, height] = [shape.right - shape.left, shape.bottom - shape.top]
      if (width === 0 || height === 0) continue
      const part = {
        left: (area.left - shape.left) / width,
        right: (area.right - shape.left) / width,
        top: (area.top - shape.top) / height,
        bottom: (area.bottom - shape.top) / height,
      }
      boxes.push(boxUnder(part, back))
    }
  }
  return joinBoxes(boxes)
}

/** Whole turns of the colours that the box sees. */
function rangeOf({ shape }: Gradient, box: Box): { from: number; to: number } | null {
  const corners = cornersOf(box)
  if (shape.kind === 'radial') {
    if (shape.r <= 0 || shape.fx !== shape.cx || shape.fy !== shape.cy || shape.fr !== 0)
      return null
    const far = Math.max(...corners.map(({ x, y }) => Math.hypot(x - shape.cx, y - shape.cy)))
    return { from: 0, to: Math.ceil(far / shape.r - 1e-6) }
  }
  const { x1, y1, x2, y2 } = shape
  const [dx, dy] = [x2 - x1, y2 - y1]
  const length = dx * dx + dy * dy
  if (length === 0) return { from: 0, to: 1 }
  const times = corners.map(({ x, y }) => ((x - x1) * dx + (y - y1) * dy) / length)
  return { from: Math.floor(Math.min(...times) + 1e-6), to: Math.ceil(Math.max(...times) - 1e-6) }
}

function stretch({ attributes }: EditElement, { shape }: Gradient, from: number, to: number): void {
  const set = (name: string, value: number): unknown => attributes.set(name, formatNumber(value, 6))
  if (shape.kind === 'radial') {
    set('cx', shape.cx)
    set('cy', shape.cy)
    set('r', shape.r * to)
    attributes.delete('fx')
    attributes.delete('fy')
    return
  }
  const { x1, y1, x2, y2 } = shape
  set('x1', x1 + (x2 - x1) * from)
  set('y1', y1 + (y2 - y1) * from)
  set('x2', x1 + (x2 - x1) * to)
  set('y2', y1 + (y2 - y1) * to)
}

/** One turn of the colours; the first and the last stop stand at its ends. */
function tile(
  stops: readonly Stop[],
  { spread }: Gradient,
  turn: number,
  at: number,
  count: number,
): Stop[] {
  const [first, last] = [stops[0], stops.at(-1)]
  if (first === undefined || last === undefined) return []
  const whole = [{ ...first, offset: 0 }, ...stops, { ...last, offset: 1 }]
  const isBackwards = spread === 'reflect' && turn % 2 !== 0
  const run = isBackwards
    ? whole.map((stop) => ({ ...stop, offset: 1 - stop.offset })).toReversed()
    : whole
  return run.map((stop) => ({ ...stop, offset: (at + stop.offset) / count }))
}

/** Without those that say what the one before has said. */
function distinct(stops: readonly Stop[]): Stop[] {
  return stops.filter((stop, i) => {
    const before = stops[i - 1]
    return before === undefined || KEYS.some((key) => Math.abs(before[key] - stop[key]) > 1e-9)
  })
}

const KEYS = ['offset', 'red', 'green', 'blue', 'alpha'] as const
