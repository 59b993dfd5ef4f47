import { expect, test } from 'vitest'
import { goldens, repairedBy, svg } from '../../testing/repaired-by.ts'
import { text } from './text.ts'

goldens(text, [
  ['whole already', '<text x="1 2" y="3" rotate="9">a b</text>', null],
  ['a part that says nothing', '<text>a<tspan id="b">b</tspan> c</text>', '<text>ab c</text>'],
  [
    'one part that says all',
    '<text x="1" y="2" fill="red" font-size="9"><tspan x="3" fill="blue">a</tspan></text>',
    '<text x="3" y="2" fill="blue" font-size="9">a</text>',
  ],
  [
    'as Inkscape writes it',
    '<text x="1" y="2"><tspan x="1" y="2" stroke-width=".1"><tspan font-weight="bold">a</tspan></tspan></text>',
    '<text x="1" y="2" stroke-width=".1" font-weight="bold">a</text>',
  ],
  [
    'lines',
    '<text x="1" y="2" fill="red" transform="scale(2)">\n<tspan x="1" y="2">a</tspan>\n<tspan x="1" dy="5" fill="blue">b</tspan>\n<tspan x="2" dy="5">c</tspan></text>',
    '<g fill="red" transform="scale(2)"><text x="1" y="2">a</text><text x="1" y="7" fill="blue">b</text><text x="2" y="12">c</text></g>',
  ],
  ['shifted as a whole', '<text x="1" dx="2" dy="-3">a</text>', '<text x="3" y="-3">a</text>'],
  [
    'titles stay',
    '<text><title>t</title><tspan>a</tspan></text>',
    '<text><title>t</title>a</text>',
  ],
  [
    'spaces that count in a part',
    '<text x="1" y="2">\n<tspan xml:space="preserve">a  b</tspan></text>',
    '<text x="1" y="2" xml:space="preserve">a  b</text>',
  ],
  [
    'one that cuts',
    '<clipPath><text><tspan x="1">a</tspan><tspan x="2">b</tspan></text></clipPath>',
    null,
  ],
  ['ways to say nothing', '<text letter-spacing="0" dominant-baseline="alphabetic">a</text>', null],
])

test.each([
  ['<text>a<tspan fill="red">b</tspan></text>', /another style/],
  ['<text x="1">a<tspan dy="1">b</tspan></text>', /another style/],
  ['<text><textPath href="#a">a</textPath></text>', /`textPath`/],
  ['<text letter-spacing="2">a</text>', /`letter-spacing`/],
  ['<text text-decoration="underline">a</text>', /`text-decoration`/],
  ['<text textLength="9">a</text>', /length/],
  ['<text x="1"><tspan text-anchor="end">a</tspan></text>', /another style/],
  ['<text dx="1 2 3">a</text>', /one by one/],
  ['<text><tspan rotate="9">a</tspan></text>', /turned/],
])('%s is an obstacle', (inner, why) => {
  const { text: after, changes, obstacles } = repairedBy(text, svg(inner))
  expect(after).toBe(svg(inner))
  expect(changes).toEqual([])
  expect(obstacles.map((each) => each.why)).toEqual([expect.stringMatching(why)])
})

test('what is inherited counts', () => {
  const { obstacles } = repairedBy(text, svg('<g writing-mode="tb"><text>a</text></g>'))
  expect(obstacles).toHaveLength(1)
})

test('so does a line under a group', () => {
  const { obstacles } = repairedBy(text, svg('<g text-decoration="underline"><text>a</text></g>'))
  expect(obstacles).toHaveLength(1)
})
