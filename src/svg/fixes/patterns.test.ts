import { expect, test } from 'vitest'
import { goldens, repairedBy, svg } from '../../testing/repaired-by.ts'
import { patterns } from './patterns.ts'

const VIEW = 'viewBox="0 0 100 100"'

goldens(
  patterns,
  [
    [
      'user',
      '<pattern id="p" width="50" height="50" patternUnits="userSpaceOnUse"><rect width="25" height="25" fill="red"/></pattern><rect width="100" height="50" fill="url(#p)"/>',
      '<pattern id="p" width="50" height="50" patternUnits="userSpaceOnUse"><rect width="25" height="25" fill="red"/></pattern><g clip-path="url(#cut-2)"><g><rect width="25" height="25" fill="red"/></g><g transform="translate(50 0)"><rect width="25" height="25" fill="red"/></g></g><clipPath id="cut-2"><path d="M0 0L100 0L100 50L0 50Z"/></clipPath>',
    ],
    [
      'box',
      '<pattern id="p" width=".5" height="1"><circle r="10" fill="red"/></pattern><rect x="10" y="10" width="40" height="40" stroke="blue" fill="url(#p)"/>',
      '<pattern id="p" width=".5" height="1"><circle r="10" fill="red"/></pattern><g clip-path="url(#cut-3)"><g transform="translate(10 10)" clip-path="url(#cut-2)"><circle r="10" fill="red"/></g><g transform="translate(30 10)" clip-path="url(#cut-2)"><circle r="10" fill="red"/></g></g><rect x="10" y="10" width="40" height="40" stroke="blue" fill="none"/><clipPath id="cut-2"><path d="M0 0L20 0L20 40L0 40Z"/></clipPath><clipPath id="cut-3"><path d="M10 10L50 10L50 50L10 50Z"/></clipPath>',
    ],
  ],
  {},
  VIEW,
)

test.each([
  [
    'many',
    '<pattern id="p" width=".01" height=".01"><circle r="10" fill="red"/></pattern><rect x="10" y="10" width="40" height="40" fill="url(#p)"/>',
    ['rect: Its pattern cannot be drawn tile by tile: it has too many tiles'],
  ],
])('stays: %s', (_, inner, told) => {
  const { text, changes, obstacles } = repairedBy(patterns, svg(inner, VIEW))
  expect(text).toBe(svg(inner, VIEW))
  expect(changes).toEqual([])
  expect(obstacles.map(({ element, why }) => `${element}: ${why}`)).toEqual(told)
})
