import { Resvg } from '@resvg/resvg-js'
import { expect, test } from 'vitest'
import { svg } from '../../testing/repaired-by.ts'
import { comparePixels } from '../compare/compare.ts'
import type { Pixels } from '../compare/pixels.ts'
import { readLogo } from '../logo.ts'
import { NO_OPTIONS } from './fix.ts'
import { repairLogo } from './repair.ts'

function drawn(text: string): Pixels {
  const { width, height, pixels } = new Resvg(text, {
    fitTo: { mode: 'width', value: 240 },
    background: '#e8f0d8',
    font: { loadSystemFonts: false },
  }).render()
  return { width, height, data: pixels }
}

const STOPS = '<stop stop-color="#f80"/><stop offset=".6" stop-color="#08f"/><stop offset="1"/>'
const STAR = 'M50 0L80 100L0 35H100L20 100Z'

test.each([
  [
    'a linear gradient, skewed in the box of each shape',
    `<linearGradient id="a" gradientTransform="skewX(40) scale(.7 2)">${STOPS}</linearGradient>` +
      '<g fill="url(#a)"><rect width="90" height="40"/><circle cx="50" cy="70" r="25"/></g>',
  ],
  [
    'an ellipse of colours, turned',
    '<radialGradient id="a" gradientUnits="userSpaceOnUse" cx="0" cy="0" r="1" ' +
      `gradientTransform="translate(50 40) rotate(30) scale(60 15)">${STOPS}</radialGradient>` +
      '<path fill="url(#a)" stroke="#222" stroke-width="3" d="M5 5H95V95H40Z"/>',
  ],
  [
    'an ellipse of colours on a stroke, in the box of a shape',
    `<radialGradient id="a" gradientTransform="rotate(20) scale(1 .5)">${STOPS}</radialGradient>` +
      '<path d="M12 20H88L70 85Z" fill="none" stroke="url(#a)" stroke-width="12"/>',
  ],
  [
    'colours that come again',
    `<radialGradient id="a" r=".12" spreadMethod="reflect">${STOPS}</radialGradient>` +
      `<linearGradient id="b" spreadMethod="reflect" x1=".2" x2=".4" y2=".1">${STOPS}</linearGradient>` +
      '<rect width="100" height="45" fill="url(#a)"/><rect y="50" width="100" height="50" fill="url(#b)"/>',
  ],
  [
    'a focus off the centre',
    `<radialGradient id="a" fx=".3" fy=".35">${STOPS}</radialGradient>` +
      '<circle cx="50" cy="50" r="48" fill="url(#a)"/>',
  ],
  [
    'a clip path of an even-odd star over a turned group with strokes',
    `<clipPath id="c"><path clip-rule="evenodd" d="${STAR}"/></clipPath><g clip-path="url(#c)">` +
      '<g transform="rotate(20 50 50)"><rect x="10" y="20" width="80" height="60" fill="#c33"/>' +
      '<path d="M0 50C30 0 70 100 100 50" fill="none" stroke="#226" stroke-width="14"/></g></g>',
  ],
  [
    'a clip path in the box of a shape with a gradient',
    '<clipPath id="c" clipPathUnits="objectBoundingBox"><circle cx=".5" cy=".5" r=".4"/></clipPath>' +
      `<linearGradient id="a">${STOPS}</linearGradient>` +
      '<rect x="10" y="20" width="80" height="60" fill="url(#a)" clip-path="url(#c)"/>',
  ],
  [
    'a clip path that is clipped',
    '<clipPath id="d"><path d="M0 0H60V100H0Z"/></clipPath>' +
      '<clipPath id="c" clip-path="url(#d)" transform="scale(.9)"><circle cx="50" cy="50" r="40"/></clipPath>' +
      '<rect width="100" height="100" fill="#383" clip-path="url(#c)"/>',
  ],
  [
    'a mask of three strengths',
    '<mask id="m"><path fill="#fff" d="M0 0H100V100H0Z"/><circle cx="40" cy="50" r="30" fill="#777"/>' +
      '<circle cx="60" cy="50" r="20"/></mask>' +
      '<g mask="url(#m)"><path fill="#b04" d="M5 5H95V95H5Z"/></g>',
  ],
  [
    'an alpha mask',
    `<mask id="m" mask-type="alpha"><path d="${STAR}" fill-opacity=".6"/></mask>` +
      '<path mask="url(#m)" fill="#b04" d="M5 5H95V95H5Z"/>',
  ],
  [
    'a faded group of shapes that overlap',
    '<g opacity=".6"><rect x="5" y="5" width="60" height="60" fill="#b04"/>' +
      '<circle cx="60" cy="60" r="30" fill="#fc0" stroke="#024" stroke-width="6"/>' +
      '<path d="M20 80H90V95H20Z" fill="#024" fill-opacity=".5"/></g>',
  ],
  [
    'a dashed stroke, cut',
    '<clipPath id="c"><circle cx="50" cy="50" r="48"/></clipPath><path clip-path="url(#c)" fill="#b04" ' +
      'd="M10 10H90V90H10Z" stroke="#024" stroke-width="8" stroke-dasharray="15 9"/>',
  ],
  [
    'a pattern whose tiles end at their edges',
    '<pattern id="p" width="20" height="15" patternUnits="userSpaceOnUse" patternTransform="translate(5 10)">' +
      '<circle cx="5" cy="5" r="7" fill="#08f"/></pattern><circle cx="50" cy="50" r="40" fill="url(#p)"/>',
  ],
  [
    'markers at every corner',
    '<marker id="m" orient="auto" markerWidth="4" markerHeight="4" refX="2" refY="2" viewBox="0 0 4 4">' +
      '<path d="M0 0L4 2L0 4Z" fill="#b04"/></marker><path d="M10 80L40 20L60 60L90 15" fill="none" ' +
      'stroke="#024" stroke-width="4" marker-start="url(#m)" marker-mid="url(#m)" marker-end="url(#m)"/>',
  ],
  [
    'a stroke behind its fill',
    `<path d="${STAR}" fill="#fc0" stroke="#024" stroke-width="8" paint-order="stroke"/>`,
  ],
])('%s: valid, and looks the same', (_, inner) => {
  const text = svg(inner, 'viewBox="0 0 100 100"')
  const repair = repairLogo(readLogo(new TextEncoder().encode(text)), { ...NO_OPTIONS, title: 'A' })
  if (repair === null) throw new Error('not readable')
  expect(repair.obstacles).toEqual([])
  expect(repair.schemaValid).toBe(true)
  const difference = comparePixels(drawn(text), drawn(repair.text))
  expect(difference).toMatchObject({ isVisible: false })
})
