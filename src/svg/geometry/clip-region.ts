/** What a clip path lets through (SVG 1.1 section 14.3). */
import { elementsOf, type EditElement, type Visited } from '../edit/element.ts'
import { multiply, type Matrix } from '../values/matrix.ts'
import type { Box } from './box.ts'
import { transformOf } from './drawn.ts'
import { boxMatrix } from './gradient.ts'
import { outlineOf, SHAPES } from './outline.ts'
import { fillRuleOf, inherited, linkOf, own } from './paint.ts'
import {
  intersect,
  NOWHERE,
  regionOf,
  RegionError,
  regionUnder,
  unite,
  type Region,
} from './region.ts'

export interface ClipWorld {
  byId: ReadonlyMap<string, Visited>
  /** The text that was read, to tell a group that was written from one that an expanded `use` has left. */
  source: string
}

/** Null for `none` and for a name that leads nowhere: then nothing is clipped. */
export function clipTarget(value: string | null, { byId }: ClipWorld): Visited | null {
  if (value === null || value === 'none') return null
  const link = linkOf(value)
  if (link === null) throw new RegionError('it is written as a shape of CSS')
  const target = byId.get(link.id)
  return target?.element.name === 'clipPath' ? target : null
}

/**
 * In the user space of the element that is clipped.
 * @param box its `objectBoundingBox`
 * @throws RegionError
 */
export function clipRegion(clip: Visited, box: () => Box, world: ClipWorld, depth = 0): Region {
  if (depth > 8) throw new RegionError('it refers to itself')
  const { element, around } = clip
  const isInBox = own(element, 'clipPathUnits') === 'objectBoundingBox'
  const inner = [element, ...around]
  const pieces = elementsOf(element).map((child) =>
    pieceRegion({ element: child, around: inner }, box, world, depth),
  )
  const outer = isInBox ? boxMatrix(box()) : null
  if (isInBox && outer === null) return NOWHERE
  // The box comes first: the transform of the clip path is in the units of what is clipped (SVG 2 section 8.5).
  const moved = transformOf(element)
  const matrix: Matrix = outer === null ? moved : multiply(moved, outer)
  const region = regionUnder(pieces.reduce(unite, NOWHERE), matrix)
  return clippedBy(region, element, box, world, depth)
}

/** A clip path on the clip path, or on one of its shapes. */
function clippedBy(
  region: Region,
  element: EditElement,
  box: () => Box,
  world: ClipWorld,
  depth: number,
): Region {
  const target = clipTarget(own(element, 'clip-path'), world)
  return target === null ? region : intersect(region, clipRegion(target, box, world, depth + 1))
}

function pieceRegion(visited: Visited, box: () => Box, world: ClipWorld, depth: number): Region {
  const { element, around } = visited
  if (own(element, 'display') === 'none') return NOWHERE
  if (element.name === 'text' || element.name === 'use')
    throw new RegionError(`it is made of \`${element.name}\``)
  if (element.name === 'g') {
    if (isWritten(element, world)) return NOWHERE
    const inner = elementsOf(element).map((child) =>
      pieceRegion({ element: child, around: [element, ...around] }, box, world, depth),
    )
    return regionUnder(
      clippedBy(inner.reduce(unite, NOWHERE), element, box, world, depth),
      transformOf(element),
    )
  }
  if (!SHAPES.has(element.name) || inherited(visited, 'visibility') !== 'visible') return NOWHERE
  const outline = outlineOf(element)
  if (outline === null) throw new RegionError('its numbers cannot be read')
  const region = regionOf(outline, fillRuleOf(visited, 'clip-rule'))
  const ownBox = (): Box => {
    throw new RegionError('it is measured by its own parts')
  }
  return regionUnder(clippedBy(region, element, ownBox, world, depth), transformOf(element))
}

/** Only shapes, text and `use` may stand in a clip path; a group clips nothing away but everything. */
function isWritten({ origin }: EditElement, { source }: ClipWorld): boolean {
  return (
    origin !== null && /^<(?:[\w.-]+:)?g[\s/>]/.test(source.slice(origin.start, origin.start + 80))
  )
}
