import { expect, test } from 'vitest'
import { goldens, repairedBy, svg } from '../../testing/repaired-by.ts'
import { clipPaths } from './clip-paths.ts'

const VIEW = 'viewBox="0 0 100 100"'

goldens(
  clipPaths,
  [
    [
      'covers view',
      '<clipPath id="c"><path d="M0 0h100v100H0z"/></clipPath><g clip-path="url(#c)"><path d="M0 0h200v9z"/></g>',
      '<g><path d="M0 0h200v9z"/></g>',
    ],
    [
      'covers element',
      '<clipPath id="c"><circle cx="50" cy="50" r="20"/></clipPath><rect x="45" y="45" width="10" height="10" stroke="red" clip-path="url(#c)"/>',
      '<rect x="45" y="45" width="10" height="10" stroke="red"/>',
    ],
    [
      'cuts',
      '<clipPath id="c"><path d="M0 0h50v100H0z"/></clipPath><rect x="40" y="40" width="20" height="20" id="r" fill="red" clip-path="url(#c)"/>',
      '<path id="r" fill="red" d="M40 40L50 40L50 60L40 60Z"/>',
    ],
    [
      'outside',
      '<clipPath id="c"><path d="M0 0h10v10H0z"/></clipPath><g clip-path="url(#c)"><rect x="40" y="40" width="20" height="20"/><rect width="5" height="5"/></g>',
      '<g><rect width="5" height="5"/></g>',
    ],
    [
      'transforms',
      '<clipPath id="c" transform="translate(10)"><path d="M0 0h50v100H0z" transform="scale(.5 1)"/></clipPath><g clip-path="url(#c)" transform="translate(1)"><rect transform="scale(2)" width="50" height="10"/></g>',
      '<g transform="translate(1)"><path d="M17.5 10L5 10L5 0L17.5 0Z" transform="scale(2)"/></g>',
    ],
    [
      'what the clip path shows lies beyond the view box, and what it hides does not',
      '<clipPath id="c"><path d="M0-50H50V-10H0z"/></clipPath><rect y="-40" width="50" height="60" clip-path="url(#c)"/>',
      '',
    ],
    [
      'stroke',
      '<clipPath id="c"><path d="M0 0h50v100H0z"/></clipPath><path d="M10 10h80" stroke="red" stroke-width="4" stroke-opacity=".5" fill="none" clip-path="url(#c)"/>',
      '<path fill="red" d="M10 8L50 8L50 12L10 12Z" fill-opacity=".5"/>',
    ],
    [
      'fill and stroke',
      '<clipPath id="c"><path d="M0 0h50v100H0z"/></clipPath><rect x="40" y="40" width="20" height="20" fill="red" stroke="blue" stroke-width="2" opacity=".5" clip-path="url(#c)"/>',
      '<g opacity=".5"><path fill="red" d="M40 40L50 40L50 60L40 60Z"/><path fill="blue" d="M39 61L39 39L50 39L50 41L41 41L41 59L50 59L50 61Z"/></g>',
    ],
    [
      'evenodd',
      '<clipPath id="c"><path clip-rule="evenodd" d="M0 0h90v90H0zM10 10h70v70H10z"/></clipPath><rect width="50" height="50" clip-path="url(#c)"/>',
      '<path d="M10 10L10 50L0 50L0 0L50 0L50 10Z"/>',
    ],
    [
      'box',
      '<clipPath id="c" clipPathUnits="objectBoundingBox"><path d="M0 0h.5v1H0z"/></clipPath><rect x="40" y="40" width="20" height="20" clip-path="url(#c)"/>',
      '<path d="M40 40L50 40L50 60L40 60Z"/>',
    ],
    [
      'box, moved in the units of what is clipped',
      '<clipPath id="c" clipPathUnits="objectBoundingBox" transform="translate(5 0)"><path d="M0 0h.5v1H0z"/></clipPath><rect x="40" y="40" width="20" height="20" clip-path="url(#c)"/>',
      '<path d="M45 40L55 40L55 60L45 60Z"/>',
    ],
    [
      'gradient in box',
      '<linearGradient id="g"><stop/><stop offset="1" stop-color="red"/></linearGradient><clipPath id="c"><path d="M0 0h50v100H0z"/></clipPath><rect x="40" y="40" width="20" height="20" fill="url(#g)" clip-path="url(#c)"/>',
      '<linearGradient id="g"><stop/><stop offset="1" stop-color="red"/></linearGradient><linearGradient id="g-2" gradientUnits="userSpaceOnUse" x1="40" y1="40" x2="60" y2="40"><stop/><stop offset="1" stop-color="red"/></linearGradient><path fill="url(#g-2)" d="M40 40L50 40L50 60L40 60Z"/>',
    ],
    [
      'nested',
      '<clipPath id="d"><path d="M0 0h100v50H0z"/></clipPath><clipPath id="c" clip-path="url(#d)"><path d="M0 0h50v100H0z"/></clipPath><rect x="40" y="40" width="20" height="20" clip-path="url(#c)"/>',
      '<path d="M40 40L50 40L50 50L40 50Z"/>',
    ],
    [
      'empty',
      '<clipPath id="c"/><rect x="40" y="40" width="20" height="20" clip-path="url(#c)"/>',
      '',
    ],
    [
      'dangling',
      '<rect x="40" y="40" width="20" height="20" clip-path="url(#c)"/>',
      '<rect x="40" y="40" width="20" height="20"/>',
    ],
    ['rule', '<path clip-rule="evenodd" d="M0 0h9"/>', '<path d="M0 0h9"/>'],
  ],
  {},
  VIEW,
)

test.each([
  [
    'text',
    '<clipPath id="c"><text>a</text></clipPath><rect x="40" y="40" width="20" height="20" clip-path="url(#c)"/>',
    ['rect: Its clip path cannot be turned into cut shapes: it is made of `text`'],
  ],
  [
    'image',
    '<clipPath id="c"><path d="M0 0h50v100H0z"/></clipPath><g clip-path="url(#c)"><image width="3" height="3"/></g>',
    [
      'g: Its clip path cannot be turned into cut shapes: `image` cannot be cut: its size is not known',
    ],
  ],
  [
    'css',
    '<rect x="40" y="40" width="20" height="20" clip-path="circle(3px)"/>',
    ['rect: Its clip path cannot be turned into cut shapes: it is written as a shape of CSS'],
  ],
])('stays: %s', (_, inner, told) => {
  const { text, changes, obstacles } = repairedBy(clipPaths, svg(inner, VIEW))
  expect(text).toBe(svg(inner, VIEW))
  expect(changes).toEqual([])
  expect(obstacles.map(({ element, why }) => `${element}: ${why}`)).toEqual(told)
})
