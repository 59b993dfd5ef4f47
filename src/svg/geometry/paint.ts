/** What an element is painted with, those around it counted in (SVG Tiny 1.2 sections 6.2 and 11). */
import type { EditElement, Visited } from '../edit/element.ts'
import { inPixels, parseLength } from '../values/length.ts'
import { parseColor, type Color } from '../values/color.ts'
import { parseNumbers } from '../values/scanner.ts'
import type { FillRule } from './polygon.ts'

/** Inherited properties with what they are when nobody says. */
const INITIAL: ReadonlyMap<string, string> = new Map([
  ['fill', 'black'],
  ['fill-opacity', '1'],
  ['fill-rule', 'nonzero'],
  ['clip-rule', 'nonzero'],
  ['stroke', 'none'],
  ['stroke-opacity', '1'],
  ['stroke-width', '1'],
  ['stroke-linecap', 'butt'],
  ['stroke-linejoin', 'miter'],
  ['stroke-miterlimit', '4'],
  ['stroke-dasharray', 'none'],
  ['stroke-dashoffset', '0'],
  ['paint-order', 'normal'],
  ['visibility', 'visible'],
  ['color', 'black'],
  ['font-size', '16'],
  ['text-anchor', 'start'],
])

/** Of paint: what content brings along when it is put elsewhere. */
export const INHERITED: readonly string[] = [...INITIAL.keys()]

export function inherited({ element, around }: Visited, name: string): string {
  for (const each of [element, ...around]) {
    const value = each.attributes.get(name)?.trim()
    if (value !== undefined && value !== '' && value !== 'inherit') return value
  }
  return INITIAL.get(name) ?? ''
}

/** A property of the element alone: `opacity`. */
export function own(element: EditElement, name: string): string | null {
  const value = element.attributes.get(name)?.trim()
  return value === undefined || value === '' ? null : value
}

/** 0 to 1; `50%` is a half. What cannot be read is 1, as renderers have it. */
export function share(value: string | null): number {
  const length = value === null ? null : parseLength(value)
  if (length === null) return 1
  const number = length.unit === '%' ? length.number / 100 : length.unit === '' ? length.number : 1
  return Math.min(1, Math.max(0, number))
}

export interface Link {
  id: string
  /** What to paint with when there is nothing of that name; empty for none. */
  otherwise: string
}

/** `url(#a) red`; null for any other value, links out of the document too. */
export function linkOf(value: string): Link | null {
  const match = /^url\(\s*(["']?)\s*#([^"')]*?)\s*\1\s*\)\s*(.*)$/s.exec(value.trim())
  return match === null ? null : { id: match[2] ?? '', otherwise: match[3] ?? '' }
}

export type Paint =
  | { kind: 'none' }
  | { kind: 'color'; color: Color }
  | { kind: 'link'; link: Link }
  | { kind: 'unknown' }

export function paintOf(visited: Visited, property: 'fill' | 'stroke'): Paint {
  const value = inherited(visited, property)
  if (value === 'none') return { kind: 'none' }
  const link = linkOf(value)
  if (link !== null) return { kind: 'link', link }
  const color = parseColor(/^currentcolor$/i.test(value) ? inherited(visited, 'color') : value)
  return color === null ? { kind: 'unknown' } : { kind: 'color', color }
}

export function fillRuleOf(visited: Visited, property: 'fill-rule' | 'clip-rule'): FillRule {
  return inherited(visited, property) === 'evenodd' ? 'evenodd' : 'nonzero'
}

export interface Stroke {
  width: number
  cap: 'butt' | 'round' | 'square'
  join: 'miter' | 'round' | 'bevel'
  miterLimit: number
  dashes: readonly number[]
  dashOffset: number
  /** `vector-effect`: the width does not grow with the drawing. */
  isFixed: boolean
}

/** Null for none; `unknown` where a length cannot be resolved here. */
export function strokeOf(visited: Visited): Stroke | null | 'unknown' {
  if (paintOf(visited, 'stroke').kind === 'none') return null
  const [width, dashOffset] = [
    pixels(visited, 'stroke-width'),
    pixels(visited, 'stroke-dashoffset'),
  ]
  const dashes = dashesOf(inherited(visited, 'stroke-dasharray'))
  if (width === null || dashOffset === null || dashes === null) return 'unknown'
  if (width <= 0) return null
  const [cap, join] = [inherited(visited, 'stroke-linecap'), inherited(visited, 'stroke-linejoin')]
  return {
    width,
    cap: cap === 'round' || cap === 'square' ? cap : 'butt',
    join: join === 'round' || join === 'bevel' ? join : 'miter',
    miterLimit: Math.max(1, Number(inherited(visited, 'stroke-miterlimit')) || 4),
    dashes,
    dashOffset,
    isFixed: own(visited.element, 'vector-effect') === 'non-scaling-stroke',
  }
}

function pixels(visited: Visited, name: string): number | null {
  const length = parseLength(inherited(visited, name))
  return length === null ? null : inPixels(length)
}

/** Section 11.4: an odd count is repeated; a negative one or only zeros are no dashes. */
function dashesOf(value: string): number[] | null {
  if (value === 'none') return []
  const { numbers, problem } = parseNumbers(value.replaceAll(/(?<=[\d.])px/g, ''))
  if (problem !== null) return null
  if (numbers.some((each) => each < 0) || numbers.every((each) => each === 0)) return []
  return numbers.length % 2 === 1 ? [...numbers, ...numbers] : numbers
}
