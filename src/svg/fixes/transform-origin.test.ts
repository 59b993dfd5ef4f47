import { expect, test } from 'vitest'
import { goldens, repairedBy, svg } from '../../testing/repaired-by.ts'
import { transformOrigin } from './transform-origin.ts'

goldens(
  transformOrigin,
  [
    ['none', '<g transform="rotate(9)"/>', null],
    [
      'a place',
      '<g transform="rotate(9)" transform-origin="1px 2px"/>',
      '<g transform="translate(1 2) rotate(9) translate(-1 -2)"/>',
    ],
    [
      'the centre',
      '<g transform="rotate(9)" transform-origin="center"/>',
      '<g transform="translate(50 40) rotate(9) translate(-50 -40)"/>',
    ],
    [
      'words in either order',
      '<g transform="rotate(9)" transform-origin="bottom left"/>',
      '<g transform="translate(0 80) rotate(9) translate(0 -80)"/>',
    ],
  ],
  {},
  'viewBox="10 0 100 80"',
)

test.each([
  ['<g transform="rotate(9)" transform-origin="center" transform-box="fill-box"/>', 'g'],
  ['<g transform="translate(50%)"/>', 'g'],
  ['<path transform="rotate3d(1, 1, 1, 9)"/>', 'path'],
])('%s is an obstacle', (inner, element) => {
  const { text, obstacles } = repairedBy(transformOrigin, svg(inner))
  expect(text).toBe(svg(inner))
  expect(obstacles.map((each) => each.element)).toEqual([element])
})

test('so is a root that is moved', () => {
  const { obstacles } = repairedBy(transformOrigin, svg('', 'transform="scale(2)"'))
  expect(obstacles.map((each) => each.element)).toEqual(['svg'])
})

test.each(['', ' none ', 'translate(0)', 'rotate(0)matrix(1, 0, 0, 1, 0, 0)'])(
  'a root that %o moves nowhere loses it',
  (transform) => {
    const { text, obstacles } = repairedBy(transformOrigin, svg('', `transform="${transform}"`))
    expect(text).not.toContain('transform')
    expect(obstacles).toEqual([])
  },
)
