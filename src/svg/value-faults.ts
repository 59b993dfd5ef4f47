/** Values that the schema takes for any text, read by the rules of SVG Tiny 1.2. */
import { PROFILE } from './profile.ts'
import { stayingElements } from './schema.ts'
import { attributeOf, type Span, spanInValue, type SvgAttribute, type SvgElement } from './tree.ts'
import { parseColor } from './values/color.ts'
import { parseLength } from './values/length.ts'
import { scanPath } from './values/scan-path.ts'
import { parsePoints } from './values/points.ts'
import { parseNumbers } from './values/scanner.ts'
import { parseTransform } from './values/transform.ts'
import { parseViewBox } from './values/view-box.ts'

export type ValueKind = 'path' | 'color' | 'length' | 'transform' | 'points' | 'view-box'

export interface ValueFault {
  kind: ValueKind
  span: Span
  /** Name of the attribute, and of its element. */
  seen: string
  in: string
  value: string
  /** What would be read: `a number`. */
  expected: string
  /** Where in the value it stops being readable, from 0; null where it is the whole that is wrong. */
  offset: number | null
}

interface Trouble {
  expected: string
  offset: number | null
}

type Read = (value: string) => Trouble | null
const whole = (expected: string): Trouble => ({ expected, offset: null })

/** SVG Tiny 1.2 section 11.2: with or without something to fall back on after a reference. */
const readPaint: Read = (value) => {
  const text = value.trim()
  const reference = /^url\(\s*[^()\s]+\s*\)/.exec(text)?.[0]
  const rest = reference === undefined ? text : text.slice(reference.length).trim()
  if (rest === '' && reference !== undefined) return null
  if (['none', 'currentColor'].includes(rest)) return null
  return (rest === 'inherit' && reference === undefined) || SYSTEM.has(rest)
    ? null
    : tinyColor(rest)
}

const readColor: Read = (value) =>
  ['inherit', 'currentColor'].includes(value.trim()) ? null : tinyColor(value)

function tinyColor(text: string): Trouble | null {
  const color = parseColor(text)
  if (color?.isTiny === true) return null
  return whole('`#rgb`, `#rrggbb`, `rgb(0, 0, 0)` or one of the sixteen colour names of HTML')
}

/** SVG Tiny 1.2 section 11.13.3. */
const SYSTEM: ReadonlySet<string> = new Set(
  (
    'ActiveBorder ActiveCaption AppWorkspace Background ButtonFace ButtonHighlight ButtonShadow ButtonText CaptionText ' +
    'GrayText Highlight HighlightText InactiveBorder InactiveCaption InactiveCaptionText InfoBackground InfoText Menu ' +
    'MenuText Scrollbar ThreeDDarkShadow ThreeDFace ThreeDHighlight ThreeDLightShadow ThreeDShadow Window WindowFrame WindowText'
  ).split(' '),
)

/** A number with what it must be at least, or one of these words. */
function numeric(least: number, ...words: string[]): Read {
  return (value) => {
    const text = value.trim()
    if (words.includes(text)) return null
    const length = parseLength(text)
    if (length === null) return whole(withLeast('a number', least))
    if (length.unit !== '')
      return {
        expected: 'a number without a unit',
        offset: value.indexOf(text) + text.length - length.unit.length,
      }
    return length.number < least ? whole(withLeast('a number', least)) : null
  }
}

function withLeast(what: string, least: number): string {
  return Number.isFinite(least) ? `${what} of at least ${least}` : what
}

const ANY = Number.NEGATIVE_INFINITY
const property = (least: number, ...words: string[]): Read => numeric(least, 'inherit', ...words)

const readNumbers: Read = (value) => {
  const { numbers, problem } = parseNumbers(value)
  return problem ?? (numbers.length === 0 ? whole('one or more numbers') : null)
}

const readDashes: Read = (value) => {
  if (['none', 'inherit'].includes(value.trim())) return null
  const { numbers, problem } = parseNumbers(value)
  if (problem !== null) return problem
  const isBad = numbers.length === 0 || numbers.some((number) => number < 0)
  return isBad ? whole('`none`, or numbers of at least 0') : null
}

/** A part of the way, or a percentage of it. */
const readOffset: Read = (value) => {
  const length = parseLength(value)
  return length !== null && ['', '%'].includes(length.unit) ? null : whole('a number from 0 to 1')
}

/** Section 7.2: the one place for units. */
const readSize: Read = (value) => {
  const length = parseLength(value)
  const isSize = length !== null && length.number >= 0 && !['em', 'ex'].includes(length.unit)
  return isSize ? null : whole('a number of at least 0, with `px` or without')
}

