import { everyElement, replaceChild, type Drawing, type Visited } from '../edit/element.ts'
import { writeElement } from '../edit/write.ts'
import { paintInBands } from '../geometry/bands.ts'
import { visibleBox } from '../geometry/drawn.ts'
import { readGradient, type Gradient, type RadialCircle } from '../geometry/gradient.ts'
import { gradientUses, pushPaintDown, type GradientUse } from '../geometry/gradient-uses.ts'
import { hrefOf, referredIds } from '../geometry/references.ts'
import { RegionError } from '../geometry/region.ts'
import { offsetOf } from '../geometry/stops.ts'
import { formatNumber } from '../values/format-number.ts'
import { withinBudget } from '../geometry/budget.ts'
import type { Change, Fix, Obstacle, Outcome } from './fix.ts'

const FOCUS = ['fx', 'fy', 'fr']

/** SVG Tiny has no focus. One in the centre says nothing; one off the centre is drawn as discs, one upon the other. */
export const gradientFocus: Fix = {
  id: 'gradient-focus',
  title: 'Draw gradients without a focus of their own',
  loss: 'measured',
  apply: (drawing) => withinBudget(() => repair(drawing)),
}

function repair(drawing: Drawing): Outcome {
  const { root } = drawing
  const focused = everyElement(root).filter(
    ({ element }) =>
      element.name === 'radialGradient' &&
      hrefOf(element) === null &&
      FOCUS.some((name) => element.attributes.has(name)),
  )
  if (focused.length === 0) return { changes: [] }
  const changes: Change[] = []
  const obstacles: Obstacle[] = []
  for (const visited of focused) {
    const { element } = visited
    const id = element.attributes.get('id') ?? ''
    const before = writeElement(element)
    const result = settle(drawing, visited, id)
    if ('what' in result) changes.push({ what: result.what, before, origin: element.origin })
    else
      obstacles.push({
        element: element.name,
        why: `The focus of \`${id}\` cannot be taken away: ${result.why}`,
        advice: 'Draw this gradient around its centre.',
        origin: element.origin,
      })
  }
  return { changes, obstacles }
}

type Result = { what: string } | { why: string }

function settle(drawing: Drawing, visited: Visited, id: string): Result {
  const { element } = visited
  const gradient = readGradient(element, visibleBox(drawing))
  const drop = (): void => {
    for (const name of FOCUS) element.attributes.delete(name)
  }
  if (gradient === null || gradient.shape.kind !== 'radial') return { why: 'it cannot be read' }
  const { shape } = gradient
  const isUsed = referredIds(drawing.root).has(id)
  if (!isUsed || gradient.stops.length < 2 || shape.r === 0) {
    drop()
    return { what: `Take away the focus of \`${id}\`, which does nothing` }
  }
  if (Math.hypot(shape.fx - shape.cx, shape.fy - shape.cy) <= shape.r * 0.01) {
    if (shape.fr > 0) startAt(gradient, shape)
    drop()
    return { what: `Take away the focus of \`${id}\`, which is its centre` }
  }
  if (gradient.spread !== 'pad') return { why: 'its colours repeat' }
  pushPaintDown(drawing.root, new Set([id]))
  return inBands(drawing, visited, gradient, gradientUses(drawing.root).get(id) ?? [], id)
}

/** An inner circle around the centre: the colours begin at its rim. */
function startAt({ stops }: Gradient, { r, fr }: RadialCircle): void {
  for (const stop of stops) {
    const offset = (fr + offsetOf(stop) * (r - fr)) / r
    stop.attributes.set('offset', formatNumber(Math.min(1, Math.max(0, offset)), 5))
  }
}

function inBands(
  drawing: Drawing,
  visited: Visited,
  gradient: Gradient,
  uses: readonly GradientUse[],
  id: string,
): Result {
  const both = uses.map(({ leaf }) => leaf.element)
  if (new Set(both).size < both.length)
    return { why: 'it paints the fill and the stroke of one shape' }
  const kept = new Map(uses.map(({ leaf }) => [leaf, [...(leaf.around[0]?.children ?? [])]]))
  try {
    for (const use of uses) paintInBands(drawing, use, gradient, visited)
  } catch (error) {
    if (!(error instanceof RegionError)) throw error
    for (const [{ around }, children] of [...kept].toReversed()) {
      const [parent] = around
      if (parent !== undefined) parent.children = children
    }
    return { why: error.message }
  }
  const [parent] = visited.around
  if (parent !== undefined) replaceChild(parent, visited.element, [])
  return { what: `Draw the gradient \`${id}\` as discs, one upon the other` }
}
