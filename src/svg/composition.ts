/** How the drawing sits in its frame: its ground, its colours, its middle, and what a round crop would take. */
import type { Frame } from './frame.ts'
import { isInside, type Point } from './outline.ts'
import { paintedIn, type Painted } from './painted.ts'
import { elementsIn, type SvgElement } from './tree.ts'
import type { ViewBox } from './values/view-box.ts'

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
function gridOver({
  x,
  y,
  width,
  height,
}: {
  x: number
  y: number
  width: number
  height: number
}) {
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
  return (
    candidates.length > 0 &&
    samples.every((point) =>
      candidates.some(({ outlines, evenOdd }) => isInside(outlines, evenOdd, point)),
    )
  )
}

function middleOf(
  content: readonly Painted[],
  shown: ViewBox,
  centre: Point,
): Composition['offCentre'] {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const { outlines, reach } of content)
    for (const point of outlines.flat()) {
      const { x, y } = clamped(point, shown)
      left = Math.min(left, x - reach)
      right = Math.max(right, x + reach)
      top = Math.min(top, y - reach)
      bottom = Math.max(bottom, y + reach)
    }
  if (!Number.isFinite(right - left)) return null
  return {
    right: ((left + right) / 2 - centre.x) / shown.width,
    down: ((top + bottom) / 2 - centre.y) / shown.height,
  }
}

/** What lies outside the frame is not shown anywhere. */
function clamped({ x, y }: Point, shown: ViewBox): Point {
  return {
    x: Math.min(Math.max(x, shown.x), shown.x + shown.width),
    y: Math.min(Math.max(y, shown.y), shown.y + shown.height),
  }
}

function furthest(
  content: readonly Painted[],
  shown: ViewBox,
  centre: Point,
  radius: number,
): Composition['beyondCircle'] {
  let worst: Composition['beyondCircle'] = null
  for (const { element, outlines, reach } of content)
    for (const point of outlines.flat()) {
      const { x, y } = clamped(point, shown)
      const by = (Math.hypot(x - centre.x, y - centre.y) + reach) / radius - 1
      if (by > (worst?.by ?? 0)) worst = { element, by }
    }
  return worst
}
