/** Colours: `#a00`, `rgb(170, 0, 0)`, `red`; those of SVG Tiny 1.2 section 11.13 and those that CSS has beside them. */
import { COLOR_NAMES, TINY_NAMES } from './color-names.ts'

export interface Color {
  /** 0 to 255, whole. */
  red: number
  green: number
  blue: number
  /** 0 to 1. */
  alpha: number
  /** Is it written as SVG Tiny 1.2 can read it? */
  isTiny: boolean
}

/** Null for what is no colour by itself: `none`, `currentColor`, `url(#a)`, `inherit`, and anything unknown. */
export function parseColor(value: string): Color | null {
  const text = value.trim()
  const lower = text.toLowerCase()
  if (lower.startsWith('#')) return fromHex(lower.slice(1))
  if (lower === 'transparent') return { red: 0, green: 0, blue: 0, alpha: 0, isTiny: false }
  const named = COLOR_NAMES.get(lower)
  if (named !== undefined) {
    const color = fromHex(named)
    return color === null ? null : { ...color, isTiny: TINY_NAMES.has(lower) }
  }
  const call = /^(rgba?|hsla?)\(([^()]*)\)$/.exec(lower)
  return call === null ? null : fromCall(call[1] ?? '', call[2] ?? '')
}

export function formatColor({ red, green, blue }: Pick<Color, 'red' | 'green' | 'blue'>): string {
  return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`
}

function fromHex(digits: string): Color | null {
  if (!/^(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/.test(digits)) return null
  const full = digits.length < 6 ? digits.replace(/./g, '$&$&') : digits
  const [red = 0, green = 0, blue = 0, alpha = 255] = (full.match(/../g) ?? []).map((pair) =>
    Number.parseInt(pair, 16),
  )
  return { red, green, blue, alpha: alpha / 255, isTiny: full.length === 6 }
}

interface Component {
  number: number
  unit: string
}

function fromCall(name: string, inner: string): Color | null {
  const parts = inner.trim().split(inner.includes(',') ? /\s*,\s*/ : /\s*\/\s*|\s+/)
  const components = parts.map(component)
  if (components.length < 3 || components.length > 4) return null
  const [first, second, third, fourth] = components
  if (!first || !second || !third || fourth === null) return null
  const alpha = fourth === undefined ? 1 : clamp(scaled(fourth, 1), 1)
  if (name.startsWith('hsl')) {
    const hue = inDegrees(first)
    if (hue === null || second.unit !== '%' || third.unit !== '%') return null
    return {
      ...fromHsl(hue, clamp(second.number / 100, 1), clamp(third.number / 100, 1)),
      alpha,
      isTiny: false,
    }
  }
  const channels = [first, second, third]
  if (channels.some(({ unit }) => unit !== '' && unit !== '%')) return null
  const [red = 0, green = 0, blue = 0] = channels.map((each) =>
    Math.round(clamp(scaled(each, 255), 255)),
  )
  const isPlain = name === 'rgb' && fourth === undefined && inner.includes(',')
  const isWhole = channels.every(({ number, unit }) => unit === '%' || Number.isInteger(number))
  const isAlike = channels.every(({ unit }) => unit === first.unit)
  return { red, green, blue, alpha, isTiny: isPlain && isWhole && isAlike }
}

function component(text: string): Component | null {
  const match = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)(%|deg|rad|grad|turn)?$/.exec(text)
  return match === null ? null : { number: Number(match[1]), unit: match[2] ?? '' }
}

function scaled({ number, unit }: Component, whole: number): number {
  return unit === '%' ? (number / 100) * whole : number
}

function clamp(value: number, most: number): number {
  return Math.min(Math.max(value, 0), most)
}

function inDegrees({ number, unit }: Component): number | null {
  switch (unit) {
    case '':
    case 'deg':
      return number
    case 'rad':
      return (number * 180) / Math.PI
    case 'grad':
      return number * 0.9
    case 'turn':
      return number * 360
    default:
      return null
  }
}

/** CSS Color Module Level 4 section 7.1. */
function fromHsl(hue: number, saturation: number, lightness: number) {
  const channel = (n: number): number => {
    const k = (n + ((hue % 360) + 360) / 30) % 12
    const a = saturation * Math.min(lightness, 1 - lightness)
    return Math.round(255 * (lightness - a * Math.max(-1, Math.min(k - 3, 9 - k, 1))))
  }
  return { red: channel(0), green: channel(8), blue: channel(4) }
}
