import { Resvg } from '@resvg/resvg-js'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arcToCubics } from './arc.ts'
import { formatColor, parseColor } from './color.ts'
import { COLOR_NAMES } from './color-names.ts'
import { formatNumber } from './format-number.ts'
import { inPixels, parseLength } from './length.ts'
import { formatMatrix, IDENTITY, invert, isSimilarity, multiply, type Matrix } from './matrix.ts'
import { absolutePath, formatPath, parsePath, type Arc } from './path.ts'
import { parsePoints } from './points.ts'
import { parseTransform } from './transform.ts'
import { parseViewBox } from './view-box.ts'

const drawn = (d: string): string => formatPath(absolutePath(parsePath(d).commands))

test.each([
  ['', ''],
  ['M0 0', 'M0 0'],
  ['m10 10h5v-5H0V0z', 'M10 10L15 10L15 5L0 5L0 0Z'],
  ['M1 1 2 2 3 3', 'M1 1L2 2L3 3'],
  ['m1 1 1 1', 'M1 1L2 2'],
  ['M.5.5-1-1', 'M.5 .5L-1 -1'],
  ['M1e1,2E-1', 'M10 .2'],
  ['M0 0C1 2 3 4 5 6s1 1 2 2', 'M0 0C1 2 3 4 5 6C7 8 6 7 7 8'],
  ['M0 0S1 1 2 2', 'M0 0C0 0 1 1 2 2'],
  ['M0 0Q1 2 3 4t2 2', 'M0 0Q1 2 3 4Q5 6 5 6'],
  ['M0 0T2 2', 'M0 0Q0 0 2 2'],
  ['M0 0a1 1 0 01.5.5', 'M0 0A1 1 0 0 1 .5 .5'],
  ['M0 0a1-1 30 1 0 5 5', 'M0 0A1 1 30 1 0 5 5'],
  ['m5 5h1zm1 1h1', 'M5 5L6 5ZM6 6L7 6'],
  ['none', ''],
])('the path %s is %s', (d, expected) => {
  expect(drawn(d)).toBe(expected)
  expect(parsePath(d).problem).toBeNull()
})

test.each([
  ['banana', 0],
  ['L1 1', 0],
  ['M1', 2],
  ['M1 1 2', 6],
  ['M1 1x', 4],
  ['M1 1,', 4],
  ['M0 0a1 1 0 2 0 1 1', 11],
  ['M0 0L1 1 L', 10],
])('the path %s ends at %i, and what is before it is drawn', (d, offset) => {
  expect(parsePath(d).problem?.offset).toBe(offset)
})

test('a path that has been written is read as the same path', () => {
  const number = fc
    .double({ min: -1000, max: 1000, noNaN: true })
    .map((n) => Math.round(n * 1e4) / 1e4)
  const flag = fc.boolean()
  const segment = fc.oneof(
    fc.record({ type: fc.constantFrom('M' as const, 'L' as const), x: number, y: number }),
    fc.record({ type: fc.constant('Q' as const), x1: number, y1: number, x: number, y: number }),
    fc.record({
      type: fc.constant('A' as const),
      rx: number.map(Math.abs),
      ry: number.map(Math.abs),
      angle: number,
      large: flag,
      sweep: flag,
      x: number,
      y: number,
    }),
  )
  fc.assert(
    fc.property(fc.array(segment), (segments) => {
      const all = [{ type: 'M' as const, x: 0, y: 0 }, ...segments]
      const read = absolutePath(parsePath(formatPath(all)).commands)
      expect(formatPath(read)).toBe(formatPath(all))
    }),
  )
})

test.each(['path', 'transform', 'points', 'viewBox', 'color', 'length'])(
  'no %s makes its reader throw',
  (kind) => {
    const read = {
      path: parsePath,
      transform: parseTransform,
      points: parsePoints,
      viewBox: parseViewBox,
      color: parseColor,
      length: parseLength,
    }[kind]
    const near = fc.string({ unit: fc.constantFrom(...'MLaz0159.,-+e()% #rgbscaletx'.split('')) })
    fc.assert(
      fc.property(fc.oneof(near, fc.string()), (text) => {
        expect(() => read?.(text)).not.toThrow()
      }),
    )
  },
)

