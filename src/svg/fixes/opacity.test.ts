import { expect, test } from 'vitest'
import { goldens, repairedBy, svg } from '../../testing/repaired-by.ts'
import { opacity } from './opacity.ts'

const VIEW = 'viewBox="0 0 100 100"'

goldens(
  opacity,
  [
    [
      'fill',
      '<rect width="20" height="20" fill="red" fill-opacity=".5" opacity=".5"/>',
      '<rect width="20" height="20" fill="red" fill-opacity=".25"/>',
    ],
    [
      'stroke',
      '<path d="M0 0h9" fill="none" stroke="red" opacity=".5"/>',
      '<path d="M0 0h9" fill="none" stroke="red" stroke-opacity=".5"/>',
    ],
    [
      'both',
      '<rect x="10" y="10" width="20" height="20" fill="red" stroke="blue" stroke-width="2" opacity=".5"/>',
      '<path fill="red" d="M11 11L11 29L29 29L29 11Z" fill-opacity=".5"/><path fill="blue" d="M31 9L31 31L9 31L9 9ZM11 11L11 29L29 29L29 11Z" fill-opacity=".5"/>',
    ],
    [
      'both of one colour',
      '<rect x="10" y="10" width="20" height="20" fill="red" stroke="red" stroke-width="2" opacity=".5"/>',
      '<path fill="#ff0000" d="M31 9L31 31L9 31L9 9Z" fill-opacity=".5"/>',
    ],
    ['one', '<rect width="20" height="20" opacity="1"/>', '<rect width="20" height="20"/>'],
    ['zero', '<g><rect width="20" height="20" opacity="0"/></g>', '<g/>'],
    [
      'apart',
      '<g opacity=".5"><rect width="20" height="20"/><rect x="30" width="20" height="20" fill-opacity=".5"/></g>',
      '<g><rect width="20" height="20" fill-opacity=".5"/><rect x="30" width="20" height="20" fill-opacity=".25"/></g>',
    ],
    [
      'overlap',
      '<g opacity=".5"><rect width="20" height="20"/><rect x="10" width="20" height="20" fill="red"/></g>',
      '<g><path d="M0 0L10 0L10 20L0 20Z" fill-opacity=".5"/><path fill="red" d="M10 0L30 0L30 20L10 20Z" fill-opacity=".5"/></g>',
    ],
    [
      'overlap same',
      '<g opacity=".5"><rect width="20" height="20"/><rect x="10" width="20" height="20"/></g>',
      '<g><path d="M30 0L30 20L0 20L0 0Z" fill="#000000" fill-opacity=".5"/></g>',
    ],
    [
      'overlap clear',
      '<g opacity=".5"><rect width="20" height="20" fill="#000"/><rect x="10" width="20" height="20" fill="#fff" fill-opacity=".5"/></g>',
      '<g><path fill="#000" d="M0 0L10 0L10 20L0 20Z" fill-opacity=".5"/><path fill="#808080" fill-opacity=".5" d="M10 0L20 0L20 20L10 20Z"/><path fill="#fff" fill-opacity=".25" d="M30 0L30 20L20 20L20 0Z"/></g>',
    ],
    [
      'nested',
      '<g opacity=".5"><rect width="20" height="20" opacity=".5"/></g>',
      '<g><rect width="20" height="20" fill-opacity=".25"/></g>',
    ],
    ['text', '<text opacity=".5">a</text>', '<text fill-opacity=".5">a</text>'],
    ['defs', '<defs opacity=".5"/>', '<defs/>'],
    [
      'gradient under',
      '<linearGradient id="g"><stop/><stop offset="1" stop-color="red"/></linearGradient><g opacity=".5"><rect width="20" height="20" fill="url(#g)"/><rect x="10" width="20" height="20" fill="red"/></g>',
      '<linearGradient id="g"><stop/><stop offset="1" stop-color="red"/></linearGradient><linearGradient id="g-2" gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="20" y2="0"><stop/><stop offset="1" stop-color="red"/></linearGradient><g><path fill="url(#g-2)" d="M0 0L10 0L10 20L0 20Z" fill-opacity=".5"/><path fill="red" d="M10 0L30 0L30 20L10 20Z" fill-opacity=".5"/></g>',
    ],
  ],
  {},
  VIEW,
)

test.each([
  [
    'image',
    '<g opacity=".5"><image/></g>',
    ['g: Its `opacity` cannot go to its parts: `image`: its size is not known'],
  ],
])('stays: %s', (_, inner, told) => {
  const { text, changes, obstacles } = repairedBy(opacity, svg(inner, VIEW))
  expect(text).toBe(svg(inner, VIEW))
  expect(changes).toEqual([])
  expect(obstacles.map(({ element, why }) => `${element}: ${why}`)).toEqual(told)
})
