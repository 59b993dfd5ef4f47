/**
 * Shapes that lie upon one another and are cut along the same line each smooth their own edge there, and the lower ones
 * show through as a fringe. So the lower are cut back a little where an opaque one covers them anyway.
 */
import type { Matrix } from '../values/matrix.ts'
import type { Stroke } from './paint.ts'
import {
  intersect,
  regionOf,
  RegionError,
  regionUnder,
  sizeOfRegion,
  subtract,
  type Region,
} from './region.ts'
import { strokeOutline } from './stroke-outline.ts'

/** What is left of one paint of one shape, in the order of painting. */
export interface Layer {
  /** In the user space of the region that cuts. */
  left: Region
  /** Before it was cut. */
  whole: Region
  isOpaque: boolean
  /** To the user space of the shape. */
  back: Matrix
  replace: (left: Region) => void
}

/** More layers than this take too long. */
const MOST_LAYERS = 10

/** @param width how far the lower are cut back, in the user space of the region */
export function undercut(layers: readonly Layer[], region: Region, width: number): void {
  if (layers.length < 2 || layers.length > MOST_LAYERS || !(width > 0)) return
  try {
    const strip = alongEdge(region, width)
    const covers = layers.map(({ whole, isOpaque }, i) =>
      i > 0 && isOpaque ? intersect(strip, subtract(whole, alongEdge(whole, width))) : null,
    )
    for (const [i, layer] of layers.entries()) {
      const above = covers.slice(i + 1).filter((cover) => cover !== null)
      const left = above.reduce(subtract, layer.left)
      if (sizeOfRegion(left) < sizeOfRegion(layer.left))
        layer.replace(regionUnder(left, layer.back))
    }
  } catch (error) {
    // Without it the edge is a little worse, and no more than that.
    if (!(error instanceof RegionError)) throw error
  }
}

function alongEdge({ segments }: Region, width: number): Region {
  const line: Stroke = {
    width: width * 2,
    cap: 'butt',
    join: 'round',
    miterLimit: 4,
    dashes: [],
    dashOffset: 0,
    isFixed: false,
  }
  return regionOf(strokeOutline(segments, line), 'nonzero')
}
