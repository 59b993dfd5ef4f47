/** The profile, written a second time as its tables read: an attribute or a child more or less would show here. */
import { expect, test } from 'vitest'
import { PROFILE } from './profile.ts'

const words = (list: string): string[] => list.split(/\s+/)

const NAMING = words(
  'id xml:id xml:base xml:lang xml:space class role rel rev typeof content datatype resource about property',
)
const PAINTING = words(
  `fill fill-opacity fill-rule stroke stroke-opacity stroke-width stroke-dasharray stroke-dashoffset stroke-linecap
   stroke-linejoin stroke-miterlimit color color-rendering vector-effect direction unicode-bidi solid-color solid-opacity
   display-align line-increment stop-color stop-opacity font-family font-size font-style font-variant font-weight
   text-anchor text-align`,
)
const COMMON = [...NAMING, ...PAINTING]
const MOVABLE = [...COMMON, ...words('transform requiredFonts systemLanguage')]
const WORDS = [
  ...NAMING,
  ...words(
    `requiredFonts systemLanguage display visibility image-rendering shape-rendering text-rendering buffered-rendering
     viewport-fill viewport-fill-opacity`,
  ),
]

const ATTRIBUTES: Record<string, string[]> = {
  svg: [
    ...COMMON,
    ...words(
      `version baseProfile width height viewBox preserveAspectRatio zoomAndPan externalResourcesRequired focusable
       playbackOrder snapshotTime timelineBegin contentScriptType`,
    ),
  ],
  g: MOVABLE,
  defs: COMMON,
  solidColor: COMMON,
  path: [...MOVABLE, 'd', 'pathLength'],
  rect: [...MOVABLE, ...words('x y width height rx ry')],
  circle: [...MOVABLE, ...words('cx cy r')],
  ellipse: [...MOVABLE, ...words('cx cy rx ry')],
  line: [...MOVABLE, ...words('x1 y1 x2 y2')],
  polyline: [...MOVABLE, 'points'],
  polygon: [...MOVABLE, 'points'],
  text: [...MOVABLE, ...words('x y rotate editable')],
  textArea: [...MOVABLE, ...words('x y width height')],
  use: [...MOVABLE, ...words('href x y')],
  linearGradient: [...COMMON, ...words('gradientUnits x1 y1 x2 y2')],
  radialGradient: [...COMMON, ...words('gradientUnits cx cy r')],
  stop: [...COMMON, 'offset'],
  title: WORDS,
  desc: WORDS,
  metadata: [],
}

const DRAWN = words(
  'g defs use path rect circle line ellipse polyline polygon text textArea solidColor linearGradient radialGradient',
)
const CHILDREN: Record<string, string[]> = {
  svg: [...DRAWN, 'title', 'desc', 'metadata'],
  g: DRAWN,
  defs: DRAWN,
  linearGradient: ['stop'],
  radialGradient: ['stop'],
}

test('there are twenty elements', () =>
  expect([...PROFILE.keys()].sort()).toEqual(Object.keys(ATTRIBUTES).sort()))

test('44 attributes are common to what is drawn', () => expect(COMMON).toHaveLength(44))

test.each(Object.entries(ATTRIBUTES))('the attributes of %s', (name, attributes) =>
  expect([...(PROFILE.get(name)?.attributes.keys() ?? [])].sort()).toEqual(attributes.toSorted()),
)

test.each(Object.keys(ATTRIBUTES))('what may stand in %s', (name) => {
  const { children, text } = PROFILE.get(name) ?? {}
  expect([...(children ?? [])].sort()).toEqual((CHILDREN[name] ?? []).toSorted())
  expect(text).toBe(['title', 'desc', 'metadata', 'text', 'textArea'].includes(name))
})
