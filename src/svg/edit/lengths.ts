/** Lengths as numbers of user units (SVG 1.1 section 7.10): SVG Tiny 1.2 has units on the root alone. */
import { formatNumber } from '../values/format-number.ts'
import { inPixels, parseLength } from '../values/length.ts'
import type { EditElement, Visited } from './element.ts'
import { elementsById, fragment, linkOf } from './references.ts'
import { fontSizeOf, type Viewport } from './viewport.ts'

type Axis = 'x' | 'y' | 'both'

const AXES: ReadonlyMap<string, Axis> = new Map<string, Axis>([
  ...'x width cx rx x1 x2 fx dx'.split(' ').map((name) => [name, 'x'] as const),
  ...'y height cy ry y1 y2 fy dy'.split(' ').map((name) => [name, 'y'] as const),
  ...'r fr stroke-width stroke-dashoffset stroke-dasharray'
    .split(' ')
    .map((name) => [name, 'both'] as const),
])
const SHAPES = 'rect circle ellipse line path polyline polygon text tspan image use foreignObject'
const SIZED = new Set(
  `${SHAPES} g svg a defs symbol switch clipPath mask marker pattern`.split(' '),
)
const GRADIENTS = new Set(['linearGradient', 'radialGradient'])
const STYLING = new Set(['stroke-width', 'stroke-dashoffset', 'stroke-dasharray'])
const FRAMED = new Set(['svg', 'pattern', 'mask', 'symbol', 'marker'])

/** A length in user units; null where it hangs on a size that nobody knows, or is none. */
export function inUserUnits(
  value: string,
  axis: Axis,
  viewport: Viewport | null,
  fontSize: () => number,
): number | null {
  const length = parseLength(value)
  if (length === null) return null
  const { number, unit } = length
  if (unit === 'em') return number * fontSize()
  if (unit === 'ex') return (number * fontSize()) / 2
  if (unit !== '%') return inPixels(length)
  return viewport === null ? null : (number / 100) * extent(axis, viewport)
}

function extent(axis: Axis, { width, height }: Viewport): number {
  if (axis === 'x') return width
  return axis === 'y' ? height : Math.hypot(width, height) / Math.SQRT2
}

export interface LengthChange {
  element: EditElement
  name: string
  before: string
  /** Null where it cannot be told in numbers; the attribute is as it was. */
  after: string | null
}

/** Writes the lengths of the elements as numbers. */
export function plainLengths(
  all: readonly Visited[],
  root: EditElement,
  viewport: Viewport | null,
): LengthChange[] {
  const changes: LengthChange[] = []
  let byId: ReadonlyMap<string, EditElement> | null = null
  for (const visited of all) {
    const { element } = visited
    if (!element.isSvg) continue
    if (GRADIENTS.has(element.name)) byId ??= elementsById(root)
    const isBoxed = byId !== null && GRADIENTS.has(element.name) && isLaidByBox(element, byId)
    for (const [name, before] of element.attributes) {
      if (!isLength(element, name) || !/[%a-z]/i.test(before)) continue
      const after = plain(visited, name, before, isBoxed ? { width: 1, height: 1 } : viewport)
      if (after === before) continue
      if (after !== null) element.attributes.set(name, after)
      changes.push({ element, name, before, after })
    }
  }
  return changes
}

function isLength({ name: element }: EditElement, name: string): boolean {
  if (name === 'font-size') return true
  if (element === 'stop') return name === 'offset'
  if (STYLING.has(name)) return true
  if (FRAMED.has(element)) return false
  return AXES.has(name) && (SIZED.has(element) || GRADIENTS.has(element))
}

function plain(
  visited: Visited,
  name: string,
  before: string,
  viewport: Viewport | null,
): string | null {
  if (name === 'font-size') return plainFontSize(visited, before)
  if (name === 'offset') {
    const length = parseLength(before)
    return length?.unit === '%' ? formatNumber(length.number / 100, 6) : before
  }
  if (/^\s*(?:none|inherit)\s*$/.test(before)) return before
  const axis = AXES.get(name) ?? 'both'
  const numbers = before
    .trim()
    .split(/\s*,\s*|\s+/)
    .map((each) => inUserUnits(each, axis, viewport, () => fontSizeOf(visited)))
  if (numbers.includes(null)) return isAuto(name, before) ? before : null
  return numbers.map((number) => formatNumber(number ?? 0, 6)).join(' ')
}

function isAuto(name: string, value: string): boolean {
  return /^(?:rx|ry|width|height)$/.test(name) && value.trim() === 'auto'
}

/** Words such as `medium` may stay. */
function plainFontSize(visited: Visited, before: string): string {
  return parseLength(before) === null ? before : formatNumber(fontSizeOf(visited), 6)
}

function isLaidByBox(element: EditElement, byId: ReadonlyMap<string, EditElement>): boolean {
  return unitsOf(element, byId) !== 'userSpaceOnUse'
}

/** Gradients take over what they do not say from the one they refer to (SVG 1.1 section 13.2.2). */
function unitsOf(
  gradient: EditElement,
  byId: ReadonlyMap<string, EditElement>,
  seen: ReadonlySet<EditElement> = new Set(),
): string {
  const own = gradient.attributes.get('gradientUnits')?.trim()
  const next = byId.get(fragment(linkOf(gradient)) ?? '')
  if (own !== undefined || next === undefined || seen.has(next)) return own ?? 'objectBoundingBox'
  return unitsOf(next, byId, new Set([...seen, gradient]))
}
