import fc from 'fast-check'
import { expect, test } from 'vitest'
import { absolutePath, parsePath, type Segment } from '../values/path.ts'
import { isInside, polygonsOf, type FillRule } from './polygon.ts'
import {
  covers,
  doOverlap,
  intersect,
  NOWHERE,
  regionOf,
  RegionError,
  sizeOfRegion,
  subtract,
  unite,
  type Region,
} from './region.ts'

const path = (d: string): Segment[] => absolutePath(parsePath(d).commands)
const region = (d: string, rule: FillRule = 'nonzero'): Region => regionOf(path(d), rule)

const SQUARE = region('M0 0H10V10H0Z')
const CIRCLE = region('M15 5A5 5 0 1 1 5 5A5 5 0 1 1 15 5Z')

test.each([
  ['a square', SQUARE, 100],
  ['a circle', CIRCLE, Math.PI * 25],
  ['a star by nonzero', region('M50 0L80 100L0 35H100L20 100Z'), 3288],
  ['a star by evenodd', region('M50 0L80 100L0 35H100L20 100Z', 'evenodd'), 2282],
  ['a ring of two in one direction, nonzero', region('M0 0H10V10H0ZM2 2H8V8H2Z'), 100],
  ['a ring of two in one direction, evenodd', region('M0 0H10V10H0ZM2 2H8V8H2Z', 'evenodd'), 64],
  ['a ring of two in opposite directions', region('M0 0H10V10H0ZM2 2V8H8V2Z'), 64],
  ['one that is not closed', region('M0 0H10V10'), 50],
  ['nothing', region(''), 0],
  ['common to a square and a circle', intersect(SQUARE, CIRCLE), (Math.PI * 25) / 2],
  ['a square and a circle together', unite(SQUARE, CIRCLE), 100 + (Math.PI * 25) / 2],
  ['a square without a circle', subtract(SQUARE, CIRCLE), 100 - (Math.PI * 25) / 2],
  ['a square without itself', subtract(SQUARE, SQUARE), 0],
  ['common to one and itself', intersect(CIRCLE, CIRCLE), Math.PI * 25],
  ['two that touch', intersect(SQUARE, region('M10 0H20V10H10Z')), 0],
  ['with nothing', unite(NOWHERE, SQUARE), 100],
])('size of %s', (_, { segments }, size) => {
  expect(Math.abs(sizeOfRegion({ segments }) - size)).toBeLessThan(Math.max(size * 0.005, 0.05))
})

test.each([
  ['itself', true, { left: 0, top: 0, right: 10, bottom: 10 }],
  ['a part', true, { left: 1, top: 1, right: 9, bottom: 9 }],
  ['a hair more', true, { left: 0, top: 0, right: 10.0005, bottom: 10 }],
  ['more', false, { left: 0, top: 0, right: 10.2, bottom: 10 }],
])('a square covers %s: %s', (_, expected, box) => {
  expect(covers(SQUARE, box)).toBe(expected)
})

test('what only touches does not overlap', () => {
  expect(doOverlap(SQUARE, region('M10 0H20V10H10Z'))).toBe(false)
  expect(doOverlap(SQUARE, region('M9 0H20V10H9Z'))).toBe(true)
})

test('what is far too much is refused', () => {
  const d = Array.from({ length: 3001 }, (_, i) => `M${i} 0h1v1z`).join('')
  expect(() => region(d)).toThrow(RegionError)
})

const coordinate = fc.integer({ min: 0, max: 20 })
const polygon = fc
  .array(fc.tuple(coordinate, coordinate), { minLength: 3, maxLength: 7 })
  .map((points) => `M${points.map(([x, y]) => `${x} ${y}`).join('L')}Z`)

test('every answer holds at every point that is not on an edge, or there is none', () => {
  fc.assert(
    fc.property(polygon, polygon, (one, other) => {
      const [a, b] = [polygonsOf(path(one)), polygonsOf(path(other))]
      let common: Region
      try {
        common = intersect(region(one), region(other))
      } catch (error) {
        expect(error).toBeInstanceOf(RegionError)
        return
      }
      const result = polygonsOf(common.segments)
      let wrong = 0
      for (let x = 0.313; x < 20; x += 1.171)
        for (let y = 0.279; y < 20; y += 1.093) {
          const point = { x, y }
          const expected = isInside(a, 'nonzero', point) && isInside(b, 'nonzero', point)
          if (isInside(result, 'nonzero', point) !== expected) wrong++
        }
      expect(wrong).toBeLessThanOrEqual(4)
    }),
    { numRuns: 60 },
  )
})
