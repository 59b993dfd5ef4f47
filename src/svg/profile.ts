/** SVG Tiny PS as data: which elements there are, what they may hold, and the type of each attribute. */
import type { ValueType } from './value-types.ts'

export interface ElementProfile {
  children: ReadonlySet<string>
  /** May it hold characters other than blanks? */
  text: boolean
  attributes: ReadonlyMap<string, ValueType>
}

const words = (list: string): string[] => list.split(' ')
const anything = (list: string): [string, ValueType][] =>
  words(list).map((name) => [name, 'any'] as const)
const oneOf = (name: string, list: string): [string, ValueType] => [name, words(list)]

const SHAPES = words('path rect circle line ellipse polyline polygon')
const DRAWN = new Set([
  ...SHAPES,
  ...words('g defs use text textArea solidColor linearGradient radialGradient'),
])

const NAMING: [string, ValueType][] = [
  ['id', 'ncname'],
  ['xml:id', 'ncname'],
  ['xml:lang', 'language'],
  ['class', 'nmtokens'],
  oneOf('xml:space', 'default preserve'),
  ...anything('xml:base role rel rev typeof content datatype resource about property'),
]

const PAINTING: [string, ValueType][] = [
  ...anything('fill fill-opacity stroke stroke-opacity stroke-width stroke-dasharray'),
  ...anything('stroke-dashoffset stroke-miterlimit color solid-color solid-opacity'),
  ...anything('line-increment stop-color stop-opacity font-family font-size'),
  oneOf('fill-rule', 'nonzero evenodd inherit'),
  oneOf('stroke-linecap', 'butt round square inherit'),
  oneOf('stroke-linejoin', 'miter round bevel inherit'),
  oneOf('color-rendering', 'auto optimizeSpeed optimizeQuality inherit'),
  oneOf('vector-effect', 'none non-scaling-stroke inherit'),
  oneOf('direction', 'ltr rtl inherit'),
  oneOf('unicode-bidi', 'normal embed bidi-override inherit'),
  oneOf('display-align', 'auto before center after inherit'),
  oneOf('font-style', 'normal italic oblique inherit'),
  oneOf('font-variant', 'normal small-caps inherit'),
  oneOf('font-weight', 'normal bold bolder lighter inherit'),
  oneOf('text-anchor', 'start middle end inherit'),
  oneOf('text-align', 'start center end inherit'),
]

const COMMON = [...NAMING, ...PAINTING]
const MOVABLE = anything('transform requiredFonts systemLanguage')

/** Attributes of the root that the draft allows with one value only, and would rather not see (they change nothing). */
export const INERT: readonly [string, ValueType][] = [
  oneOf('zoomAndPan', 'disable'),
  oneOf('externalResourcesRequired', 'false'),
  oneOf('focusable', 'false'),
  oneOf('playbackOrder', 'all'),
  oneOf('snapshotTime', 'none'),
  oneOf('timelineBegin', 'onLoad'),
]

const ROOT: [string, ValueType][] = [
  ...COMMON,
  ...INERT,
  oneOf('font-weight', 'normal bold bolder lighter'),
  oneOf('version', '1.2'),
  oneOf('baseProfile', 'tiny-ps'),
  ...anything('width height viewBox contentScriptType'),
  ['preserveAspectRatio', 'aspect-ratio'],
]

const DESCRIPTIVE: [string, ValueType][] = [
  ...NAMING,
  ...anything('requiredFonts systemLanguage viewport-fill viewport-fill-opacity'),
  oneOf(
    'display',
    'inline block list-item run-in compact marker table inline-table table-row-group table-header-group ' +
      'table-footer-group table-row table-column-group table-column table-cell table-caption none inherit',
  ),
  oneOf('visibility', 'visible hidden collapse inherit'),
  oneOf('image-rendering', 'auto optimizeSpeed optimizeQuality inherit'),
  oneOf('shape-rendering', 'auto optimizeSpeed crispEdges geometricPrecision inherit'),
  oneOf('text-rendering', 'auto optimizeSpeed optimizeLegibility geometricPrecision inherit'),
  oneOf('buffered-rendering', 'auto dynamic static inherit'),
]

const NONE: ReadonlySet<string> = new Set()

function element(
  attributes: readonly [string, ValueType][],
  children: ReadonlySet<string> = NONE,
  text = false,
): ElementProfile {
  return { children, text, attributes: new Map(attributes) }
}

const movable = (own: string): ElementProfile =>
  element([...COMMON, ...MOVABLE, ...(own === '' ? [] : anything(own))])

export const PROFILE: ReadonlyMap<string, ElementProfile> = new Map([
  ['svg', element(ROOT, new Set([...DRAWN, 'title', 'desc', 'metadata']))],
  ['title', element(DESCRIPTIVE, NONE, true)],
  ['desc', element(DESCRIPTIVE, NONE, true)],
  ['metadata', element([], NONE, true)],
  ['g', element([...COMMON, ...MOVABLE], DRAWN)],
  ['defs', element(COMMON, DRAWN)],
  ['solidColor', element(COMMON)],
  ['path', movable('d pathLength')],
  ['rect', movable('x y width height rx ry')],
  ['circle', movable('cx cy r')],
  ['ellipse', movable('cx cy rx ry')],
  ['line', movable('x1 y1 x2 y2')],
  ['polyline', movable('points')],
  ['polygon', movable('points')],
  ['use', movable('href x y')],
  [
    'text',
    element(
      [...COMMON, ...MOVABLE, ...anything('x y rotate'), oneOf('editable', 'none')],
      NONE,
      true,
    ),
  ],
  ['textArea', element([...COMMON, ...MOVABLE, ...anything('x y width height')], NONE, true)],
  ['linearGradient', gradient('x1 y1 x2 y2')],
  ['radialGradient', gradient('cx cy r')],
  ['stop', element([...COMMON, ...anything('offset')])],
])

function gradient(own: string): ElementProfile {
  const units = oneOf('gradientUnits', 'userSpaceOnUse objectBoundingBox')
  return element([...COMMON, units, ...anything(own)], new Set(['stop']))
}
