/** The colours along a gradient. */
import { makeElement, type EditElement, type Visited } from '../edit/element.ts'
import { formatColor, parseColor } from '../values/color.ts'
import { formatNumber } from '../values/format-number.ts'
import { parseLength } from '../values/length.ts'
import { inherited, own, share } from './paint.ts'

export interface Stop {
  /** 0 to 1, never less than that before it. */
  offset: number
  red: number
  green: number
  blue: number
  alpha: number
}

/** Null when a colour cannot be read. */
export function stopsOf(stops: readonly Visited[]): Stop[] | null {
  const all: Stop[] = []
  let least = 0
  for (const visited of stops) {
    const { element } = visited
    const value = own(element, 'stop-color') ?? 'black'
    const color = parseColor(/^currentcolor$/i.test(value) ? inherited(visited, 'color') : value)
    if (color === null) return null
    least = Math.max(least, offsetOf(element))
    const alpha = color.alpha * share(own(element, 'stop-opacity'))
    all.push({ offset: least, red: color.red, green: color.green, blue: color.blue, alpha })
  }
  return all
}

export function offsetOf(stop: EditElement): number {
  const length = parseLength(stop.attributes.get('offset') ?? '0')
  const number = length === null ? 0 : length.unit === '%' ? length.number / 100 : length.number
  return Math.min(1, Math.max(0, number))
}

export function makeStop({ offset, alpha, ...color }: Stop): EditElement {
  const stop = makeElement('stop', {
    offset: formatNumber(offset, 5),
    'stop-color': formatColor({
      red: Math.round(color.red),
      green: Math.round(color.green),
      blue: Math.round(color.blue),
    }),
  })
  if (alpha < 1) stop.attributes.set('stop-opacity', formatNumber(alpha, 4))
  return stop
}

/** Between two stops colours mix evenly; before the first and after the last they stay. */
export function colorAt(stops: readonly Stop[], t: number): Stop | null {
  const after = stops.find(({ offset }) => offset > t)
  const before = stops.findLast(({ offset }) => offset <= t) ?? stops[0]
  if (before === undefined) return null
  if (after === undefined || after.offset === before.offset) return before
  const part = Math.max(0, (t - before.offset) / (after.offset - before.offset))
  const mix = (a: number, b: number): number => a + (b - a) * part
  return {
    offset: t,
    red: mix(before.red, after.red),
    green: mix(before.green, after.green),
    blue: mix(before.blue, after.blue),
    alpha: mix(before.alpha, after.alpha),
  }
}
