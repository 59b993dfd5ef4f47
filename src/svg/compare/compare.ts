/**
 * Two drawings of one logo, pixel by pixel: what a person would see is told apart from the noise of smoothed edges. An
 * edge that moves by a tenth of a pixel changes its pixels by a tenth of the contrast there; in an even area nothing
 * moves, so there a few steps of 255 count.
 */
import type { Box, Pixels } from './pixels.ts'

export interface Difference {
  /** Would a person see it? */
  isVisible: boolean
  /** Pixels that differ by more than noise, as a part of all: 0 to 1. */
  share: number
  /** The largest difference of a channel anywhere, noise included: 0 to 255. */
  largest: number
  /** Around the pixels that differ visibly. */
  box: Box | null
}

/** What rounding to 8 bits does to colours and opacities that are computed in another order, of 255. */
const ROUNDING = 4
/** The part of the contrast in the neighbourhood by which the pixel of an edge may change: less than half a pixel. */
const EDGE = 0.42
/** At the rim of an image what lies beyond is not seen, so an edge there shows only a part of its contrast. */
const RIM_CONTRAST = 180
/** Pixels that touch are seen from this strength on: the sum of what is beyond noise, of 255. */
const SEEN = 48

/** Noise all along the outlines is softness, and seen: so much in one pixel, in so many of all. */
const FRINGE = 24
const MOST_FRINGE = 0.004
/** Of pixels; smaller images are outlines for the most part. */
const SMALLEST_FOR_FRINGE = 128 * 128

const NOTHING: Difference = { isVisible: false, share: 0, largest: 0, box: null }

export function comparePixels(a: Pixels, b: Pixels): Difference {
  const { width, height } = a
  if (width !== b.width || height !== b.height)
    return { isVisible: true, share: 1, largest: 255, box: { x: 0, y: 0, width, height } }
  const excess = new Uint8Array(width * height)
  const { largest, fringe } = markExcess(a, b, excess)
  if (largest <= ROUNDING) return { ...NOTHING, largest }
  const softened = excess.length < SMALLEST_FOR_FRINGE ? 0 : fringe / excess.length
  if (softened > MOST_FRINGE)
    return { isVisible: true, share: softened, largest, box: { x: 0, y: 0, width, height } }
  const seen = patches(excess, width).filter(({ strength }) => strength >= SEEN)
  if (seen.length === 0) return { ...NOTHING, largest }
  const pixels = seen.reduce((sum, patch) => sum + patch.pixels, 0)
  return { isVisible: true, share: pixels / excess.length, largest, box: around(seen) }
}

/** Fills in by how much each pixel differs beyond noise; counts those that differ at all clearly. */
function markExcess(a: Pixels, b: Pixels, excess: Uint8Array): { largest: number; fringe: number } {
  let largest = 0
  let fringe = 0
  for (let pixel = 0; pixel < excess.length; pixel++) {
    const at = pixel * 4
    // What is not there at all has no colour.
    if (a.data[at + 3] === 0 && b.data[at + 3] === 0) continue
    let most = 0
    let clearest = 0
    for (let channel = 0; channel < 4; channel++) {
      const difference = Math.abs((a.data[at + channel] ?? 0) - (b.data[at + channel] ?? 0))
      if (difference > clearest) clearest = difference
      if (difference <= ROUNDING) continue
      const contrast = Math.max(contrastAt(a, pixel, channel), contrastAt(b, pixel, channel))
      most = Math.max(most, difference - ROUNDING - EDGE * contrast)
    }
    excess[pixel] = Math.ceil(most)
    if (clearest > largest) largest = clearest
    if (clearest > FRINGE) fringe += 1
  }
  return { largest, fringe }
}

/** Between the lightest and the darkest of a pixel and its eight neighbours. */
function contrastAt({ data, width, height }: Pixels, pixel: number, channel: number): number {
  const x = pixel % width
  const y = (pixel - x) / width
  if (x === 0 || y === 0 || x === width - 1 || y === height - 1) return RIM_CONTRAST
  let low = 255
  let high = 0
  for (let row = y - 1; row <= y + 1; row++)
    for (let column = x - 1; column <= x + 1; column++) {
      const value = data[(row * width + column) * 4 + channel] ?? 0
      if (value < low) low = value
      if (value > high) high = value
    }
  return high - low
}

interface Patch {
  pixels: number
  strength: number
  left: number
  top: number
  right: number
  bottom: number
}

/** Marked pixels that touch, corners included. */
function patches(excess: Uint8Array, width: number): Patch[] {
  const found: Patch[] = []
  const open = excess.slice()
  for (let first = 0; first < open.length; first++)
    if (open[first] !== 0) found.push(patchFrom(first, open, width))
  return found
}

/** Takes a patch out of those that are still open. */
function patchFrom(first: number, open: Uint8Array, width: number): Patch {
  const patch = { pixels: 0, strength: 0, left: width, top: Infinity, right: 0, bottom: 0 }
  const stack = [first]
  for (let pixel = stack.pop(); pixel !== undefined; pixel = stack.pop()) {
    const strength = open[pixel] ?? 0
    if (strength === 0) continue
    open[pixel] = 0
    const x = pixel % width
    const y = (pixel - x) / width
    patch.pixels += 1
    patch.strength += strength
    patch.left = Math.min(patch.left, x)
    patch.right = Math.max(patch.right, x)
    patch.top = Math.min(patch.top, y)
    patch.bottom = Math.max(patch.bottom, y)
    for (const row of [pixel - width, pixel, pixel + width])
      for (const side of [-1, 0, 1])
        if (x + side >= 0 && x + side < width && open[row + side] !== undefined)
          stack.push(row + side)
  }
  return patch
}

function around(all: readonly Patch[]): Box {
  const left = Math.min(...all.map((patch) => patch.left))
  const top = Math.min(...all.map((patch) => patch.top))
  const right = Math.max(...all.map((patch) => patch.right))
  const bottom = Math.max(...all.map((patch) => patch.bottom))
  return { x: left, y: top, width: right - left + 1, height: bottom - top + 1 }
}
