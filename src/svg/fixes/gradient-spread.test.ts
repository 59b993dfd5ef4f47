import { expect, test } from 'vitest'
import { goldens, repairedBy, svg } from '../../testing/repaired-by.ts'
import { gradientSpread } from './gradient-spread.ts'

const VIEW = 'viewBox="0 0 100 100"'

goldens(
  gradientSpread,
  [
    [
      'reflect',
      '<linearGradient id="a" spreadMethod="reflect" x2=".5"><stop stop-color="red"/><stop offset="1" stop-color="blue"/></linearGradient><rect width="8" height="4" fill="url(#a)"/>',
      '<linearGradient id="a" x2="1" x1="0" y1="0" y2="0"><stop offset="0" stop-color="#ff0000"/><stop offset=".5" stop-color="#0000ff"/><stop offset="1" stop-color="#ff0000"/></linearGradient><rect width="8" height="4" fill="url(#a)"/>',
    ],
    [
      'repeat user',
      '<linearGradient id="a" spreadMethod="repeat" gradientUnits="userSpaceOnUse" x1="10" x2="20"><stop stop-color="red"/><stop offset="1" stop-color="blue"/></linearGradient><rect width="30" height="4" fill="url(#a)"/>',
      '<linearGradient id="a" gradientUnits="userSpaceOnUse" x1="0" x2="30" y1="0" y2="0"><stop offset="0" stop-color="#ff0000"/><stop offset=".33333" stop-color="#0000ff"/><stop offset=".33333" stop-color="#ff0000"/><stop offset=".66667" stop-color="#0000ff"/><stop offset=".66667" stop-color="#ff0000"/><stop offset="1" stop-color="#0000ff"/></linearGradient><rect width="30" height="4" fill="url(#a)"/>',
    ],
    [
      'radial',
      '<radialGradient id="a" spreadMethod="repeat" r=".25"><stop stop-color="red"/><stop offset="1" stop-color="blue"/></radialGradient><rect width="30" height="30" fill="url(#a)"/>',
      '<radialGradient id="a" r=".75" cx=".5" cy=".5"><stop offset="0" stop-color="#ff0000"/><stop offset=".33333" stop-color="#0000ff"/><stop offset=".33333" stop-color="#ff0000"/><stop offset=".66667" stop-color="#0000ff"/><stop offset=".66667" stop-color="#ff0000"/><stop offset="1" stop-color="#0000ff"/></radialGradient><rect width="30" height="30" fill="url(#a)"/>',
    ],
    [
      'not needed',
      '<linearGradient id="a" spreadMethod="reflect"><stop stop-color="red"/><stop offset="1" stop-color="blue"/></linearGradient><rect width="8" height="4" fill="url(#a)"/>',
      '<linearGradient id="a"><stop stop-color="red"/><stop offset="1" stop-color="blue"/></linearGradient><rect width="8" height="4" fill="url(#a)"/>',
    ],
    [
      'pad',
      '<linearGradient id="a" spreadMethod="pad"><stop stop-color="red"/><stop offset="1" stop-color="blue"/></linearGradient><rect width="8" height="4" fill="url(#a)"/>',
      '<linearGradient id="a"><stop stop-color="red"/><stop offset="1" stop-color="blue"/></linearGradient><rect width="8" height="4" fill="url(#a)"/>',
    ],
  ],
  {},
  VIEW,
)

test.each([
  [
    'text',
    '<linearGradient id="a" spreadMethod="reflect"><stop stop-color="red"/><stop offset="1" stop-color="blue"/></linearGradient><text fill="url(#a)">a</text>',
    ['linearGradient: The colours of `a` repeat over an area that cannot be measured'],
  ],
])('stays: %s', (_, inner, told) => {
  const { text, changes, obstacles } = repairedBy(gradientSpread, svg(inner, VIEW))
  expect(text).toBe(svg(inner, VIEW))
  expect(changes).toEqual([])
  expect(obstacles.map(({ element, why }) => `${element}: ${why}`)).toEqual(told)
})
