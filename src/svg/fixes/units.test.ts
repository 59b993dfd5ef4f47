import { describe, expect, test } from 'vitest'
import { goldens, repairedBy, svg, type Golden } from '../../testing/repaired-by.ts'
import { units } from './units.ts'

describe('lengths', () =>
  goldens(
    units,
    [
      [
        'numbers already',
        '<rect x="1" width="-2.5" rx="auto" stroke-dasharray="1 2, 3"/><text x="1 2 3" font-size="medium"/><path stroke-dasharray="none"/>',
        null,
      ],
      [
        'px',
        '<path stroke-width="2px" stroke-dasharray="1px, 2px"/>',
        '<path stroke-width="2" stroke-dasharray="1 2"/>',
      ],
      [
        'units',
        '<rect x="1in" y="25.4mm" width="3pt" height="1pc"/>',
        '<rect x="96" y="96" width="4" height="16"/>',
      ],
      [
        'percentages',
        '<rect x="10%" y="10%" width="50%" height="50%"/><circle r="10%"/>',
        '<rect x="30" y="40" width="150" height="200"/><circle r="35.355339"/>',
      ],
      ['stroke and percent', '<path stroke-width="1%"/>', '<path stroke-width="3.535534"/>'],
      [
        'em',
        '<g font-size="10px"><rect width="2em" height="2ex"/><text font-size="150%" x="1em">a</text></g>',
        '<g font-size="10"><rect width="20" height="10"/><text font-size="15" x="15">a</text></g>',
      ],
      [
        'stops',
        '<linearGradient><stop offset="50%"/></linearGradient>',
        '<linearGradient><stop offset=".5"/></linearGradient>',
      ],
      [
        'gradients over the box',
        '<linearGradient x1="0%" x2="100%"/><radialGradient cx="50%" r="50%"/>',
        '<linearGradient x1="0" x2="1"/><radialGradient cx=".5" r=".5"/>',
      ],
      [
        'gradients over the drawing',
        '<linearGradient gradientUnits="userSpaceOnUse" x2="100%" y2="100%"/>',
        '<linearGradient gradientUnits="userSpaceOnUse" x2="300" y2="400"/>',
      ],
      [
        'gradients that take over where they are measured',
        '<linearGradient id="a" gradientUnits="userSpaceOnUse"/><linearGradient href="#a" x2="100%"/>',
        '<linearGradient id="a" gradientUnits="userSpaceOnUse"/><linearGradient href="#a" x2="300"/>',
      ],
    ],
    {},
    'viewBox="0 0 300 400"',
  ))

/** What the root says. */
function rooted([name, before, after]: Golden): Golden {
  return [name, svg('', before), after === null ? null : svg('', after)]
}

const ROWS: Golden[] = [
  ['without a size', 'viewBox="0 0 1 1"', null],
  ['in pixels', 'viewBox="0 0 1 1" width="96" height="100.5px"', null],
  [
    'relative',
    'width="100%" height="100%" viewBox="0 0 10 20"',
    'width="96" height="192" viewBox="0 0 10 20"',
  ],
  [
    'relative and large',
    'width="100%" viewBox="0 0 200 200"',
    'width="200" viewBox="0 0 200 200" height="200"',
  ],
  ['small', 'width="24" height="24" viewBox="0 0 9 9"', 'width="96" height="96" viewBox="0 0 9 9"'],
  [
    'in millimetres',
    'width="50.8mm" height="25.4mm" viewBox="0 0 2 1"',
    'width="192" height="96" viewBox="0 0 2 1"',
  ],
  ['one side', 'height="200" viewBox="0 0 2 1"', 'height="200" viewBox="0 0 2 1" width="400"'],
  [
    'without a view box',
    'width="100" height="200"',
    'width="100" height="200" viewBox="0 0 100 200"',
  ],
  [
    'without a view box, and small',
    'width="10mm" height="10mm"',
    'width="96" height="96" viewBox="0 0 37.7953 37.7953"',
  ],
  ['without anything', 'width="100%"', null],
  [
    'no size to keep',
    'width="0" height="0" viewBox="0 0 1 1"',
    'width="96" height="96" viewBox="0 0 1 1"',
  ],
]

describe('the root', () => goldens(units, ROWS.map(rooted)))

test('what hangs on a size that nobody knows is an obstacle', () => {
  const { text, obstacles } = repairedBy(units, svg('<rect width="50%"/><rect width="calc(1px)"/>'))
  expect(text).toBe(svg('<rect width="50%"/><rect width="calc(1px)"/>'))
  expect(obstacles.map(({ why }) => why)).toEqual([
    '`width="50%"` of `rect` is a length that cannot be told in numbers',
    '`width="calc(1px)"` of `rect` is a length that cannot be told in numbers',
  ])
})

test('sides that are not alike keep their proportions', () => {
  const text =
    '<svg xmlns="http://www.w3.org/2000/svg" width="100mm" height="80mm" viewBox="0 0 100 80"/>'
  expect(repairedBy(units, text).text).toContain('width="378" height="302.4"')
})
