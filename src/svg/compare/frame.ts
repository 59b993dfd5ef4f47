/** How a drawing is laid out on an image: its own proportions, at a size that is asked for. */
import { cloneElement, everyElement, type Drawing, type EditElement } from '../edit/element.ts'
import { writeDrawing } from '../edit/write.ts'
import { formatNumber } from '../values/format-number.ts'
import { inPixels, parseLength } from '../values/length.ts'
import { parseViewBox } from '../values/view-box.ts'

/** What of the plane is shown, in the units of the drawing. */
export interface Frame {
  x: number
  y: number
  width: number
  height: number
}

/** How large a root says it is, and what it shows; null where it says neither. */
export interface Layout {
  frame: Frame
  width: number
  height: number
}

export function layoutOf(root: EditElement): Layout | null {
  const box = viewBoxOf(root)
  const width = side(root.attributes.get('width'))
  const height = side(root.attributes.get('height'))
  if (box === null) {
    if (width === null || height === null) return null
    return { frame: { x: 0, y: 0, width, height }, width, height }
  }
  if (width !== null)
    return { frame: box, width, height: height ?? (width * box.height) / box.width }
  if (height !== null) return { frame: box, width: (height * box.width) / box.height, height }
  return { frame: box, width: box.width, height: box.height }
}

/** The sides in pixels, the longer one as asked. */
export function pixelsFor({ width, height }: Pick<Layout, 'width' | 'height'>, size: number): Size {
  const scale = size / Math.max(width, height)
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  }
}

export interface Size {
  width: number
  height: number
}

/**
 * The drawing as a text of its own that is as large as asked. What stands around the root is left out: the text is
 * UTF-8 and its entities are expanded, whatever the file was.
 */
export function sized({ root }: Drawing, { width, height }: Size, frame: Frame): string {
  const attributes = new Map(root.attributes)
  attributes.set('width', String(width))
  attributes.set('height', String(height))
  attributes.set('viewBox', formatFrame(frame))
  const style = attributes.get('style')
  if (style !== undefined) attributes.set('style', style.replace(OWN_SIZE, '$1'))
  return writeDrawing({ before: '', root: styled({ ...root, attributes }), after: '' })
}

/** Properties that renderers know in a style alone. Repairs write them as attributes until they have dealt with them. */
const ONLY_IN_STYLE = ['mix-blend-mode', 'isolation', 'mask-type']

function styled(root: EditElement): EditElement {
  const isBare = everyElement(root).every(
    ({ element }) => !ONLY_IN_STYLE.some((name) => element.attributes.has(name)),
  )
  if (isBare) return root
  const copy = cloneElement(root)
  for (const { element } of everyElement(copy)) {
    const found = ONLY_IN_STYLE.filter((name) => element.attributes.has(name))
    if (found.length === 0) continue
    const moved = found.map((name) => `${name}:${element.attributes.get(name) ?? ''}`).join(';')
    // What is in the style already is stronger than an attribute.
    element.attributes.set('style', `${moved};${element.attributes.get('style') ?? ''}`)
    for (const name of found) element.attributes.delete(name)
  }
  return copy
}

/** In a style, before the attributes. */
const OWN_SIZE = /(^|;)\s*(?:(?:min-|max-)?(?:width|height))\s*:[^;]*/g

function formatFrame({ x, y, width, height }: Frame): string {
  return [x, y, width, height].map((number) => formatNumber(number, 6)).join(' ')
}

function viewBoxOf(root: EditElement): Frame | null {
  return parseViewBox(root.attributes.get('viewBox') ?? '').viewBox
}

function side(value: string | undefined): number | null {
  const length = value === undefined ? null : parseLength(value)
  const pixels = length === null ? null : inPixels(length)
  return pixels !== null && pixels > 0 && Number.isFinite(pixels) ? pixels : null
}
