/** Values of properties as CSS writes them, made into values of attributes. */
import { parseColor } from '../values/color.ts'

const COLORS = new Set([
  'fill',
  'stroke',
  'color',
  'stop-color',
  'solid-color',
  'flood-color',
  'lighting-color',
])
const WORDS: Record<string, string> = {
  'fill-rule': 'nonzero evenodd',
  'clip-rule': 'nonzero evenodd',
  'stroke-linecap': 'butt round square',
  'stroke-linejoin': 'miter round bevel miter-clip arcs',
  visibility: 'visible hidden collapse',
  'text-anchor': 'start middle end',
  'mask-type': 'luminance alpha',
}
const OPACITY = /(?:^|-)opacity$/
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?%?$/i
const WIDE = /^(?:inherit|initial|unset|revert|revert-layer)$/i
/** Values of these are names, texts and paths, and stay as they are. */
const VERBATIM = new Set(['font-family', 'd'])

/** Would a browser take it? What it would not is passed over, so that an earlier declaration counts. */
export function isValueOf(property: string, value: string): boolean {
  if (property.startsWith('--') || /var\(/i.test(value)) return true
  if (value === '') return false
  if (WIDE.test(value)) return true
  if (COLORS.has(property)) return isPaint(property, value)
  if (OPACITY.test(property) || property === 'stroke-miterlimit') return NUMBER.test(value)
  const words = WORDS[property]
  return words === undefined || words.split(' ').includes(value.toLowerCase())
}

/** SVG 1.1 section 11.2; `transparent` and its like come from CSS. */
export function isPaint(property: string, value: string): boolean {
  const text = withoutProfile(value)
  if (/^currentcolor$/i.test(text) || parseColor(text) !== null) return true
  if (property !== 'fill' && property !== 'stroke') return false
  return /^(?:none|context-fill|context-stroke)$/i.test(text) || /^url\(/i.test(text)
}

/** SVG 1.1 section 4.2: a colour by a profile may follow the plain one. */
export function withoutProfile(value: string): string {
  return value.replace(/\s*icc-color\([^)]*\)\s*$/i, '').trim()
}

const GEOMETRY: Record<string, readonly string[]> = {
  svg: ['x', 'y', 'width', 'height'],
  rect: ['x', 'y', 'width', 'height', 'rx', 'ry'],
  image: ['x', 'y', 'width', 'height'],
  foreignObject: ['x', 'y', 'width', 'height'],
  use: ['x', 'y', 'width', 'height'],
  circle: ['cx', 'cy', 'r'],
  ellipse: ['cx', 'cy', 'rx', 'ry'],
  path: ['d'],
}

/** SVG 2 section 8: attributes of shapes that CSS may set. */
export function isGeometryOf(element: string, property: string): boolean {
  return GEOMETRY[element]?.includes(property) === true
}

/** The value as an attribute has it; null where CSS says that there is none. */
export function asAttribute(property: string, value: string): string | null {
  if (property === 'd') return pathOf(value)
  if (VERBATIM.has(property)) return value
  const text = value.replace(/url\(\s*(["'])(.*?)\1\s*\)/gi, 'url($2)')
  if (property === 'transform') return transformOf(text)
  if (OPACITY.test(property)) return fractionOf(text)
  if (COLORS.has(property)) return text
  if (property === 'stroke-dasharray' || property === 'stroke-width' || isLengthy(property))
    return text.replace(/(\d\.?)px\b/gi, '$1')
  return WORDS[property] === undefined ? text : text.toLowerCase()
}

function isLengthy(property: string): boolean {
  return /^(?:stroke-dashoffset|font-size|letter-spacing|word-spacing|[xyr]|[cr][xy]|width|height)$/.test(
    property,
  )
}

function fractionOf(text: string): string {
  return text.endsWith('%') ? String(Number(text.slice(0, -1)) / 100) : text
}

function pathOf(value: string): string | null {
  return /^path\(\s*(?:\w+\s*,\s*)?(["'])([^]*)\1\s*\)$/i.exec(value)?.[2] ?? null
}

const TURNS: Record<string, number> = { deg: 1, rad: 180 / Math.PI, grad: 0.9, turn: 360 }

/** CSS Transforms Level 1 section 8: attributes have neither units nor `translateX`. */
function transformOf(text: string): string {
  return text
    .replace(
      /([+-]?[\d.]+(?:e[+-]?\d+)?)(deg|rad|grad|turn)\b/gi,
      (_, number: string, unit: string) =>
        String(Number((Number(number) * (TURNS[unit.toLowerCase()] ?? 1)).toFixed(6))),
    )
    .replace(/(\d\.?)px\b/gi, '$1')
    .replace(/translateX\(([^,)]*)\)/gi, 'translate($1)')
    .replace(/translateY\(([^,)]*)\)/gi, 'translate(0 $1)')
    .replace(/scaleX\(([^,)]*)\)/gi, 'scale($1 1)')
    .replace(/scaleY\(([^,)]*)\)/gi, 'scale(1 $1)')
    .replace(/translate3d\(([^,)]*),([^,)]*),\s*0\s*\)/gi, 'translate($1 $2)')
    .replace(/translateZ\(\s*0\s*\)/gi, '')
    .replace(/rotateZ\(/gi, 'rotate(')
    .replace(/skew\(([^,)]*)\)/gi, 'skewX($1)')
    .trim()
}
