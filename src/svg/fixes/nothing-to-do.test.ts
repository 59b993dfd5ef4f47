import fc from 'fast-check'
import { expect, test } from 'vitest'
import { repairedBy } from '../../testing/repaired-by.ts'
import { readLogo } from '../logo.ts'
import { INERT, PROFILE } from '../profile.ts'
import type { ValueType } from '../value-types.ts'
import { FIXES } from './list.ts'

/** Those that look at what a logo says, not at how much of it there is or how it stands in its frame. */
const FAITHFUL = FIXES.filter(
  ({ id }) => !/^(?:shrink|square|background|arcs|definitions|obstacles)$/.test(id),
)

/** Values that SVG Tiny 1.2 can read, for attributes that take any. */
const READABLE: Record<string, string[]> = {
  fill: ['red', '#a0b', '#a0b1c2', 'rgb(1, 2, 3)', 'none', 'inherit'],
  stroke: ['blue', 'none', '#123456'],
  color: ['red', 'inherit'],
  'solid-color': ['red'],
  'stop-color': ['#fff', 'black'],
  'font-size': ['12', 'medium', 'inherit'],
  'stroke-dasharray': ['none', '1 2', '3,4,5'],
  d: ['M0 0L1 1z', 'm1 2h3v4'],
  points: ['0 0 1 1 2 2', '1,2 3,4'],
  transform: ['translate(1 2)', 'rotate(45) scale(2)', 'matrix(1 0 0 1 2 3)'],
  viewBox: ['0 0 96 96', '-1 -2 10 10'],
  width: ['96', '200'],
  height: ['96', '200'],
  rotate: ['9'],
}
/** Left out: what leads somewhere, and what is asked about elsewhere. */
const APART = new Set([
  'href',
  'id',
  'xml:id',
  'class',
  'requiredFonts',
  'xml:base',
  ...INERT.map(([name]) => name),
])

function valueOf(name: string, type: ValueType): fc.Arbitrary<string> {
  if (typeof type === 'object') return fc.constantFrom(...type)
  if (type === 'aspect-ratio') return fc.constantFrom('xMidYMid', 'none', 'xMidYMid meet')
  if (type === 'language') return fc.constantFrom('en', 'en-GB')
  return fc.constantFrom(...(READABLE[name] ?? ['0.5', '1', '2', '10']))
}

function attributesOf(element: string): fc.Arbitrary<string> {
  const all = [...(PROFILE.get(element)?.attributes ?? [])].filter(([name]) => !APART.has(name))
  return fc
    .subarray(all, { maxLength: 5 })
    .chain((some) =>
      fc.tuple(
        ...some.map(([name, type]) => valueOf(name, type).map((value) => ` ${name}="${value}"`)),
      ),
    )
    .map((written) => written.join(''))
}

const elementOf = (name: string, content: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(attributesOf(name), content)
    .map(([attributes, inner]) => `<${name}${attributes}>${inner}</${name}>`)

const LEAVES = 'path rect circle line ellipse polyline polygon solidColor'.split(' ')
const leaf = fc.constantFrom(...LEAVES).chain((name) => elementOf(name, fc.constant('')))
const text = elementOf('text', fc.constantFrom('', 'Acme', ' a  b '))
const gradient = fc.constantFrom('linearGradient', 'radialGradient').chain((name) =>
  elementOf(
    name,
    fc.array(elementOf('stop', fc.constant('')), { maxLength: 2 }).map((all) => all.join('')),
  ),
)
const some = (each: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.array(each, { maxLength: 4 }).map((all) => all.join('\n'))
const shallow = fc.oneof(leaf, text, gradient)
const group = fc.constantFrom('g', 'defs').chain((name) => elementOf(name, some(shallow)))
const size = fc.constantFrom('', ' width="96" height="96"')
const logo = fc
  .tuple(size, some(fc.oneof(shallow, group)))
  .map(
    ([size, inner]) =>
      `<svg xmlns="http://www.w3.org/2000/svg" version="1.2" baseProfile="tiny-ps"${size} viewBox="0 0 96 96"><title>Acme</title><desc>Two circles</desc>${inner}</svg>`,
  )

test('a logo without a fault is left as it is, by every repair', () => {
  fc.assert(
    fc.property(logo, (text) => {
      expect(readLogo(new TextEncoder().encode(text)).faults).toEqual([])
      for (const fix of FAITHFUL) {
        const repaired = repairedBy(fix, text)
        expect([fix.id, repaired.changes]).toEqual([fix.id, []])
        expect([fix.id, repaired.text]).toEqual([
          fix.id,
          text.replace(/<(\w+)([^>]*)><\/\1>/g, '<$1$2/>'),
        ])
      }
    }),
    { numRuns: 60 },
  )
})
