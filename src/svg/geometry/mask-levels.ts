/** A mask as areas of even strength (SVG 1.1 section 14.4; `mask-type` of CSS Masking section 8). */
import { elementsOf, type EditElement, type Visited } from '../edit/element.ts'
import { parseNumbers } from '../values/scanner.ts'
import { invert, multiply, type Matrix } from '../values/matrix.ts'
import type { Box } from './box.ts'
import { clipRegion, clipTarget, type ClipWorld } from './clip-region.ts'
import { leavesOf, matrixTo, type Leaf } from './drawn.ts'
import { boxMatrix, isGradient } from './gradient.ts'
import { lengthOf, outlineOf } from './outline.ts'
import { fillRuleOf, inherited, own, paintOf, share, strokeOf } from './paint.ts'
import {
  intersect,
  NOWHERE,
  regionOf,
  regionOfBox,
  RegionError,
  regionUnder,
  sizeOfRegion,
  subtract,
  unite,
  type Region,
} from './region.ts'
import { stopsOf, type Stop } from './stops.ts'
import { strokeOutline } from './stroke-outline.ts'

export interface Level {
  region: Region
  /** How much of what is masked shows: over 0, at most 1. */
  strength: number
}

const MOST_LEVELS = 8

/**
 * In the user space of the element that is masked.
 * @param box its `objectBoundingBox`
 * @throws RegionError
 */
export function maskLevels(mask: Visited, box: () => Box, world: ClipWorld): Level[] {
  const { element } = mask
  if (own(element, 'mask') !== null || own(element, 'clip-path') !== null)
    throw new RegionError('the mask is masked itself')
  const outer =
    own(element, 'maskContentUnits') === 'objectBoundingBox'
      ? boxMatrix(box())
      : ([1, 0, 0, 1, 0, 0] as const)
  if (outer === null) return []
  let levels: Level[] = []
  for (const leaf of leavesOf(mask)) {
    const matrix = multiply(outer, matrixTo(leaf, element))
    for (const layer of layersOf(leaf, mask, matrix, world)) levels = painted(levels, layer)
    if (levels.length > MOST_LEVELS) throw new RegionError('it has too many levels')
  }
  return levels.filter(({ strength, region }) => strength > 0.002 && sizeOfRegion(region) > 0)
}

interface Layer {
  region: Region
  luminance: number
  alpha: number
}

function painted(levels: readonly Level[], { region, luminance, alpha }: Layer): Level[] {
  const result: Level[] = []
  let rest = region
  for (const level of levels) {
    add(result, subtract(level.region, region), level.strength)
    if (alpha < 1) {
      add(result, intersect(level.region, region), alpha * luminance + (1 - alpha) * level.strength)
      rest = subtract(rest, level.region)
    }
  }
  add(result, rest, alpha * luminance)
  return result
}

function add(levels: Level[], region: Region, strength: number): void {
  if (sizeOfRegion(region) <= 1e-9) return
  const same = levels.find((level) => Math.abs(level.strength - strength) < 1e-3)
  if (same === undefined) levels.push({ region, strength })
  else same.region = unite(same.region, region)
}

function layersOf(leaf: Leaf, mask: Visited, matrix: Matrix, world: ClipWorld): Layer[] {
  const outline = leaf.kind === 'shape' ? outlineOf(leaf.element) : null
  const stroke = strokeOf(leaf)
  if (outline === null || stroke === 'unknown' || stroke?.isFixed === true)
    throw new RegionError(`it is made of \`${leaf.element.name}\``)
  const whole = around(leaf, mask, world)
  const layers: Layer[] = []
  const push = (path: Region, property: 'fill' | 'stroke'): void => {
    const { luminance, alpha } = strengthOf(leaf, property, mask, world)
    const opacity = alpha * share(inherited(leaf, `${property}-opacity`)) * whole.opacity
    const region = clipped(leaf, mask, path, world)
    layers.push({
      region: regionUnder(region, matrix),
      luminance: whole.isWhite ? 1 : luminance,
      alpha: opacity,
    })
  }
  if (paintOf(leaf, 'fill').kind !== 'none')
    push(regionOf(outline, fillRuleOf(leaf, 'fill-rule')), 'fill')
  if (stroke !== null) push(regionOf(strokeOutline(outline, stroke), 'nonzero'), 'stroke')
  if (layers.length > 1 && whole.opacity < 1)
    throw new RegionError('it is partly transparent as a whole')
  return layers
}

/** What the groups around a shape of the mask do to it. */
function around(
  leaf: Leaf,
  mask: Visited,
  world: ClipWorld,
): { opacity: number; isWhite: boolean } {
  let opacity = 1
  let isWhite = own(mask.element, 'mask-type') === 'alpha'
  for (const each of [leaf.element, ...leaf.around]) {
    if (each === mask.element) break
    if (own(each, 'mask') !== null && own(each, 'mask') !== 'none')
      throw new RegionError('the mask is masked itself')
    const filter = own(each, 'filter')
    if (filter !== null && filter !== 'none') {
      if (!whitens(filter, world)) throw new RegionError('it is filtered')
      isWhite = true
    }
    const part = share(own(each, 'opacity'))
    if (part < 1 && each !== leaf.element && elementsOf(each).length > 1)
      throw new RegionError('it is partly transparent as a whole')
    opacity *= part
  }
  return { opacity, isWhite }
}

