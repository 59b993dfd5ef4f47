/**
 * Areas of the plane. A region fills the same under either rule. Whatever the path library answers is held against the
 * question at many points; an answer that is wrong is asked for again a hair's breadth away, and else given up.
 */
import type { Matrix } from '../values/matrix.ts'
import type { Segment } from '../values/path.ts'
import { areApart, boxOfPoints, extentOf, grow, holds, type Box, type Point } from './box.ts'
import { boundsOf, transformed, type Simple } from './cubic.ts'
import { maySpend } from './budget.ts'
import { pairsIn } from './entangled.ts'
import { rectanglePath } from './outline.ts'
import { combine, resolve, type Operation } from './path-boolean.ts'
import { areaOf, isInside, nearness, polygonsOf, type FillRule, type Polygon } from './polygon.ts'

export interface Region {
  segments: readonly Simple[]
}

export const NOWHERE: Region = { segments: [] }

/** The area cannot be computed, or not well enough. */
export class RegionError extends Error {}

/** More than this and a page would stand still. */
const MOST_SEGMENTS = 4000

export function regionOf(segments: readonly Segment[], rule: FillRule): Region {
  const simple = transformed(segments, [1, 0, 0, 1, 0, 0])
  if (simple.length === 0) return NOWHERE
  const polygons = polygonsOf(simple)
  return attempt(
    [simple],
    (moved) => resolve({ segments: moved[0] ?? [], rule }),
    (point) => isInside(polygons, rule, point),
  )
}

export function regionOfBox({ left, top, right, bottom }: Box): Region {
  return {
    segments: transformed(rectanglePath(left, top, right - left, bottom - top), [1, 0, 0, 1, 0, 0]),
  }
}

export function regionUnder({ segments }: Region, matrix: Matrix): Region {
  return { segments: transformed(segments, matrix) }
}

export function boxOfRegion({ segments }: Region): Box | null {
  return boundsOf(segments)
}

export function sizeOfRegion({ segments }: Region): number {
  return areaOf(polygonsOf(segments))
}

export function intersect(one: Region, other: Region): Region {
  const [a, b] = [boxOfRegion(one), boxOfRegion(other)]
  if (a === null || b === null || areApart(a, b)) return NOWHERE
  return operate(one, 'intersect', other, (inOne, inOther) => inOne && inOther)
}

export function unite(one: Region, other: Region): Region {
  const [a, b] = [boxOfRegion(one), boxOfRegion(other)]
  if (a === null) return other
  if (b === null) return one
  if (areApart(a, b)) return { segments: [...one.segments, ...other.segments] }
  return operate(one, 'unite', other, (inOne, inOther) => inOne || inOther)
}

export function subtract(one: Region, other: Region): Region {
  const [a, b] = [boxOfRegion(one), boxOfRegion(other)]
  if (a === null) return NOWHERE
  if (b === null || areApart(a, b)) return one
  return operate(one, 'subtract', other, (inOne, inOther) => inOne && !inOther)
}

/** Is the box inside the region, but for what nobody sees? */
export function covers(region: Region, box: Box): boolean {
  const around = boxOfRegion(region)
  const slack = extentOf(box) * 1e-3
  if (around === null || !holds(around, box, slack)) return false
  const whole = regionOfBox(grow(box, -slack / 2))
  const outside = sizeOfRegion(subtract(whole, region))
  return outside <= sizeOfRegion(whole) * 1e-5
}

/** Do they have more in common than a seam? */
export function doOverlap(one: Region, other: Region): boolean {
  const common = sizeOfRegion(intersect(one, other))
  return common > Math.min(sizeOfRegion(one), sizeOfRegion(other)) * 1e-3
}

function operate(
  one: Region,
  operation: Operation,
  other: Region,
  expected: (inOne: boolean, inOther: boolean) => boolean,
): Region {
  const [a, b] = [polygonsOf(one.segments), polygonsOf(other.segments)]
  return attempt(
    [one.segments, other.segments],
    ([first = [], second = []]) =>
      combine({ segments: first, rule: 'nonzero' }, operation, {
        segments: second,
        rule: 'nonzero',
      }),
    (point) => expected(isInside(a, 'nonzero', point), isInside(b, 'nonzero', point)),
  )
}

/** Nudges, in parts of the drawing: edges that lie on one another are where path libraries stumble. */
const NUDGES = [0, 3e-6, -2e-5, 1e-4]

function attempt(
  paths: readonly (readonly Simple[])[],
  compute: (paths: readonly (readonly Simple[])[]) => Simple[],
  expected: (point: Point) => boolean,
): Region {
  const box = boxOfPoints(paths.flat().filter((segment) => segment.type !== 'Z'))
  if (box === null) return NOWHERE
  const { length } = paths.flat()
  const pairs = length > MOST_SEGMENTS ? null : pairsIn(paths)
  if (pairs === null) throw new RegionError('the outlines have too many points')
  if (!maySpend(20 + length + pairs)) throw new RegionError('there is too much to cut')
  const edges = paths.flatMap((path) => polygonsOf(path, 8))
  for (const nudge of NUDGES) {
    const by = nudge * extentOf(box)
    const moved = paths.map((path, i) =>
      i === 0 && paths.length > 1
        ? path
        : transformed(path, [1 + nudge, nudge / 3, -nudge / 5, 1 - nudge, by, by / 2]),
    )
    const segments = tryTo(() => compute(moved))
    if (segments !== null && isRight(segments, edges, box, expected)) return { segments }
  }
  throw new RegionError('the outlines are too entangled')
}

function tryTo(compute: () => Simple[]): Simple[] | null {
  try {
    return compute()
  } catch {
    return null
  }
}

const SIDE = 20

/** A grid of witnesses, without those that stand on an edge. */
function isRight(
  segments: readonly Simple[],
  edges: readonly Polygon[],
  box: Box,
  expected: (point: Point) => boolean,
): boolean {
  const result = polygonsOf(segments)
  const near = (extentOf(box) * 2e-3) ** 2
  const [stepX, stepY] = [(box.right - box.left) / SIDE, (box.bottom - box.top) / SIDE]
  for (let row = 0; row < SIDE; row++)
    for (let column = 0; column < SIDE; column++) {
      const point = { x: box.left + (column + 0.53) * stepX, y: box.top + (row + 0.47) * stepY }
      if (isInside(result, 'nonzero', point) === expected(point)) continue
      if (nearness(edges, point) > near) return false
    }
  return true
}
