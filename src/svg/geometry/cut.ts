/** Cuts what is drawn to a region: every shape by itself, fill and stroke apart where the region goes through both. */
import { replaceChild, type Drawing, type EditElement, type Visited } from '../edit/element.ts'
import { invert } from '../values/matrix.ts'
import { maySpend } from './budget.ts'
import { areApart, boxUnder, extentOf, meet, type Box } from './box.ts'
import {
  decimalsIn,
  leavesOf,
  matrixTo,
  paintedBox,
  paintedBoxOf,
  scaleOf,
  visibleBox,
  type Leaf,
} from './drawn.ts'
import { outlineOf } from './outline.ts'
import { fixPaint } from './fix-paint.ts'
import { fillRuleOf, own, paintOf, strokeOf } from './paint.ts'
import { asPath, fillOnly, putPieces, strokeAsFill, strokeOnly } from './pieces.ts'
import {
  boxOfRegion,
  covers,
  intersect,
  regionOf,
  RegionError,
  regionUnder,
  sizeOfRegion,
  subtract,
  type Region,
} from './region.ts'
import { elementsById } from './references.ts'
import { isOpaque } from './solid.ts'
import { undercut, type Layer } from './undercut.ts'
import { strokeOutline } from './stroke-outline.ts'

/** What is to become of one shape. */
export type Part = { kind: 'keep' } | { kind: 'remove' } | Parts

interface Parts {
  kind: 'parts'
  fill: Region | null
  stroke: Region | 'whole' | null
  /** Before they were cut. */
  whole: { fill: Region | null; stroke: Region | null }
}

export class CutError extends Error {
  readonly leaf: EditElement
  constructor(leaf: EditElement, why: string) {
    super(why)
    this.leaf = leaf
  }
}

/** In the user space of the element that is cut, what can be seen at all. */
export function visibleIn(drawing: Drawing, target: Visited): Box | null {
  const visible = visibleBox(drawing)
  const back = invert(matrixTo(target, null))
  return visible === null || back === null ? null : boxUnder(visible, back)
}

/**
 * Cuts everything below `target` (or itself) to a region of its user space.
 * @param visible what is beyond does not matter; null when everything does, and then only shapes are cut
 * @throws CutError, and then nothing has changed
 */
export function cutTo(
  drawing: Drawing,
  target: Visited,
  region: Region,
  visible: Box | null = visibleIn(drawing, target),
): void {
  refuseEffects(target)
  const leaves = leavesOf(target)
  if (!maySpend(leaves.length)) throw new CutError(target.element, 'there is too much of it')
  const plans = leaves.map((leaf): Plan => {
    for (const each of [leaf.element, ...leaf.around]) {
      if (each === target.element) break
      refuseEffects({ element: each, around: [] })
    }
    return { leaf, part: guarded(leaf, () => partOf(leaf, target, region, visible)) }
  })
  undercut(layersOf(drawing, target, plans), region, fringe(drawing, target))
  applyParts(drawing, plans)
}

interface Plan {
  leaf: Leaf
  part: Part
}

/** A pixel where the logo is drawn with 96, in the user space of the element. */
function fringe(drawing: Drawing, target: Visited): number {
  const visible = visibleBox(drawing)
  const scale = scaleOf(matrixTo(target, null))
  return visible === null || scale === 0 ? 0 : extentOf(visible) / 96 / scale
}

function layersOf(drawing: Drawing, target: Visited, plans: readonly Plan[]): Layer[] {
  const byId = elementsById(drawing.root)
  return plans.flatMap(({ leaf, part }) => {
    const matrix = matrixTo(leaf, target.element)
    const back = invert(matrix)
    if (part.kind !== 'parts' || back === null) return []
    return (['fill', 'stroke'] as const).flatMap((property): Layer[] => {
      const [left, whole] = [part[property], part.whole[property]]
      if (left === null || left === 'whole' || whole === null) return []
      const replace = (region: Region): void => {
        part[property] = region
      }
      return [
        {
          left: regionUnder(left, matrix),
          whole: regionUnder(whole, matrix),
          isOpaque: isOpaque(leaf, property, byId) && own(leaf.element, 'opacity') === null,
          back,
          replace,
        },
      ]
    })
  })
}

/** @throws CutError, and then nothing has changed */
function applyParts(drawing: Drawing, plans: readonly Plan[]): void {
  const cut = plans.filter(({ part }) => part.kind === 'parts')
  for (const { leaf } of cut) guarded(leaf, () => fixPaint(drawing, leaf, 'try'))
  for (const { leaf } of cut) fixPaint(drawing, leaf, 'do')
  for (const { leaf, part } of plans) {
    const [parent] = leaf.around
    if (part.kind === 'remove' && parent !== undefined) replaceChild(parent, leaf.element, [])
    if (part.kind === 'parts') putParts(drawing, leaf, part.fill, part.stroke)
  }
}

