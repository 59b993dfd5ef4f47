import { expect, test } from 'vitest'
import { comparePixels } from './compare.ts'
import type { Pixels } from './pixels.ts'

type Colour = readonly [red: number, green: number, blue: number]
type Picture = (x: number, y: number) => Colour

const SIDE = 64
const WHITE: Colour = [255, 255, 255]
const NAVY: Colour = [20, 30, 90]

function pixels(picture: Picture, width = SIDE, height = SIDE): Pixels {
  const data = new Uint8Array(width * height * 4)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) data.set([...picture(x, y), 255], (y * width + x) * 4)
  return { width, height, data }
}

function mixed(part: number): Colour {
  const [red = 0, green = 0, blue = 0] = WHITE.map(
    (light, i) => light + ((NAVY[i] ?? 0) - light) * Math.min(1, Math.max(0, part)),
  )
  return [Math.round(red), Math.round(green), Math.round(blue)]
}

/** A disc with smoothed edges. */
const disc =
  (radius: number, x0 = 32, y0 = 32): Picture =>
  (x, y) =>
    mixed(radius - Math.hypot(x + 0.5 - x0, y + 0.5 - y0) + 0.5)
/** A square from 16 to 48, moved by so much. */
const square =
  (by: number): Picture =>
  (x, y) => {
    const across = Math.min(x + 1 - 16 - by, 48 + by - x)
    return y >= 16 && y < 48 ? mixed(Math.min(1, across)) : WHITE
  }
/** A line along the upper side that covers so much of its pixels. */
const rim =
  (part: number): Picture =>
  (_, y) =>
    y === 0 ? mixed(part) : WHITE
const dot =
  (size: number, colour: Colour): Picture =>
  (x, y) =>
    x >= 10 && x < 10 + size && y >= 50 && y < 50 + size ? colour : disc(16)(x, y)
const tinted =
  (by: number): Picture =>
  (x, y) =>
    x < 20 && y < 20 ? [200 + by, 100, 100 - by] : x < 20 ? [200, 100, 100] : WHITE

test.each<[string, Picture, Picture]>([
  ['the same', disc(20), disc(20)],
  ['an edge that moves by a tenth of a pixel', disc(20), disc(20.1)],
  ['a straight edge that moves by a quarter of a pixel', square(0), square(0.25)],
  ['a colour that is rounded otherwise', tinted(0), tinted(3)],
  ['an edge along the rim that is a fifth off', rim(0.5), rim(0.7)],
  ['a single pixel that is a little off', dot(1, [200, 200, 200]), dot(1, [180, 180, 180])],
])('noise: %s', (_, a, b) => {
  const difference = comparePixels(pixels(a), pixels(b))
  expect(difference).toMatchObject({ isVisible: false, share: 0, box: null })
})

test.each<[string, Picture, Picture]>([
  ['a lost dot of 2 px', dot(2, NAVY), disc(16)],
  ['a lost pale dot of 2 px', dot(2, [225, 225, 225]), disc(16)],
  ['a lost dot of 1 px in full colour', dot(1, NAVY), disc(16)],
  ['an edge that moves by a pixel', disc(20), disc(21)],
  ['a straight edge that moves by a pixel', square(0), square(1)],
  ['a shape that moves by a pixel', disc(20), disc(20, 33)],
  ['a tint of 8 over an area', tinted(0), tinted(8)],
  ['a lost line along the rim', rim(1), () => WHITE],
  ['a shape that begins at the rim', rim(1), (x, y) => (y < 2 ? NAVY : WHITE)],
  ['another size of image', () => WHITE, disc(3)],
])('seen: %s', (_, a, b) => {
  expect(comparePixels(pixels(a), pixels(b)).isVisible).toBe(true)
  expect(comparePixels(pixels(b), pixels(a)).isVisible).toBe(true)
})

test('where, how much and how strong', () => {
  expect(comparePixels(pixels(dot(4, NAVY)), pixels(disc(16)))).toEqual({
    isVisible: true,
    share: 16 / (SIDE * SIDE),
    largest: 235,
    box: { x: 10, y: 50, width: 4, height: 4 },
  })
})

test('noise all along the outlines of a large image is softness', () => {
  const large = (radius: number): Pixels => pixels(disc(radius, 90, 90), 180, 180)
  expect(comparePixels(large(80), large(80.1))).toMatchObject({ isVisible: false })
  expect(comparePixels(large(80), large(80.3))).toMatchObject({ isVisible: true })
  // Of a small one it is the outline itself.
  expect(comparePixels(pixels(disc(28)), pixels(disc(28.3)))).toMatchObject({ isVisible: false })
})

test('two places are in one box', () => {
  const both: Picture = (x, y) => (y > 60 && x > 60 ? NAVY : dot(3, NAVY)(x, y))
  const { box } = comparePixels(pixels(both), pixels(disc(16)))
  expect(box).toEqual({ x: 10, y: 50, width: 54, height: 14 })
})

test('a patch does not reach over the sides of the image', () => {
  const sides: Picture = (x, y) => (y === 5 && x === 63 ? [150, 150, 150] : WHITE)
  const wrapped: Picture = (x, y) => (y === 6 && x === 0 ? [150, 150, 150] : sides(x, y))
  // Each is too weak alone, and the last pixel of a line does not touch the first of the next.
  expect(
    comparePixels(
      pixels(wrapped),
      pixels(() => WHITE),
    ).isVisible,
  ).toBe(false)
})

test('images of different sizes are different', () => {
  const difference = comparePixels(pixels(disc(9), 64, 64), pixels(disc(9), 64, 63))
  expect(difference).toMatchObject({ isVisible: true, share: 1 })
})

test('what is not there has no colour', () => {
  const clear = (colour: number): Pixels => ({
    width: 8,
    height: 8,
    data: new Uint8Array(256).map((_, i) => (i % 4 === 3 ? 0 : colour)),
  })
  expect(comparePixels(clear(0), clear(255)).isVisible).toBe(false)
})