const SIZES = 'xx-small x-small small medium large x-large xx-large larger smaller'.split(' ')

/** Section 7.9: as if there were none. */
function orNone(read: Read): Read {
  return (value) => (value.trim() === 'none' ? null : read(value))
}

/** Section 7.7: the coordinates of what is around the logo. */
function orReference(read: Read): Read {
  return (value) => (/^\s*ref\(\s*svg\s*(?:,[^()]*)?\)\s*$/.test(value) ? null : read(value))
}

type Reading = readonly [kind: ValueKind, read: Read]

/** By attribute, on every element that has it. */
const READINGS: ReadonlyMap<string, Reading> = new Map<string, Reading>([
  ['d', ['path', (value) => scanPath(value).problem]],
  ['points', ['points', (value) => parsePoints(value).problem]],
  ['transform', ['transform', orReference((value) => parseTransform(value).problem)]],
  ['fill', ['color', readPaint]],
  ['stroke', ['color', readPaint]],
  ['color', ['color', readColor]],
  ['stop-color', ['color', readColor]],
  ['solid-color', ['color', readColor]],
  ...[
    'fill-opacity stroke-opacity stop-opacity solid-opacity stroke-dashoffset'.split(' '),
  ].flatMap((names) => names.map((name): [string, Reading] => [name, ['length', property(ANY)]])),
  ['stroke-width', ['length', property(0)]],
  ['stroke-miterlimit', ['length', property(1)]],
  ['stroke-dasharray', ['length', readDashes]],
  ['font-size', ['length', property(0, ...SIZES)]],
  ['line-increment', ['length', property(ANY, 'auto')]],
  ['offset', ['length', readOffset]],
  ['pathLength', ['length', numeric(ANY)]],
  ...'x y cx cy x1 y1 x2 y2'
    .split(' ')
    .map((name): [string, Reading] => [name, ['length', numeric(ANY)]]),
  ...'width height r rx ry'
    .split(' ')
    .map((name): [string, Reading] => [name, ['length', numeric(0)]]),
  ['rotate', ['length', readNumbers]],
])

/** Where an element reads an attribute in a way of its own. */
const SPECIAL: ReadonlyMap<string, Reading> = new Map<string, Reading>([
  ['svg viewBox', ['view-box', orNone((value) => parseViewBox(value).problem)]],
  ['svg width', ['length', readSize]],
  ['svg height', ['length', readSize]],
  ['text x', ['length', readNumbers]],
  ['text y', ['length', readNumbers]],
  ['textArea width', ['length', numeric(0, 'auto')]],
  ['textArea height', ['length', numeric(0, 'auto')]],
])

/** On elements and attributes that the profile has; the others are faults of the schema already. */
export function valueFaults(root: SvgElement): ValueFault[] {
  return stayingElements(root).flatMap((element) => {
    const profile = element.isSvg ? PROFILE.get(element.local) : undefined
    if (profile === undefined) return []
    return element.attributes.flatMap((attribute) => {
      const { local, namespace } = attribute
      if (namespace !== '' || profile.attributes.get(local) !== 'any') return []
      const reading = SPECIAL.get(`${element.local} ${local}`) ?? READINGS.get(local)
      const fault = reading && faultOf(element, attribute, reading)
      return fault ? [fault] : []
    })
  })
}

function faultOf(
  element: SvgElement,
  attribute: SvgAttribute,
  [kind, read]: Reading,
): ValueFault | null {
  const trouble = read(attribute.value)
  if (trouble === null) return null
  const { expected, offset } = trouble
  const isInside = offset !== null && offset < attribute.value.length
  return {
    kind,
    span: isInside ? spanInValue(attribute, offset) : placeOf(attribute),
    seen: attribute.name,
    in: element.name,
    value: attribute.value,
    expected,
    offset,
  }
}

/** The attribute itself. */
function placeOf({ start, end }: SvgAttribute): Span {
  return { start, end }
}

export interface ArcFound {
  span: Span
  count: number
}

/** Paths with arcs, at their first one (SVG Tiny 1.2 section 8.3 has none). */
export function arcsIn(root: SvgElement): ArcFound[] {
  return stayingElements(root).flatMap((element) => {
    const d = element.isSvg && element.local === 'path' ? attributeOf(element, 'd') : undefined
    if (d === undefined || !/[Aa]/.test(d.value)) return []
    const { letters, offsets } = scanPath(d.value)
    const first = letters.findIndex(isArc)
    if (first === -1) return []
    const count = letters.filter(isArc).length
    return [{ span: spanInValue(d, offsets[first] ?? 0), count }]
  })
}

function isArc(letter: string): boolean {
  return letter === 'A' || letter === 'a'
}
