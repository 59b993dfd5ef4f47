/** Takes `gradientTransform` out of a drawing. */
import {
  cloneElement,
  everyElement,
  replaceChild,
  type Drawing,
  type Visited,
} from '../edit/element.ts'
import { startTag } from '../edit/write.ts'
import type { Change, Obstacle } from '../fixes/fix.ts'
import { IDENTITY, invert, isSimilarity, multiply, type Matrix } from '../values/matrix.ts'
import { decimalsIn, matrixTo, shapeBoxOf, visibleBox } from './drawn.ts'
import {
  boxMatrix,
  circleUnder,
  isGradient,
  lineUnder,
  readGradient,
  stretchOf,
  writeGradient,
  type Gradient,
} from './gradient.ts'
import { gradientUses, pushPaintDown, type GradientUse } from './gradient-uses.ts'
import { linkOf } from './paint.ts'
import { freshId, hrefOf, referredIds } from './references.ts'
import { canStretch, stretchShape, type Stretches } from './stretch-shape.ts'

/** After shapes were cut: their gradients may have been given a matrix on the way. */
export function settleGradients(drawing: Drawing): void {
  const hasMatrix = everyElement(drawing.root).some(
    ({ element }) => isGradient(element) && element.attributes.has('gradientTransform'),
  )
  if (hasMatrix) bakeGradients(drawing)
}

interface Work {
  drawing: Drawing
  uses: Map<string, GradientUse[]>
  stretches: Stretches
  changes: Change[]
  obstacles: Obstacle[]
}

export function bakeGradients(drawing: Drawing): { changes: Change[]; obstacles: Obstacle[] } {
  const { root } = drawing
  const all = everyElement(root).filter(
    ({ element }) =>
      isGradient(element) &&
      element.attributes.has('gradientTransform') &&
      hrefOf(element) === null,
  )
  pushPaintDown(root, new Set(all.map(({ element }) => element.attributes.get('id') ?? '')))
  const uses = gradientUses(root)
  const work: Work = { drawing, uses, stretches: new Map(), changes: [], obstacles: [] }
  for (const visited of all) bakeOne(visited, work)
  for (const stretch of work.stretches.values()) stretchShape(drawing, stretch)
  const { changes, obstacles } = work
  return { changes, obstacles }
}

function bakeOne(visited: Visited, work: Work): void {
  const { element } = visited
  const { root } = work.drawing
  const gradient = readGradient(element, visibleBox(work.drawing))
  const id = element.attributes.get('id') ?? ''
  const before = startTag(element.name, element.attributes, '/')
  if (!referredIds(root).has(id)) {
    replaceChild(visited.around[0] ?? root, element, [])
    const what = `Take out the gradient \`${id}\`, which nothing refers to`
    work.changes.push({ what, before, origin: element.origin })
    return
  }
  const why = gradient === null ? 'its numbers cannot be read' : bake(visited, gradient, work)
  if (why === null)
    work.changes.push({
      what: `Move the gradient \`${id}\` to where its transform takes it`,
      before,
      after: startTag(element.name, element.attributes, '/'),
      origin: element.origin,
    })
  else
    work.obstacles.push({
      element: element.name,
      why: `The transform of \`${id}\` cannot be taken away: ${why}`,
      advice: 'Draw this gradient without `gradientTransform`, or use a plain colour.',
      origin: element.origin,
    })
}

/** Null when it is done, else the reason why not. */
function bake(visited: Visited, gradient: Gradient, work: Work): string | null {
  const { element } = visited
  const { shape, matrix, stops } = gradient
  if (stops.length < 2) {
    element.attributes.delete('gradientTransform')
    return null
  }
  if (invert(matrix) === null) return 'it flattens the plane'
  const decimals = decimalsIn(work.drawing, IDENTITY)
  const plain = { ...gradient, matrix: IDENTITY }
  if (shape.kind === 'linear') {
    writeGradient(element, { ...plain, shape: lineUnder(shape, matrix) }, decimals)
    return null
  }
  if (isSimilarity(matrix)) {
    writeGradient(element, { ...plain, shape: circleUnder(shape, matrix) }, decimals)
    return null
  }
  const uses = work.uses.get(element.attributes.get('id') ?? '') ?? []
  return gradient.isInBox
    ? bakeByBox(visited, gradient, uses, work)
    : bakeForAll(visited, gradient, uses, work)
}