test.each([
  ['', 'translate(0 0)'],
  ['none', 'translate(0 0)'],
  ['translate(10)', 'translate(10 0)'],
  [' translate( 1 , 2 ) , scale(2)', 'matrix(2 0 0 2 1 2)'],
  ['scale(2,3)', 'scale(2 3)'],
  ['scale(2)', 'scale(2)'],
  ['rotate(90)', 'matrix(0 1 -1 0 0 0)'],
  ['rotate(90 10 0)', 'matrix(0 1 -1 0 10 -10)'],
  ['matrix(1,2,3,4,5,6)', 'matrix(1 2 3 4 5 6)'],
  ['skewX(45)', 'matrix(1 0 1 1 0 0)'],
  ['skewY(45)', 'matrix(1 1 0 1 0 0)'],
  ['translate(1-2)', 'translate(1 -2)'],
])('the transform %j is %s', (value, expected) => {
  const { matrix, problem } = parseTransform(value)
  expect([formatMatrix(matrix), problem]).toEqual([expected, null])
})

test.each([
  ['translate(1px)', 11],
  ['move(1)', 0],
  ['scale(1 2 3)', 11],
  ['rotate(1 2)', 10],
  ['translate(1', 11],
  ['translate 1', 10],
  ['scale(2),', 9],
  ['scale(1,)', 8],
  ['translate(1) 5', 13],
])('the transform %s is read to %i', (value, offset) => {
  expect(parseTransform(value).problem?.offset).toBe(offset)
})

test('a matrix and its inverse are nothing', () => {
  const part = fc.double({ min: -10, max: 10, noNaN: true })
  fc.assert(
    fc.property(fc.tuple(part, part, part, part, part, part), (matrix: Matrix) => {
      const inverse = invert(matrix)
      const [a, b, c, d] = matrix
      fc.pre(inverse !== null && Math.abs(a * d - b * c) > 0.01)
      for (const [i, value] of multiply(matrix, inverse ?? IDENTITY).entries())
        expect(value).toBeCloseTo(IDENTITY[i] ?? 0, 3)
    }),
  )
})

test('circles stay circles under turning, mirroring and even scaling', () => {
  for (const value of ['rotate(33)', 'scale(3)', 'scale(-2 2)', 'matrix(0 -1 -1 0 5 5)'])
    expect(isSimilarity(parseTransform(value).matrix)).toBe(true)
  for (const value of ['scale(1 2)', 'skewX(1)'])
    expect(isSimilarity(parseTransform(value).matrix)).toBe(false)
})

test.each([
  ['#f00', '#ff0000', 1, true],
  ['#FF0000', '#ff0000', 1, true],
  ['#f008', '#ff0000', 136 / 255, false],
  ['#ff000080', '#ff0000', 128 / 255, false],
  ['red', '#ff0000', 1, true],
  ['tomato', '#ff6347', 1, false],
  ['transparent', '#000000', 0, false],
  ['rgb(1, 2,3)', '#010203', 1, true],
  ['rgb(100%,0%,50%)', '#ff0080', 1, true],
  ['rgb(300, -5, 0)', '#ff0000', 1, true],
  ['rgb(1 2 3)', '#010203', 1, false],
  ['rgb(1 2 3 / 50%)', '#010203', 0.5, false],
  ['rgba(1,2,3,.5)', '#010203', 0.5, false],
  ['hsl(120, 100%, 25%)', '#008000', 1, false],
  ['hsla(-120deg 100% 50% / 1)', '#0000ff', 1, false],
])('the colour %s is %s at %f', (value, expected, alpha, isTiny) => {
  const color = parseColor(value)
  expect(color && formatColor(color)).toBe(expected)
  expect(color?.alpha).toBeCloseTo(alpha)
  expect(color?.isTiny).toBe(isTiny)
})

