import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeElement } from '../edit/element.ts'
import { invert, isSimilarity, multiply, transformPoint, type Matrix } from '../values/matrix.ts'
import { circleUnder, lineUnder, readGradient, stretchOf, type LinearLine } from './gradient.ts'

const number = fc.double({ min: -9, max: 9, noNaN: true })
const matrix = fc
  .tuple(number, number, number, number, number, number)
  .filter(([a, b, c, d]) => Math.abs(a * d - b * c) > 0.05)

function along({ x1, y1, x2, y2 }: LinearLine, x: number, y: number): number {
  const [dx, dy] = [x2 - x1, y2 - y1]
  return ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy)
}

test('a line moved by any matrix gives each moved point the colour that it had', () => {
  fc.assert(
    fc.property(matrix, number, number, number, number, (m, x1, y1, x, y) => {
      const line: LinearLine = { kind: 'linear', x1, y1, x2: x1 + 3, y2: y1 - 2 }
      const point = transformPoint(m, x, y)
      expect(along(lineUnder(line, m), point.x, point.y)).toBeCloseTo(along(line, x, y), 4)
    }),
  )
})

test('a stretch has area 1, does not turn, and leaves a matrix that keeps circles', () => {
  fc.assert(
    fc.property(matrix, (m) => {
      const stretch = stretchOf(m)
      const back = stretch === null ? null : invert(stretch)
      if (stretch === null || back === null) throw new Error('no stretch')
      expect(stretch[0] * stretch[3] - stretch[1] * stretch[2]).toBeCloseTo(1, 4)
      expect(stretch[1]).toBe(stretch[2])
      expect(isSimilarity(multiply(back, m))).toBe(true)
    }),
  )
})

test('a circle is moved, turned and scaled', () => {
  const twice: Matrix = [0, 2, -2, 0, 1, 1]
  const circle = { kind: 'radial', cx: 1, cy: 0, r: 3, fx: 2, fy: 0, fr: 1 } as const
  expect(circleUnder(circle, twice)).toEqual({
    kind: 'radial',
    cx: 1,
    cy: 3,
    r: 6,
    fx: 1,
    fy: 5,
    fr: 2,
  })
})

const VIEW = { left: 0, top: 0, right: 30, bottom: 40 }

test.each([
  ['linearGradient', {}, { kind: 'linear', x1: 0, y1: 0, x2: 1, y2: 0 }],
  ['linearGradient', { x1: '25%', x2: '.5' }, { kind: 'linear', x1: 0.25, y1: 0, x2: 0.5, y2: 0 }],
  [
    'linearGradient',
    { gradientUnits: 'userSpaceOnUse', x1: '50%', y1: '50%' },
    { kind: 'linear', x1: 15, y1: 20, x2: 30, y2: 0 },
  ],
  ['radialGradient', {}, { kind: 'radial', cx: 0.5, cy: 0.5, r: 0.5, fx: 0.5, fy: 0.5, fr: 0 }],
  [
    'radialGradient',
    { cx: '2', gradientUnits: 'userSpaceOnUse', fy: '3' },
    { kind: 'radial', cx: 2, cy: 20, r: 0.5 * 50 * Math.SQRT1_2, fx: 2, fy: 3, fr: 0 },
  ],
])('%s %j', (name, attributes, shape) => {
  const element = makeElement(name, attributes as Record<string, string>)
  expect(readGradient(element, VIEW)?.shape).toEqual(shape)
})

test.each([
  ['a number that is none', 'linearGradient', { x1: 'left' }],
  ['a negative radius', 'radialGradient', { r: '-1' }],
  ['a transform that is none', 'linearGradient', { gradientTransform: 'turn(3)' }],
])('unreadable: %s', (_, name, attributes) => {
  const gradient = readGradient(makeElement(name, attributes as Record<string, string>), VIEW)
  expect(gradient === null || gradient.matrix.join() === '1,0,0,1,0,0').toBe(true)
})