/** One ellipse in the drawing's own units serves all shapes that are stretched alike. */
function bakeForAll(
  { element }: Visited,
  gradient: Gradient,
  uses: readonly GradientUse[],
  work: Work,
): string | null {
  if (!uses.every(canStretch)) return 'it paints something other than a plain shape'
  const inner = withoutStretch(gradient, gradient.matrix)
  if (inner === null) return 'it flattens the plane'
  const decimals = decimalsIn(work.drawing, IDENTITY) + 1
  writeGradient(element, inner.gradient, decimals)
  for (const use of uses) addStretch(work, use, inner.stretch)
  return null
}

/** Each shape has a box of its own, so each gets a gradient of its own. */
function bakeByBox(
  { element, around }: Visited,
  gradient: Gradient,
  uses: readonly GradientUse[],
  work: Work,
): string | null {
  const plans = uses.map((use) => ({ use, ...placeInBox(gradient, use) }))
  const failed = plans.find(({ why }) => why !== null)
  if (failed !== undefined) return failed.why ?? null
  const [parent] = around
  const original = cloneElement(element)
  const id = element.attributes.get('id') ?? ''
  let isTaken = false
  for (const { use, inner } of plans) {
    const { attributes } = use.leaf.element
    const otherwise = linkOf(attributes.get(use.property) ?? '')?.otherwise ?? ''
    if (inner === null) {
      attributes.set(use.property, otherwise === '' ? 'none' : otherwise)
      continue
    }
    const copy = isTaken ? cloneElement(original) : element
    if (isTaken && parent !== undefined) {
      const name = freshId(work.drawing.root, id)
      copy.attributes.set('id', name)
      attributes.set(use.property, `url(#${name})`)
      replaceChild(parent, element, [element, copy])
    }
    isTaken = true
    writeGradient(copy, inner.gradient, decimalsIn(work.drawing, matrixTo(use.leaf, null)) + 1)
    if (inner.stretch !== null) addStretch(work, use, inner.stretch)
  }
  if (!isTaken && parent !== undefined) replaceChild(parent, element, [])
  return null
}

interface Placed {
  inner: { gradient: Gradient; stretch: Matrix | null } | null
  why: string | null
}

function placeInBox(gradient: Gradient, use: GradientUse): Placed {
  const box = shapeBoxOf(use.leaf, use.leaf.element)
  if (box === 'unknown') return { inner: null, why: 'it paints something whose size is not known' }
  const outer = box === null ? null : boxMatrix(box)
  if (outer === null) return { inner: null, why: null }
  const inner = withoutStretch({ ...gradient, isInBox: false }, multiply(outer, gradient.matrix))
  if (inner === null) return { inner, why: 'it flattens the plane' }
  if (inner.stretch !== null && !canStretch(use))
    return { inner: null, why: 'it paints something other than a plain shape' }
  return { inner, why: null }
}

/** A circle, and what the shape must be stretched by to see it as the ellipse it is. */
function withoutStretch(
  gradient: Gradient,
  matrix: Matrix,
): { gradient: Gradient; stretch: Matrix | null } | null {
  const { shape } = gradient
  const plain: Gradient = { ...gradient, matrix: IDENTITY }
  if (shape.kind === 'linear')
    return { gradient: { ...plain, shape: lineUnder(shape, matrix) }, stretch: null }
  if (isSimilarity(matrix))
    return { gradient: { ...plain, shape: circleUnder(shape, matrix) }, stretch: null }
  const stretch = stretchOf(matrix)
  const back = stretch === null ? null : invert(stretch)
  if (stretch === null || back === null) return null
  return { gradient: { ...plain, shape: circleUnder(shape, multiply(back, matrix)) }, stretch }
}

function addStretch(
  { stretches }: Work,
  { leaf, property }: GradientUse,
  matrix: Matrix | null,
): void {
  const known = stretches.get(leaf.element) ?? { leaf, fill: null, stroke: null }
  stretches.set(leaf.element, { ...known, [property]: matrix })
}
