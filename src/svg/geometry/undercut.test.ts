import { expect, test } from 'vitest'
import { IDENTITY } from '../values/matrix.ts'
import { isInside, polygonsOf } from './polygon.ts'
import { intersect, regionOfBox, sizeOfRegion, type Region } from './region.ts'
import { undercut, type Layer } from './undercut.ts'

const WINDOW = regionOfBox({ left: 0, top: 0, right: 100, bottom: 100 })

function layer(left: number, top: number, right: number, bottom: number, isOpaque = true): Layer {
  const whole = regionOfBox({ left, top, right, bottom })
  const made: Layer = {
    left: intersect(whole, WINDOW),
    whole,
    isOpaque,
    back: IDENTITY,
    replace: (region) => {
      made.left = region
    },
  }
  return made
}

const has = ({ segments }: Region, x: number, y: number): boolean =>
  isInside(polygonsOf(segments), 'nonzero', { x, y })

test('under an opaque one, the lower ends before the line of the cut', () => {
  const [lower, upper] = [layer(-50, -50, 150, 150), layer(50, 20, 150, 80)]
  undercut([lower, upper], WINDOW, 2)
  expect(has(lower.left, 99, 50)).toBe(false)
  expect(has(lower.left, 97, 50)).toBe(true)
  // Where nothing covers it, and at the ends of what does, it goes on to the line.
  expect(has(lower.left, 1, 50)).toBe(true)
  expect(has(lower.left, 99, 10)).toBe(true)
  expect(has(lower.left, 99, 21)).toBe(true)
  expect(sizeOfRegion(upper.left)).toBeCloseTo(3000, 3)
})

test.each([
  ['what lets through', [layer(-50, -50, 150, 150), layer(50, 20, 150, 80, false)], 2],
  ['one alone', [layer(-50, -50, 150, 150)], 2],
  ['without a width', [layer(-50, -50, 150, 150), layer(50, 20, 150, 80)], 0],
  ['what is on top', [layer(50, 20, 150, 80), layer(-50, 90, 150, 150)], 2],
])('nothing is cut back: %s', (_, layers, width) => {
  const before = layers.map(({ left }) => sizeOfRegion(left))
  undercut(layers, WINDOW, width)
  expect(layers.map(({ left }) => sizeOfRegion(left))).toEqual(before)
})
