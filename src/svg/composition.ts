/** How the drawing sits in its frame: its ground, its colours, its middle, and what a round crop would take. */
import type { Frame } from './frame.ts'
import { isInside, type Box, type Points } from './outline.ts'
import { paintedIn, type Painted } from './painted.ts'
import { elementsIn, type SvgElement } from './tree.ts'
import type { ViewBox } from './values/view-box.ts'

interface Point {
  x: number
  y: number
}

export interface Composition {
  /** Does something opaque lie behind everything? Null where that cannot be foretold. */
  hasGround: boolean | null
  /** Different colours that are drawn; null where they cannot be foretold. */
  colors: number | null
  /** How far the middle of the content lies from the middle of the frame, as parts of its side; null without content. */
  offCentre: { right: number; down: number } | null
  /** The element that reaches furthest out of the inscribed circle, and how far, as a part of the radius. */
  beyondCircle: { element: SvgElement; by: number } | null
}

/** Style sheets and bitmaps draw what cannot be foretold here. */
const UNFORETOLD: ReadonlySet<string> = new Set(['style', 'image', 'foreignObject'])

const COMPOSED = new WeakMap<SvgElement, Composition>()

/** Null when the frame is not known. */
export function compositionOf(root: SvgElement, { shown }: Frame): Composition | null {
  if (shown === null) return null
  const composition = COMPOSED.get(root) ?? composed(root, shown)
  COMPOSED.set(root, composition)
  return composition
}

function composed(root: SvgElement, shown: ViewBox): Composition {
  const painted = paintedIn(root)
  const centre = { x: shown.x + shown.width / 2, y: shown.y + shown.height / 2 }
  const samples = gridOver(shown)
  const radius = Math.min(shown.width, shown.height) / 2
  const inCircle = samples.filter(({ x, y }) => Math.hypot(x - centre.x, y - centre.y) < radius)
  const content = contentOf(painted, samples, inCircle)
  const isForetold = !elementsIn(root).some(({ local }) => UNFORETOLD.has(local))
  return {
    hasGround: isForetold ? covers(painted, samples, isOpaque) : null,
    colors: isForetold ? colorsOf(painted).size : null,
    offCentre: middleOf(content, shown, centre),
    beyondCircle: furthest(content, shown, centre, radius),
  }
}

/**
 * What is drawn on the ground. The first shapes that cover the frame together are ground; so is a rounded square or a
 * disc behind the drawing, since a crop takes nothing but ground from it.
 */
function contentOf(
  painted: readonly Painted[],
  samples: readonly Point[],
  inCircle: readonly Point[],
): Painted[] {
  const count = [1, 2, 3, 4, 6, 8].find((n) => covers(painted.slice(0, n), samples, () => true))
  return painted.slice(count ?? 0).filter((one) => !covers([one], inCircle, () => true))
}

function colorsOf(painted: readonly Painted[]): Set<string> {
  return new Set(painted.flatMap(({ fill, stroke }) => [...fill, ...stroke]))
}

const GRID = 12

/** In the middle of each of 12 by 12 fields. */
function gridOver({ x, y, width, height }: ViewBox): Point[] {
  return Array.from({ length: GRID * GRID }, (_, i) => ({
    x: x + (width * ((i % GRID) + 0.5)) / GRID,
    y: y + (height * (Math.floor(i / GRID) + 0.5)) / GRID,
  }))
}

function isOpaque({ fill }: Painted): boolean {
  return fill.length > 0 && fill.every((color) => !color.includes(' '))
}

function covers(
  painted: readonly Painted[],
  samples: readonly Point[],
  counts: (one: Painted) => boolean,
): boolean {
  const candidates = painted.filter((one) => one.fill.length > 0 && counts(one))
  // Most shapes are small, and their boxes tell it.
  return (
    samples.every(({ x, y }) => candidates.some(({ box }) => isWithin(box, x, y))) &&
    samples.every(({ x, y }) =>
      candidates.some(
        ({ outlines, evenOdd, box }) => isWithin(box, x, y) && isInside(outlines(), evenOdd, x, y),
      ),
    )
  )
}

function isWithin({ left, right, top, bottom }: Box, x: number, y: number): boolean {
  return x >= left && x <= right && y >= top && y <= bottom
}

function middleOf(
  content: readonly Painted[],
  shown: ViewBox,
  centre: Point,
): Composition['offCentre'] {
  const boxes = content.map(({ box, reach }) => widened(clamped(box, shown), reach))
  const left = Math.min(...boxes.map((box) => box.left))
  const right = Math.max(...boxes.map((box) => box.right))
  const top = Math.min(...boxes.map((box) => box.top))
  const bottom = Math.max(...boxes.map((box) => box.bottom))
  if (!Number.isFinite(right - left)) return null
  return {
    right: ((left + right) / 2 - centre.x) / shown.width,
    down: ((top + bottom) / 2 - centre.y) / shown.height,
  }
}

function widened({ left, right, top, bottom }: Box, by: number): Box {
  return { left: left - by, right: right + by, top: top - by, bottom: bottom + by }
}

/** What lies outside the frame is not shown anywhere. */
function clamped({ left, right, top, bottom }: Box, { x, y, width, height }: ViewBox): Box {
  return {
    left: Math.max(left, x),
    right: Math.min(right, x + width),
    top: Math.max(top, y),
    bottom: Math.min(bottom, y + height),
  }
}

function furthest(
  content: readonly Painted[],
  shown: ViewBox,
  centre: Point,
  radius: number,
): Composition['beyondCircle'] {
  let worst: Composition['beyondCircle'] = null
  for (const { element, outlines, reach, box } of content) {
    const least = (1 + (worst?.by ?? 0)) * radius - reach
    if (cornerDistance(clamped(box, shown), centre) <= least) continue
    const distance = distanceIn(outlines(), shown, centre)
    if (distance > least) worst = { element, by: (distance + reach) / radius - 1 }
  }
  return worst
}

/** To the furthest corner: no point of the box is further away. */
function cornerDistance({ left, right, top, bottom }: Box, { x, y }: Point): number {
  return Math.hypot(
    Math.max(Math.abs(left - x), Math.abs(right - x)),
    Math.max(Math.abs(top - y), Math.abs(bottom - y)),
  )
}

function distanceIn(outlines: readonly Points[], shown: ViewBox, centre: Point): number {
  let furthestSquare = 0
  const [right, bottom] = [shown.x + shown.width, shown.y + shown.height]
  for (const points of outlines)
    for (let i = 0; i < points.length; i += 2) {
      const x = Math.min(Math.max(points[i] ?? 0, shown.x), right) - centre.x
      const y = Math.min(Math.max(points[i + 1] ?? 0, shown.y), bottom) - centre.y
      furthestSquare = Math.max(furthestSquare, x * x + y * y)
    }
  return Math.sqrt(furthestSquare)
}
