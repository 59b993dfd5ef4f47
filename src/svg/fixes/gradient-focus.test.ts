import { expect, test } from 'vitest'
import { goldens, repairedBy, svg } from '../../testing/repaired-by.ts'
import { gradientFocus } from './gradient-focus.ts'

const VIEW = 'viewBox="0 0 100 100"'

goldens(
  gradientFocus,
  [
    [
      'same',
      '<radialGradient id="a" cx=".4" fx=".4"><stop/><stop offset="1"/></radialGradient><path fill="url(#a)"/>',
      '<radialGradient id="a" cx=".4"><stop/><stop offset="1"/></radialGradient><path fill="url(#a)"/>',
    ],
    [
      'inner',
      '<radialGradient id="a" r=".5" fr=".25"><stop/><stop offset="1"/></radialGradient><path fill="url(#a)"/>',
      '<radialGradient id="a" r=".5"><stop offset=".5"/><stop offset="1"/></radialGradient><path fill="url(#a)"/>',
    ],
    [
      'bands',
      '<radialGradient id="a" gradientUnits="userSpaceOnUse" cx="50" cy="50" r="40" fx="40"><stop stop-color="#000"/><stop offset="1" stop-color="#080808"/></radialGradient><rect width="100" height="100" fill="url(#a)"/>',
      '<path fill="#080808" d="M0 0L100 0L100 100L0 100Z"/><circle cx="50" cy="50" r="40" fill="#060606"/><circle cx="45" cy="50" r="20" fill="#020202"/>',
    ],
    [
      'bands clear',
      '<radialGradient id="a" gradientUnits="userSpaceOnUse" cx="50" cy="50" r="40" fx="40"><stop stop-color="#000"/><stop offset="1" stop-color="#040404"/></radialGradient><rect width="100" height="100" fill="url(#a)" fill-opacity=".5"/>',
      '<path fill="#040404" d="M0 0L100 0L100 100L0 100ZM50 10C27.909 10 10 27.909 10 50C10 72.091 27.909 90 50 90C72.091 90 90 72.091 90 50C90 27.909 72.091 10 50 10Z" fill-opacity=".5"/><path fill="#020202" d="M90 50C90 72.091 72.091 90 50 90C27.909 90 10 72.091 10 50C10 27.909 27.909 10 50 10C72.091 10 90 27.909 90 50Z" fill-opacity=".5"/>',
    ],
  ],
  {},
  VIEW,
)

test.each([
  [
    'rim',
    '<radialGradient id="a" gradientUnits="userSpaceOnUse" cx="50" cy="50" r="40" fx="10"><stop stop-color="#000"/><stop offset="1" stop-color="#040404"/></radialGradient><rect width="100" height="100" fill="url(#a)"/>',
    ['radialGradient: The focus of `a` cannot be taken away: its focus lies on the rim'],
  ],
])('stays: %s', (_, inner, told) => {
  const { text, changes, obstacles } = repairedBy(gradientFocus, svg(inner, VIEW))
  expect(text).toBe(svg(inner, VIEW))
  expect(changes).toEqual([])
  expect(obstacles.map(({ element, why }) => `${element}: ${why}`)).toEqual(told)
})
