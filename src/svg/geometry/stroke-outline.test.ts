import { expect, test } from 'vitest'
import { absolutePath, parsePath } from '../values/path.ts'
import type { Stroke } from './paint.ts'
import { isInside, polygonsOf } from './polygon.ts'
import { regionOf, sizeOfRegion } from './region.ts'
import { strokeOutline } from './stroke-outline.ts'

const PLAIN: Stroke = {
  width: 2,
  cap: 'butt',
  join: 'miter',
  miterLimit: 4,
  dashes: [],
  dashOffset: 0,
  isFixed: false,
}

function area(d: string, stroke: Partial<Stroke> = {}): number {
  const outline = strokeOutline(absolutePath(parsePath(d).commands), { ...PLAIN, ...stroke })
  return sizeOfRegion(regionOf(outline, 'nonzero'))
}

test.each([
  ['a line', 'M0 0H10', {}, 20],
  ['a line with square caps', 'M0 0H10', { cap: 'square' }, 24],
  ['a line with round caps', 'M0 0H10', { cap: 'round' }, 20 + Math.PI],
  ['a mitered corner', 'M0 0H10V10', {}, 40],
  ['a bevelled corner', 'M0 0H10V10', { join: 'bevel' }, 39.5],
  ['a round corner', 'M0 0H10V10', { join: 'round' }, 39 + Math.PI / 4],
  ['a corner too sharp for a miter', 'M0 0H10V10', { miterLimit: 1.4 }, 39.5],
  ['a corner just blunt enough', 'M0 0H10V10', { miterLimit: 1.5 }, 40],
  ['a closed square', 'M0 0H10V10H0Z', {}, 80],
  ['one whose end is only drawn to', 'M0 0H10V10H0V0Z', {}, 80],
  ['a circle', 'M10 0A10 10 0 1 1 -10 0A10 10 0 1 1 10 0Z', {}, 2 * Math.PI * 20],
  ['an arch', 'M0 0C0 10 10 10 10 0', {}, 40],
  ['a point with round caps', 'M5 5Z', { cap: 'round' }, Math.PI],
  ['a point with square caps', 'M5 5H5', { cap: 'square' }, 4],
  ['a point without caps', 'M5 5Z', {}, 0],
  ['only moved to', 'M5 5', { cap: 'round' }, 0],
  ['dashes', 'M0 0H10', { dashes: [1, 1] }, 10],
  ['dashes that begin in a gap', 'M0 0H10', { dashes: [2, 3], dashOffset: 2 }, 8],
  ['dashes around a corner', 'M0 0H4V4', { dashes: [6, 9] }, 12],
  ['a last dash that goes on as the first', 'M0 0H10V10H0Z', { dashes: [5, 30] }, 20],
  ['dashes over a closing line', 'M0 0H10V10H0Z', { dashes: [5, 5], dashOffset: 0 }, 40],
] as const)('%s', (_, d, stroke, expected) => {
  expect(Math.abs(area(d, stroke) - expected)).toBeLessThan(0.05 + expected * 0.002)
})

test('a curve is covered to half the width, and no further', () => {
  const curve = absolutePath(parsePath('M0 0C30 0 30 30 0 30C-20 30 -20 10 0 10').commands)
  const polygons = polygonsOf(strokeOutline(curve, { ...PLAIN, width: 6 }))
  const line = polygonsOf(curve, 400).flat()
  const distance = (x: number, y: number): number =>
    Math.min(...line.map((point) => Math.hypot(point.x - x, point.y - y)))
  for (let x = -24; x < 30; x += 1.3)
    for (let y = -5; y < 36; y += 1.3) {
      const away = distance(x, y)
      if (Math.abs(away - 3) < 0.15 || isNearEnd(x, y)) continue
      expect([x, y, isInside(polygons, 'nonzero', { x, y })]).toEqual([x, y, away < 3])
    }
})

/** Butt caps cut the ends off. */
function isNearEnd(x: number, y: number): boolean {
  return Math.hypot(x, y) < 5 || Math.hypot(x, y - 10) < 5
}
