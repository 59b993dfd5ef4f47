import { expect, test } from 'vitest'
import { goldens, repairedBy, svg } from '../../testing/repaired-by.ts'
import { gradientTransforms } from './gradient-transforms.ts'

const VIEW = 'viewBox="0 0 100 100"'

goldens(
  gradientTransforms,
  [
    [
      'linear user',
      '<linearGradient id="a" gradientUnits="userSpaceOnUse" x2="10" gradientTransform="translate(5) rotate(90)"><stop/><stop offset="1"/></linearGradient><path fill="url(#a)"/>',
      '<linearGradient id="a" gradientUnits="userSpaceOnUse" x1="5" y1="0" x2="5" y2="10"><stop/><stop offset="1"/></linearGradient><path fill="url(#a)"/>',
    ],
    [
      'linear skew box',
      '<linearGradient id="a" gradientTransform="skewX(45)"><stop/><stop offset="1"/></linearGradient><path fill="url(#a)"/>',
      '<linearGradient id="a" x2=".5" y2="-.5"><stop/><stop offset="1"/></linearGradient><path fill="url(#a)"/>',
    ],
    [
      'radial similarity',
      '<radialGradient id="a" gradientTransform="rotate(90) scale(2)" cx="1" cy="0" r="3" gradientUnits="userSpaceOnUse"><stop/><stop offset="1"/></radialGradient><path fill="url(#a)"/>',
      '<radialGradient id="a" gradientUnits="userSpaceOnUse" cx="0" cy="2" r="6"><stop/><stop offset="1"/></radialGradient><path fill="url(#a)"/>',
    ],
    [
      'radial ellipse',
      '<radialGradient id="a" gradientTransform="scale(4 1)" cx="1" cy="0" r="3" gradientUnits="userSpaceOnUse"><stop/><stop offset="1"/></radialGradient><rect width="8" height="4" fill="url(#a)"/>',
      '<radialGradient id="a" gradientUnits="userSpaceOnUse" cx="2" cy="0" r="6"><stop/><stop offset="1"/></radialGradient><path fill="url(#a)" d="M0 0L4 0L4 8L0 8Z" transform="scale(2 .5)"/>',
    ],
    [
      'radial ellipse with stroke',
      '<radialGradient id="a" gradientTransform="scale(4 1)" cx="1" cy="0" r="3" gradientUnits="userSpaceOnUse"><stop/><stop offset="1"/></radialGradient><g fill="url(#a)"><rect id="r" width="8" height="4" stroke="red" opacity=".5"/></g>',
      '<radialGradient id="a" gradientUnits="userSpaceOnUse" cx="2" cy="0" r="6"><stop/><stop offset="1"/></radialGradient><g><g id="r" opacity=".5"><path fill="url(#a)" d="M0 0L4 0L4 8L0 8Z" transform="scale(2 .5)"/><rect width="8" height="4" stroke="red" fill="none"/></g></g>',
    ],
    [
      'box per shape',
      '<radialGradient id="a" gradientTransform="scale(1 2)" r="3"><stop/><stop offset="1"/></radialGradient><rect width="8" height="4" fill="url(#a)"/><rect width="4" height="4" fill="url(#a)"/>',
      '<radialGradient id="a" gradientUnits="userSpaceOnUse" cx="4" cy="4" r="24"><stop/><stop offset="1"/></radialGradient><radialGradient id="a-2" gradientUnits="userSpaceOnUse" cx="2.82843" cy="2.82843" r="16.97056"><stop/><stop offset="1"/></radialGradient><rect width="8" height="4" fill="url(#a)"/><path fill="url(#a-2)" d="M0 0L5.657 0L5.657 2.828L0 2.828Z" transform="scale(.707107 1.414214)"/>',
    ],
    ['unused', '<radialGradient id="a" gradientTransform="scale(1 2)"/>', ''],
    [
      'one stop',
      '<radialGradient id="a" gradientTransform="scale(1 2)"><stop/></radialGradient><path fill="url(#a)"/>',
      '<radialGradient id="a"><stop/></radialGradient><path fill="url(#a)"/>',
    ],
    [
      'valid',
      '<radialGradient id="a"><stop/><stop/></radialGradient><g fill="url(#a)"><path/></g>',
      null,
    ],
  ],
  {},
  VIEW,
)

test.each([
  [
    'singular',
    '<radialGradient id="a" gradientTransform="scale(0 2)"><stop/><stop/></radialGradient><path fill="url(#a)"/>',
    ['radialGradient: The transform of `a` cannot be taken away: it flattens the plane'],
  ],
  [
    'text',
    '<radialGradient id="a" gradientTransform="scale(1 2)"><stop/><stop/></radialGradient><text fill="url(#a)">a</text>',
    [
      'radialGradient: The transform of `a` cannot be taken away: it paints something whose size is not known',
    ],
  ],
])('stays: %s', (_, inner, told) => {
  const { text, changes, obstacles } = repairedBy(gradientTransforms, svg(inner, VIEW))
  expect(text).toBe(svg(inner, VIEW))
  expect(changes).toEqual([])
  expect(obstacles.map(({ element, why }) => `${element}: ${why}`)).toEqual(told)
})
