import {
  cloneElement,
  everyElement,
  removeElements,
  replaceChild,
  type Drawing,
  type EditElement,
  type Visited,
} from '../edit/element.ts'
import { startTag, writeAttribute } from '../edit/write.ts'
import { settleGradients } from '../geometry/bake-gradients.ts'
import type { Box } from '../geometry/box.ts'
import type { ClipWorld } from '../geometry/clip-region.ts'
import { CutError, narrowTo } from '../geometry/cut.ts'
import { paintedBoxOf, shapeBoxOf } from '../geometry/drawn.ts'
import { maskFrame, maskLevels, type Level } from '../geometry/mask-levels.ts'
import { own, share } from '../geometry/paint.ts'
import { elementsById, referredIds, targetOf } from '../geometry/references.ts'
import { covers, intersect, RegionError } from '../geometry/region.ts'
import { formatNumber } from '../values/format-number.ts'
import { withinBudget } from '../geometry/budget.ts'
import type { Change, Fix, FixContext, Obstacle, Outcome } from './fix.ts'

/**
 * SVG Tiny has no masks. One that is white, black or evenly grey is a clip path with an opacity, and shapes are cut by
 * it; one that fades cannot be kept.
 */
export const masks: Fix = {
  id: 'masks',
  title: 'Cut shapes instead of masking them',
  loss: 'measured',
  apply: (drawing, context) => withinBudget(() => repair(drawing, context)),
}

function repair(drawing: Drawing, { logo, options }: FixContext): Outcome {
  const { root } = drawing
  const masked = everyElement(root).filter(
    ({ element, around }) => element.attributes.has('mask') && !around.some(isMask),
  )
  const world: ClipWorld = { byId: elementsById(root), source: logo.text }
  const boxes = new Map(masked.map((each) => [each.element, shapeBoxOf(each, each.element)]))
  const changes: Change[] = []
  const obstacles: Obstacle[] = []
  for (const visited of masked.toReversed()) {
    const { element } = visited
    const before = writeAttribute('mask', element.attributes.get('mask') ?? '')
    const box = boxes.get(element) ?? null
    const result = maskOne(drawing, visited, box, world)
    const isGivenUp = result.why !== null && options.consent.has('mask')
    if (isGivenUp) element.attributes.delete('mask')
    if (result.why === null || isGivenUp)
      changes.push({
        what: words(element, result.how, isGivenUp),
        before,
        origin: element.origin,
      })
    else obstacles.push(obstacle(element, result.why))
  }
  settleGradients(drawing)
  return { changes: [...changes.toReversed(), ...cleared(drawing)], obstacles }
}

function isMask({ name }: EditElement): boolean {
  return name === 'mask'
}

/** What a mask came to. */
type How = 'cut' | 'faded' | 'nothing'

function words({ name }: EditElement, how: How, isGivenUp: boolean): string {
  if (isGivenUp) return `Give up the mask of \`${name}\`, as you agreed to`
  if (how === 'cut') return `Cut what is in \`${name}\` along its mask`
  return how === 'faded'
    ? `Turn the even mask of \`${name}\` into an opacity`
    : `Take away the mask of \`${name}\`, which hides nothing`
}

function obstacle({ name, origin }: EditElement, why: string): Obstacle {
  return {
    element: name,
    why: `Its mask cannot be turned into cut shapes: ${why}`,
    advice: 'Draw it without a mask: cut the shapes, or give them a gradient that fades.',
    origin,
    consent: 'mask',
  }
}

function maskOne(
  drawing: Drawing,
  visited: Visited,
  box: Box | null | 'unknown',
  world: ClipWorld,
): { why: string | null; how: How } {
  const { element } = visited
  const before = new Map(element.attributes)
  const mask = targetOf(own(element, 'mask'), 'mask', world.byId)
  try {
    const levels = mask === null ? null : framed(visited, mask, box, world)
    element.attributes.delete('mask')
    return { why: null, how: levels === null ? 'nothing' : applyLevels(drawing, visited, levels) }
  } catch (error) {
    element.attributes = before
    if (error instanceof CutError)
      return { why: `\`${error.leaf.name}\` cannot be cut: ${error.message}`, how: 'nothing' }
    if (error instanceof RegionError) return { why: error.message, how: 'nothing' }
    throw error
  }
}

/** The levels, cut to the frame of the mask where it matters. */
function framed(
  visited: Visited,
  mask: Visited,
  box: Box | null | 'unknown',
  world: ClipWorld,
): Level[] {
  const known = (): Box => {
    if (box === 'unknown') throw new RegionError('it is measured by parts whose size is not known')
    return box ?? { left: 0, top: 0, right: 0, bottom: 0 }
  }
  const levels = maskLevels(mask, known, world)
  const painted = paintedBoxOf(visited, visited.element)
  const frame = maskFrame(mask, known)
  if (painted !== 'unknown' && painted !== null && covers(frame, painted)) return levels
  return levels.map(({ region, strength }) => ({ region: intersect(region, frame), strength }))
}

function applyLevels(drawing: Drawing, visited: Visited, levels: readonly Level[]): How {
  const { element, around } = visited
  const [parent] = around
  const [first, ...more] = levels
  if (first === undefined || parent === undefined) {
    if (parent !== undefined) replaceChild(parent, element, [])
    return 'cut'
  }
  if (more.length === 0) {
    fade(element, first.strength)
    if (narrowTo(drawing, visited, first.region)) return 'cut'
    return first.strength > 0.999 ? 'nothing' : 'faded'
  }
  const copies = levels.map((level) => ({ level, element: cloneElement(element) }))
  for (const { element: copy } of copies.slice(1))
    for (const each of everyElement(copy)) each.element.attributes.delete('id')
  const { children } = parent
  parent.children = children.flatMap((child) =>
    child === element ? copies.map((copy) => copy.element) : [child],
  )
  try {
    for (const { element: copy, level } of copies) {
      fade(copy, level.strength)
      narrowTo(drawing, { element: copy, around }, level.region)
    }
  } catch (error) {
    parent.children = children
    throw error
  }
  return 'cut'
}

/** By the attribute; the next repair deals with that. */
function fade({ attributes }: EditElement, strength: number): void {
  if (strength > 0.999) return
  const before = share(attributes.get('opacity')?.trim() ?? null)
  attributes.set('opacity', formatNumber(before * strength, 4))
}

function cleared({ root }: Drawing): Change[] {
  const used = referredIds(root)
  const gone = removeElements(
    root,
    ({ element, around }) =>
      isMask(element) && !used.has(element.attributes.get('id') ?? '') && !around.some(isMask),
  )
  return gone.map((element) => ({
    what: 'Take out the definition of a mask that nothing refers to',
    before: startTag(element.name, element.attributes),
    origin: element.origin,
  }))
}