test.each(['redd', '#ff', '#ggg', 'rgb(1,2)', 'rgb(a,b,c)', 'none', 'url(#a)', '', 'hsl(1,2,3)'])(
  '%j is no colour',
  (value) => expect(parseColor(value)).toBeNull(),
)

test('every name has the colour that a renderer gives it', () => {
  for (const [name, digits] of COLOR_NAMES) {
    if (name === 'rebeccapurple') continue
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><rect width="1" height="1" fill="${name}"/></svg>`
    const [red = 0, green = 0, blue = 0] = new Resvg(svg).render().pixels
    expect(formatColor({ red, green, blue })).toBe(`#${digits}`)
  }
})

test.each([
  ['10', 10],
  ['1e1px', 10],
  ['1in', 96],
  ['72pt', 96],
  ['6pc', 96],
  ['25.4mm', 96],
  ['2.54cm', 96],
  ['50%', null],
  ['1em', null],
])('the length %s has %s pixels', (value, pixels) => {
  const length = parseLength(value)
  expect(length && inPixels(length)).toEqual(pixels === null ? null : expect.closeTo(pixels, 9))
})

test.each(['', 'auto', '1 px', 'calc(1px)', '1q', 'px'])('%j is no length', (value) =>
  expect(parseLength(value)).toBeNull(),
)

test('points come in pairs', () => {
  expect(parsePoints('0,0 1 1')).toEqual({
    points: [
      [0, 0],
      [1, 1],
    ],
    problem: null,
  })
  expect(parsePoints('0 0 1').problem).toEqual({ offset: 5, expected: 'an even count of numbers' })
  expect(parsePoints('0 0 x 1').problem?.offset).toBe(4)
})

test.each([
  ['0 0 96 96', { x: 0, y: 0, width: 96, height: 96 }],
  ['0,0,96,48', { x: 0, y: 0, width: 96, height: 48 }],
  [' -1.5 2e1 , 3 4 ', { x: -1.5, y: 20, width: 3, height: 4 }],
])('the viewBox %s', (value, viewBox) => expect(parseViewBox(value).viewBox).toEqual(viewBox))

test.each(['', '0 0 96', '0 0 96 0', '0 0 -1 1', '0 0 96px 96px', '0 0 1 1 1', 'none'])(
  'the viewBox %j shows nothing',
  (value) => expect(parseViewBox(value)).toMatchObject({ viewBox: null, problem: {} }),
)

test.each([
  [0.5, '.5'],
  [-0.25, '-.25'],
  [-0.00001, '0'],
  [100, '100'],
  [1 / 3, '.3333'],
  [1e21, '1e+21'],
  [Number.NaN, '0'],
])('%f is written %s', (number, text) => expect(formatNumber(number)).toBe(text))

test('an arc and its curves are drawn alike', () => {
  const arcs: Arc[] = [true, false].flatMap((large) =>
    [true, false].map((sweep) => ({
      type: 'A' as const,
      rx: 20,
      ry: 10,
      angle: 30,
      large,
      sweep,
      x: 60,
      y: 40,
    })),
  )
  for (const arc of [...arcs, { ...arcs[0], rx: 1, ry: 1 } as Arc]) {
    const from = { x: 40, y: 50 }
    const picture = (d: string): Buffer =>
      new Resvg(
        `<svg xmlns="http://www.w3.org/2000/svg" width="96" height="96"><path fill="red" d="${d}"/></svg>`,
      ).render().pixels
    const a = picture(`M40 50${formatPath([arc])}`)
    const b = picture(`M40 50${formatPath(arcToCubics(from, arc))}`)
    expect(a.filter((value, i) => Math.abs(value - (b[i] ?? 0)) > 64).length).toBe(0)
  }
})
