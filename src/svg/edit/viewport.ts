/** The frame that a picture fills, and how its view box is laid into it (SVG 1.1 section 7). */
import { parseLength } from '../values/length.ts'
import { multiply, scaling, translation, type Matrix } from '../values/matrix.ts'
import { parseViewBox, type ViewBox } from '../values/view-box.ts'
import type { EditElement, Visited } from './element.ts'
import { inPixels } from '../values/length.ts'

export interface Viewport {
  width: number
  height: number
}

export function viewBoxOf({ attributes }: EditElement): ViewBox | null {
  const value = attributes.get('viewBox')
  return value === undefined ? null : parseViewBox(value).viewBox
}

/** What percentages in the element are parts of: its view box, else its width and height in pixels. Null for neither. */
export function viewportOf(element: EditElement): Viewport | null {
  const viewBox = viewBoxOf(element)
  if (viewBox !== null) return viewBox
  const width = pixelsOf(element, 'width')
  const height = pixelsOf(element, 'height')
  return width === null || height === null ? null : { width, height }
}

/** An attribute as pixels; null where it is missing or hangs on what is around. */
export function pixelsOf({ attributes }: EditElement, name: string): number | null {
  const length = parseLength(attributes.get(name) ?? '')
  return length === null ? null : inPixels(length)
}

export interface Aspect {
  /** `none`, `xMidYMid` … */
  align: string
  isSlice: boolean
}

/** The value of `preserveAspectRatio`; its initial value for one that cannot be read. */
export function parseAspect(value: string | undefined): Aspect {
  const match =
    /^\s*(?:defer\s+)?(none|x(?:Min|Mid|Max)Y(?:Min|Mid|Max))(?:\s+(meet|slice))?\s*$/.exec(
      value ?? '',
    )
  return { align: match?.[1] ?? 'xMidYMid', isSlice: match?.[2] === 'slice' }
}

/** From the units of the view box to those of a frame that begins at 0 0. */
export function viewBoxMatrix(
  viewBox: ViewBox,
  frame: Viewport,
  { align, isSlice }: Aspect,
): Matrix {
  const x = frame.width / viewBox.width
  const y = frame.height / viewBox.height
  if (align === 'none') return multiply(scaling(x, y), translation(-viewBox.x, -viewBox.y))
  const scale = isSlice ? Math.max(x, y) : Math.min(x, y)
  const left = (frame.width - viewBox.width * scale) * share(align.slice(1, 4))
  const top = (frame.height - viewBox.height * scale) * share(align.slice(5, 8))
  return multiply(
    translation(left, top),
    multiply(scaling(scale, scale), translation(-viewBox.x, -viewBox.y)),
  )
}

/** How much of the spare room stands before. */
export function share(word: string): number {
  return word === 'Min' ? 0 : word === 'Max' ? 1 : 0.5
}

const KEYWORDS: Record<string, number> = {
  'xx-small': 9,
  'x-small': 10,
  small: 13,
  medium: 16,
  large: 18,
  'x-large': 24,
  'xx-large': 32,
}

/** In pixels, as browsers have it. */
export function fontSizeOf({ element, around }: Visited): number {
  let size = 16
  for (const each of [element, ...around].toReversed()) {
    const value = each.attributes.get('font-size')?.trim().toLowerCase() ?? ''
    const length = parseLength(value)
    if (length === null) size = KEYWORDS[value] ?? size
    else size = inPixels(length) ?? (length.number * size) / relativeParts(length.unit)
  }
  return size
}

function relativeParts(unit: string): number {
  return unit === '%' ? 100 : unit === 'ex' ? 2 : 1
}