/** A colour matrix that makes everything white and leaves the alpha: how Cairo writes an alpha mask. */
function whitens(filter: string, { byId }: ClipWorld): boolean {
  const target = byId.get(/#([^"')\s]+)/.exec(filter)?.[1] ?? '')
  if (target === undefined || target.element.name !== 'filter') return false
  const parts = elementsOf(target.element)
  const [matrix] = parts
  if (parts.length !== 1 || matrix?.name !== 'feColorMatrix') return false
  const { numbers } = parseNumbers(matrix.attributes.get('values') ?? '')
  return numbers.join(' ') === '0 0 0 0 1 0 0 0 0 1 0 0 0 0 1 0 0 0 1 0'
}

function clipped(leaf: Leaf, mask: Visited, path: Region, world: ClipWorld): Region {
  let region = path
  const noBox = (): Box => {
    throw new RegionError('it is measured by its own parts')
  }
  for (const each of [leaf.element, ...leaf.around]) {
    if (each === mask.element) break
    const clip = clipTarget(own(each, 'clip-path'), world)
    if (clip === null) continue
    const back = inverseTo(leaf, each)
    region = intersect(region, regionUnder(clipRegion(clip, noBox, world), back))
  }
  return region
}

function inverseTo(leaf: Leaf, outer: EditElement): Matrix {
  const back = invert(matrixTo(leaf, outer))
  if (back === null) throw new RegionError('it flattens the plane')
  return back
}

/** Section 14.4: the coefficients of luminance. */
function luminanceOf({ red, green, blue }: Pick<Stop, 'red' | 'green' | 'blue'>): number {
  return (0.2125 * red + 0.7154 * green + 0.0721 * blue) / 255
}

function strengthOf(
  leaf: Leaf,
  property: 'fill' | 'stroke',
  mask: Visited,
  { byId }: ClipWorld,
): { luminance: number; alpha: number } {
  const paint = paintOf(leaf, property)
  if (paint.kind === 'color')
    return { luminance: Math.min(1, luminanceOf(paint.color)), alpha: paint.color.alpha }
  const target = paint.kind === 'link' ? byId.get(paint.link.id) : undefined
  if (target === undefined || !isGradient(target.element))
    throw new RegionError('its paint cannot be read')
  const stops = stopsOf(
    elementsOf(target.element)
      .filter(({ name }) => name === 'stop')
      .map((element) => ({ element, around: [target.element, ...target.around] })),
  )
  const [first] = stops ?? []
  if (stops === null || first === undefined) throw new RegionError('its paint cannot be read')
  const isAlpha = own(mask.element, 'mask-type') === 'alpha'
  const isEven = stops.every(
    (stop) =>
      Math.abs(stop.alpha - first.alpha) < 1e-3 &&
      (isAlpha || Math.abs(luminanceOf(stop) - luminanceOf(first)) < 4e-3),
  )
  if (!isEven) throw new RegionError('it fades along a gradient')
  return { luminance: luminanceOf(first), alpha: first.alpha }
}

/** The rectangle outside of which nothing shows; by default the box and a tenth of it on each side. */
export function maskFrame({ element }: Visited, box: () => Box): Region {
  if (own(element, 'maskUnits') === 'userSpaceOnUse') {
    const [x, y] = [lengthOf(element, 'x', NaN), lengthOf(element, 'y', NaN)]
    const [width, height] = [lengthOf(element, 'width', NaN), lengthOf(element, 'height', NaN)]
    const numbers = [x, y, width, height]
    if (numbers.every((each) => each !== null && Number.isNaN(each)))
      return regionOfBox({ left: -1e6, top: -1e6, right: 1e6, bottom: 1e6 })
    if (
      x === null ||
      y === null ||
      width === null ||
      height === null ||
      Number.isNaN(x + y + width + height)
    )
      throw new RegionError('its frame cannot be read')
    return width <= 0 || height <= 0
      ? NOWHERE
      : regionOfBox({ left: x, top: y, right: x + width, bottom: y + height })
  }
  const part = (name: string, otherwise: number): number => {
    const value = own(element, name)
    if (value === null) return otherwise
    return Number.parseFloat(value) / (value.endsWith('%') ? 100 : 1)
  }
  const { left, top, right, bottom } = box()
  const [width, height] = [right - left, bottom - top]
  const [x, y] = [left + part('x', -0.1) * width, top + part('y', -0.1) * height]
  const frame = {
    left: x,
    top: y,
    right: x + part('width', 1.2) * width,
    bottom: y + part('height', 1.2) * height,
  }
  return regionOfBox(frame)
}
