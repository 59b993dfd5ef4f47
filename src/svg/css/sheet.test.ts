import fc from 'fast-check'
import { expect, test } from 'vitest'
import { substituted } from './cascade.ts'
import { readDeclarations } from './declarations.ts'
import { readSheet } from './sheet.ts'

function declared(text: string): string[] {
  return readSheet(text).rules.flatMap(({ declarations }) =>
    declarations.map(
      ({ property, value, isImportant }) => `${property}:${value}${isImportant ? '!' : ''}`,
    ),
  )
}

test.each([
  ['a plain rule', 'path { FILL : red }', ['fill:red']],
  ['important', 'path { fill: red !important }', ['fill:red!']],
  ['remarks', '/* a */ path { /* b */ fill: red /* c */ }', ['fill:red']],
  ['the brackets of old browsers', '<!-- path { fill: red } -->', ['fill:red']],
  ['a screen', '@media screen { path { fill: red } }', ['fill:red']],
  ['all media', '@media all { path { fill: red } }', ['fill:red']],
  ['one of several media', '@media print, screen { path { fill: red } }', ['fill:red']],
  ['print', '@media print { path { fill: red } }', []],
  ['anything but a screen', '@media not screen { path { fill: red } }', []],
  ['light colours', '@media (prefers-color-scheme: light) { path { fill: red } }', ['fill:red']],
  ['dark colours', '@media (prefers-color-scheme: dark) { path { fill: red } }', []],
  ['widths', '@media (min-width: 100px) { path { fill: red } }', []],
  ['animations', '@keyframes a { from { fill: red } }', []],
  ['a bad declaration', 'path { fill: redd; stroke: red }', ['stroke:red']],
  ['a declaration cut off', 'path { fill: red; stroke', ['fill:red']],
  ['a selector that nobody reads', '1a { fill: red } path { fill: blue }', ['fill:blue']],
  ['variables', ':root { --Red: #f00 }', ['--Red:#f00']],
  [
    'marker',
    'path { marker: url(#a) }',
    ['marker-start:url(#a)', 'marker-mid:url(#a)', 'marker-end:url(#a)'],
  ],
  [
    'font',
    'text { font: italic 700 12px/1.5 "A B", serif }',
    [
      'font-style:italic',
      'font-variant:normal',
      'font-weight:700',
      'font-stretch:normal',
      'font-size:12px',
      'font-family:"A B", serif',
    ],
  ],
])('%s', (_, text, expected) => expect(declared(text)).toEqual(expected))

test.each([
  ['@supports (fill: red) { path { fill: red } }', ['@supports']],
  ['@layer a { path { fill: red } }', ['@layer']],
  ['g { & path { fill: red } }', ['g { … { … } }']],
  ['path:has(a) { fill: red }', ['path:has(a)']],
])('%s is more than can be read', (text, expected) =>
  expect(readSheet(text).unreadable).toEqual(expected),
)

test('what comes from elsewhere is told', () => {
  const { brought } = readSheet(
    '@import url(a.css); @font-face { font-family: A; src: url(a.woff) }',
  )
  expect(brought).toEqual([
    '@import url(a.css);',
    '@font-face { font-family: A; src: url(a.woff) }',
  ])
})

test.each([
  ['var(--a)', 'red'],
  ['var( --a )', 'red'],
  ['url(#x) var(--a)', 'url(#x) red'],
  ['var(--none, blue)', 'blue'],
  ['var(--none, var(--a))', 'red'],
  ['var(--b)', 'red'],
  ['var(--none)', null],
  ['var(--loop)', null],
  ['var(--a', 'red'],
])('%s is %j', (value, expected) => {
  const variables = new Map([
    ['--a', 'red'],
    ['--b', 'var(--a)'],
    ['--loop', 'var(--loop)'],
  ])
  expect(substituted(value, variables)).toBe(expected)
})

test('variables that double each other come to an end', () => {
  const variables = new Map(
    Array.from({ length: 40 }, (_, i) => [`--v${i}`, `var(--v${i + 1}) var(--v${i + 1})`] as const),
  )
  expect(substituted('var(--v0)', variables)).toBeNull()
})

test('no text makes it fail', () => {
  const piece = fc.constantFrom(
    ...'a .b #c { } ; : ( ) @media @import var(-- !important " /* */ <!-- , > \\ fill red'.split(
      ' ',
    ),
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(piece).map((all) => all.join(' ')),
      ),
      (text) => {
        readSheet(text)
        readDeclarations(text)
      },
    ),
    { numRuns: 300 },
  )
})
