import {
  everyElement,
  removeElements,
  type Drawing,
  type EditElement,
  type Visited,
} from '../edit/element.ts'
import { startTag, writeAttribute } from '../edit/write.ts'
import { settleGradients } from '../geometry/bake-gradients.ts'
import type { Box } from '../geometry/box.ts'
import { clipRegion, clipTarget, type ClipWorld } from '../geometry/clip-region.ts'
import { CutError, narrowTo } from '../geometry/cut.ts'
import { shapeBoxOf } from '../geometry/drawn.ts'
import { own } from '../geometry/paint.ts'
import { elementsById, referredIds } from '../geometry/references.ts'
import { RegionError } from '../geometry/region.ts'
import { withinBudget } from '../geometry/budget.ts'
import type { Change, Fix, FixContext, Obstacle, Outcome } from './fix.ts'

/** SVG Tiny has no clip paths: what is clipped is cut, shape by shape, by the geometry of its path. */
export const clipPaths: Fix = {
  id: 'clip-paths',
  title: 'Cut shapes instead of clipping them',
  loss: 'measured',
  apply: (drawing, context) => withinBudget(() => repair(drawing, context)),
}

function repair(drawing: Drawing, { logo }: FixContext): Outcome {
  const { root } = drawing
  const all = everyElement(root)
  const clipped = all.filter(
    ({ element, around }) =>
      element.attributes.has('clip-path') && !around.some(isClip) && !isClip(element),
  )
  const world: ClipWorld = { byId: elementsById(root), source: logo.text }
  const boxes = new Map(
    clipped.map((visited) => [visited.element, shapeBoxOf(visited, visited.element)]),
  )
  const changes: Change[] = []
  const obstacles: Obstacle[] = []
  for (const visited of clipped.toReversed()) {
    const value = own(visited.element, 'clip-path')
    const box = boxes.get(visited.element) ?? null
    const result = clipOne(drawing, visited, box, world)
    if (result.why === null) changes.push(done(visited, value ?? '', result.isCut))
    else obstacles.push(obstacle(visited, result.why))
  }
  settleGradients(drawing)
  return { changes: [...changes.toReversed(), ...cleared(drawing)], obstacles }
}

function isClip({ name }: EditElement): boolean {
  return name === 'clipPath'
}

function clipOne(
  drawing: Drawing,
  visited: Visited,
  box: Box | null | 'unknown',
  world: ClipWorld,
): { why: string | null; isCut: boolean } {
  const { attributes } = visited.element
  const value = attributes.get('clip-path') ?? ''
  try {
    const clip = clipTarget(own(visited.element, 'clip-path'), world)
    attributes.delete('clip-path')
    if (clip === null) return { why: null, isCut: false }
    const region = clipRegion(clip, () => known(box), world)
    return { why: null, isCut: narrowTo(drawing, visited, region) }
  } catch (error) {
    attributes.set('clip-path', value)
    if (error instanceof CutError)
      return { why: `\`${error.leaf.name}\` cannot be cut: ${error.message}`, isCut: false }
    if (error instanceof RegionError) return { why: error.message, isCut: false }
    throw error
  }
}

function known(box: Box | null | 'unknown'): Box {
  if (box === 'unknown') throw new RegionError('it is measured by parts whose size is not known')
  return box ?? { left: 0, top: 0, right: 0, bottom: 0 }
}

function done({ element }: Visited, value: string, isCut: boolean): Change {
  return {
    what: isCut
      ? `Cut what is in \`${element.name}\` along its clip path`
      : `Take away a clip path that cuts nothing off`,
    before: writeAttribute('clip-path', value),
    origin: element.origin,
  }
}

function obstacle({ element }: Visited, why: string): Obstacle {
  return {
    element: element.name,
    why: `Its clip path cannot be turned into cut shapes: ${why}`,
    advice: 'Apply the clip path in your drawing program (intersect the shapes), and export again.',
    origin: element.origin,
  }
}

/** Clip paths that nothing refers to any more, and the rule that means something only in them. */
function cleared({ root }: Drawing): Change[] {
  const changes: Change[] = []
  for (let found = true; found;) {
    const used = referredIds(root)
    const gone = removeElements(
      root,
      ({ element, around }) =>
        isClip(element) && !used.has(element.attributes.get('id') ?? '') && !around.some(isClip),
    )
    found = gone.length > 0
    for (const element of gone)
      changes.push({
        what: `Take out the definition of a clip path that nothing refers to`,
        before: startTag(element.name, element.attributes),
        origin: element.origin,
      })
  }
  if (everyElement(root).some(({ element }) => isClip(element))) return changes
  for (const { element } of everyElement(root)) {
    const value = element.attributes.get('clip-rule')
    if (value === undefined) continue
    element.attributes.delete('clip-rule')
    changes.push({
      what: 'Take away `clip-rule`, which means something only in a clip path',
      before: writeAttribute('clip-rule', value),
      origin: element.origin,
    })
  }
  return changes
}
