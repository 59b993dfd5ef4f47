/** The square that a logo is drawn in: `viewBox`, `width` and `height` of the root. */
import { attributeOf, type SvgAttribute, type SvgElement } from './tree.ts'
import { inPixels, parseLength } from './values/length.ts'
import { parseViewBox, type ViewBox } from './values/view-box.ts'

export interface Side {
  attribute: SvgAttribute
  /** Null for a percentage, and for what cannot be read. */
  pixels: number | null
  isRelative: boolean
}

export interface Frame {
  /** Null when there is none, or none that can be read. */
  viewBox: ViewBox | null
  hasViewBox: boolean
  width: Side | null
  height: Side | null
  /** The part of the plane that is shown, from whichever is there; null when nobody can tell. */
  shown: ViewBox | null
}

export function frameOf(root: SvgElement): Frame {
  const box = attributeOf(root, 'viewBox')
  const viewBox = box === undefined ? null : parseViewBox(box.value).viewBox
  const [width, height] = [sideOf(root, 'width'), sideOf(root, 'height')]
  const [w, h] = [width?.pixels ?? null, height?.pixels ?? null]
  const fromSize =
    w === null || h === null || w <= 0 || h <= 0 ? null : { x: 0, y: 0, width: w, height: h }
  return { viewBox, hasViewBox: box !== undefined, width, height, shown: viewBox ?? fromSize }
}

function sideOf(root: SvgElement, name: 'width' | 'height'): Side | null {
  const attribute = attributeOf(root, name)
  if (attribute === undefined) return null
  const length = parseLength(attribute.value)
  return {
    attribute,
    pixels: length === null ? null : inPixels(length),
    isRelative: length !== null && inPixels(length) === null,
  }
}

/** Drawing programs round: `512 511.99` is a square. */
export function isSquare({ width, height }: { width: number; height: number }): boolean {
  return Math.abs(width - height) <= Math.max(width, height) * 0.0005
}