function guarded<T>(leaf: Visited, compute: () => T): T {
  try {
    return compute()
  } catch (error) {
    if (error instanceof RegionError) throw new CutError(leaf.element, error.message)
    throw error
  }
}

/** A blur or a mask of something that is cut is not what is cut of the blurred or masked. */
function refuseEffects({ element }: Visited): void {
  for (const name of ['filter', 'mask']) {
    const value = own(element, name)
    if (value !== null && value !== 'none') throw new CutError(element, `it has a ${name} as well`)
  }
}

function partOf(leaf: Leaf, target: Visited, region: Region, visible: Box | null): Part {
  const matrix = matrixTo(leaf, target.element)
  const box = paintedBox(leaf, matrix)
  if (box === null) return { kind: 'keep' }
  if (box === 'unknown' && visible === null && leaf.kind !== 'shape') return { kind: 'keep' }
  if (box === 'unknown') throw new CutError(leaf.element, 'its size is not known')
  const seen = visible === null ? box : meet(box, visible)
  const around = boxOfRegion(region)
  if (seen === null) return { kind: 'keep' }
  if (around === null || areApart(seen, around)) return { kind: 'remove' }
  if (covers(region, seen)) return { kind: 'keep' }
  if (leaf.kind !== 'shape' && visible === null) return { kind: 'keep' }
  if (leaf.kind !== 'shape') throw new CutError(leaf.element, 'it is cut through')
  const back = invert(matrix)
  return back === null ? { kind: 'remove' } : cutShape(leaf, regionUnder(region, back))
}

/** The region is in the user space of the shape. */
function cutShape(leaf: Leaf, region: Region): Part {
  const outline = outlineOf(leaf.element)
  const stroke = strokeOf(leaf)
  if (outline === null || stroke === 'unknown' || stroke?.isFixed === true)
    throw new CutError(leaf.element, 'its numbers cannot be read')
  const fill =
    paintOf(leaf, 'fill').kind === 'none' ? null : regionOf(outline, fillRuleOf(leaf, 'fill-rule'))
  const fillLeft = fill === null ? null : intersect(fill, region)
  const line = stroke === null ? null : regionOf(strokeOutline(outline, stroke), 'nonzero')
  const isLineWhole = line !== null && isNothing(subtract(line, region), line)
  const isFillWhole = fill === null || fillLeft === null || isNothing(subtract(fill, region), fill)
  if (isFillWhole && (line === null || isLineWhole)) return { kind: 'keep' }
  const lineLeft = line === null ? null : isLineWhole ? 'whole' : intersect(line, region)
  return partsOf(fillLeft, lineLeft, { fill, stroke: line })
}

function partsOf(
  fill: Region | null,
  stroke: Region | 'whole' | null,
  whole: Parts['whole'],
): Part {
  const some = (region: Region | null): Region | null =>
    region === null || sizeOfRegion(region) <= 1e-9 ? null : region
  const [fillLeft, strokeLeft] = [some(fill), stroke === 'whole' ? stroke : some(stroke)]
  return fillLeft === null && strokeLeft === null
    ? { kind: 'remove' }
    : { kind: 'parts', fill: fillLeft, stroke: strokeLeft, whole }
}

/** Is what is lost less than anybody sees? */
export function isNothing(lost: Region, whole: Region): boolean {
  return sizeOfRegion(lost) <= sizeOfRegion(whole) * 2e-5
}

function putParts(
  drawing: Drawing,
  leaf: Leaf,
  fill: Region | null,
  stroke: Region | 'whole' | null,
): void {
  const decimals = decimalsIn(drawing, matrixTo(leaf, null))
  const pieces: EditElement[] = []
  if (fill !== null) {
    const piece = fillOnly(leaf, asPath(leaf, fill.segments, decimals))
    // A region fills the same under either rule.
    piece.attributes.delete('fill-rule')
    pieces.push(piece)
  }
  if (stroke === 'whole') pieces.push(strokeOnly(leaf))
  else if (stroke !== null) pieces.push(strokeAsFill(leaf, stroke.segments, decimals))
  putPieces(leaf, pieces)
}

/**
 * As `cutTo`, but leaves alone what the region does not touch, whatever it is. Says whether anything was cut.
 * @throws CutError, and then nothing has changed
 */
export function narrowTo(drawing: Drawing, target: Visited, region: Region): boolean {
  const visible = visibleIn(drawing, target)
  const isSafe = (box: Box | null): boolean =>
    box !== null && guarded(target, () => covers(region, box))
  if (isSafe(visible)) return false
  const painted = paintedBoxOf(target, target.element)
  const seen =
    painted === 'unknown' || painted === null || visible === null ? painted : meet(painted, visible)
  if (seen !== 'unknown' && isSafe(seen)) return false
  cutTo(drawing, target, region)
  return true
}
