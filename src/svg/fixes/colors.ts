import { isPaint, withoutProfile } from '../css/values.ts'
import { everyElement, type EditElement, type Visited } from '../edit/element.ts'
import { PROPERTIES, setAttribute, valueOf } from '../edit/style.ts'
import { writeAttribute } from '../edit/write.ts'
import { formatColor, parseColor } from '../values/color.ts'
import { formatNumber } from '../values/format-number.ts'
import { parseLength } from '../values/length.ts'
import type { Change, Fix, Obstacle } from './fix.ts'

const PAIRS = [
  ['fill', 'fill-opacity'],
  ['stroke', 'stroke-opacity'],
  ['stop-color', 'stop-opacity'],
  ['solid-color', 'solid-opacity'],
] as const

type Pair = (typeof PAIRS)[number]

/** SVG Tiny 1.2 section 11.13: sixteen names, `#rgb`, `#rrggbb` and `rgb()`. What shines through says so beside. */
export const colors: Fix = {
  id: 'colors',
  title: 'Write colours as SVG Tiny 1.2 reads them',
  loss: 'lossless',
  apply({ root }) {
    const all = everyElement(root).filter(({ element }) => element.isSvg)
    const obstacles = all.flatMap(({ element }) => contextPaints(element))
    const usesCurrent = all.some(({ element }) =>
      PAIRS.some(([name]) => isCurrent(element.attributes.get(name))),
    )
    const before = new Map(
      all.map(({ element }) => [element, new Map(element.attributes)] as const),
    )
    for (const { element } of all) dropUnreadable(element)
    // All is read before anything is written: what is inherited must not count twice.
    const readings = PAIRS.map((pair) => ({
      pair,
      readings: all.map((visited) => readPaint(visited, pair)),
    }))
    for (const { pair, readings: each } of readings) writePaints(all, pair, each)
    for (const { element } of all) plainColor(element, usesCurrent)
    const changes = all.flatMap(({ element }) => changesOf(element, before.get(element)))
    return { changes, obstacles }
  },
}

function isCurrent(value: string | undefined): boolean {
  return value !== undefined && /^currentcolor$/i.test(withoutProfile(value))
}

const COLORED = [...PAIRS.map(([name]) => name), 'color']

/** Renderers pass over what they cannot read, as if it were not there. */
function dropUnreadable({ attributes }: EditElement): void {
  for (const name of COLORED) {
    const value = attributes.get(name)?.trim()
    if (value !== undefined && value !== 'inherit' && !isPaint(name, value)) attributes.delete(name)
  }
}

interface Reading {
  /** What the attribute has to be; null for none. */
  paint: string | null
  /** Opacity with that of the colour, for the element. */
  opacity: number
}

function readPaint(visited: Visited, [name, opacityName]: Pair): Reading {
  const own = visited.element.attributes.get(name)?.trim()
  const counting = withoutProfile(valueOf(visited, name))
  const resolved = isCurrent(counting) ? withoutProfile(valueOf(visited, 'color')) : counting
  const color = parseColor(resolved)
  const alpha = color?.alpha ?? 1
  const opacity = opacityOf(valueOf(visited, opacityName))
  // An inherited `currentColor` is that of the element itself (CSS Color Level 4 section 10.2).
  const isOwn = own !== undefined && own !== 'inherit'
  const isAnew = isCurrent(counting) && visited.element.attributes.has('color')
  if (alpha === 0 && (name === 'fill' || name === 'stroke'))
    return { paint: isOwn || isAnew ? 'none' : null, opacity }
  if (!isOwn && !isAnew) return { paint: own === undefined ? null : own, opacity: opacity * alpha }
  const isKept = color === null || (color.isTiny && own === resolved)
  return { paint: isKept ? (own ?? resolved) : formatColor(color), opacity: opacity * alpha }
}

function opacityOf(value: string): number {
  const length = parseLength(value)
  if (length === null) return 1
  const number = length.unit === '%' ? length.number / 100 : length.number
  return Math.min(Math.max(number, 0), 1)
}

/** Opacity is written where what counts would be another. */
function writePaints(
  all: readonly Visited[],
  [name, opacityName]: Pair,
  readings: readonly Reading[],
): void {
  const isInherited = PROPERTIES.get(name)?.isInherited === true
  const written = new Map<EditElement, number>()
  all.forEach(({ element, around }, i) => {
    const reading = readings[i]
    if (reading === undefined) return
    if (reading.paint !== null) setAttribute(element, name, reading.paint)
    const [parent] = around
    const handed = isInherited && parent !== undefined ? (written.get(parent) ?? 1) : 1
    const own = element.attributes.get(opacityName)
    const now = own === undefined || own.trim() === 'inherit' ? handed : opacityOf(own)
    written.set(element, reading.opacity)
    if (Math.abs(now - reading.opacity) > 1e-9)
      setAttribute(element, opacityName, formatNumber(reading.opacity, 4))
  })
}

/** `color` itself draws nothing: it goes with the last `currentColor`. */
function plainColor({ attributes }: EditElement, usesCurrent: boolean): void {
  const value = attributes.get('color')
  if (value === undefined) return
  const color = parseColor(withoutProfile(value))
  if (usesCurrent) attributes.delete('color')
  else if (color !== null && !color.isTiny) attributes.set('color', formatColor(color))
}

function changesOf(
  element: EditElement,
  before: ReadonlyMap<string, string> = new Map(),
): Change[] {
  const names = [...PAIRS.flat(), 'color'].filter(
    (name) => before.get(name) !== element.attributes.get(name),
  )
  if (names.length === 0) return []
  const written = (attributes: ReadonlyMap<string, string>): string =>
    names
      .flatMap((name) => {
        const value = attributes.get(name)
        return value === undefined ? [] : [writeAttribute(name, value)]
      })
      .join(' ')
  return [
    {
      what: `Write a colour of \`${element.name}\` plainly`,
      before: written(before),
      after: written(element.attributes),
      origin: element.origin,
    },
  ]
}

function contextPaints({ name: element, attributes, origin }: EditElement): Obstacle[] {
  return ['fill', 'stroke']
    .filter((name) => /^context-/i.test(attributes.get(name)?.trim() ?? ''))
    .map((name) => ({
      element,
      why: `\`${name}\` of \`${element}\` is taken from what the element is drawn for`,
      advice: 'Give the element a colour of its own.',
      origin,
    }))
}
