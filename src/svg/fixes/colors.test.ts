import { expect, test } from 'vitest'
import { goldens, repairedBy, svg } from '../../testing/repaired-by.ts'
import { colors } from './colors.ts'

goldens(colors, [
  [
    'plain already',
    '<g fill="#f00" stroke="none" fill-opacity=".5"><path fill="red" stroke="rgb(1,2,3)"/><path fill="url(#a)"/></g>',
    null,
  ],
  [
    'names of CSS',
    '<path fill="rebeccapurple" stroke="Tomato"/>',
    '<path fill="#663399" stroke="#ff6347"/>',
  ],
  [
    'opacity in the colour',
    '<path fill="rgba(255,0,0,.5)"/>',
    '<path fill="#ff0000" fill-opacity=".5"/>',
  ],
  [
    'hexadecimal opacity',
    '<path stroke="#f008"/>',
    '<path stroke="#ff0000" stroke-opacity=".5333"/>',
  ],
  ['hsl', '<path fill="hsl(120, 100%, 50%)"/>', '<path fill="#00ff00"/>'],
  [
    'opacities multiply',
    '<path fill="#ff000080" fill-opacity=".5"/>',
    '<path fill="#ff0000" fill-opacity=".251"/>',
  ],
  [
    'one that is inherited multiplies too',
    '<g fill-opacity=".5"><path fill="#ff000033"/></g>',
    '<g fill-opacity=".5"><path fill="#ff0000" fill-opacity=".1"/></g>',
  ],
  [
    'a colour that is handed down, with what others make of it',
    '<g fill="#ff000080"><path/><path fill="blue"/><path fill-opacity=".5"/></g>',
    '<g fill="#ff0000" fill-opacity=".502"><path/><path fill="blue" fill-opacity="1"/><path fill-opacity=".251"/></g>',
  ],
  ['transparent', '<path fill="transparent" stroke="#0000"/>', '<path fill="none" stroke="none"/>'],
  [
    'stops',
    '<stop stop-color="transparent"/><stop stop-color="#fff8" stop-opacity=".5"/>',
    '<stop stop-color="#000000" stop-opacity="0"/><stop stop-color="#ffffff" stop-opacity=".2667"/>',
  ],
  [
    'currentColor',
    '<g color="blue"><path fill="currentColor"/></g><path stroke="currentcolor"/>',
    '<g><path fill="#0000ff"/></g><path stroke="#000000"/>',
  ],
  [
    'currentColor that is handed down',
    '<g color="blue" fill="currentColor"><path color="#f008"/><path/></g>',
    '<g fill="#0000ff"><path fill="#ff0000" fill-opacity=".5333"/><path/></g>',
  ],
  ['color alone', '<g color="tomato"/><g color="red"/>', '<g color="#ff6347"/><g color="red"/>'],
  [
    'what nobody reads',
    '<g fill="red"><path fill="redd" stroke="#12"/></g>',
    '<g fill="red"><path/></g>',
  ],
  ['a colour by profile', '<path fill="#f00 icc-color(a, 1)"/>', '<path fill="#ff0000"/>'],
  ['inherit', '<g fill="#f00"><path fill="inherit"/></g>', null],
])

test('paint of the context is an obstacle', () => {
  const { obstacles, changes } = repairedBy(colors, svg('<path fill="context-stroke"/>'))
  expect(changes).toEqual([])
  expect(obstacles).toHaveLength(1)
})

test('changes show what was and what is', () => {
  const { changes } = repairedBy(colors, svg('<path fill="#ff000080"/>'))
  expect(changes.map(({ before, after }) => [before, after])).toEqual([
    ['fill="#ff000080"', 'fill="#ff0000" fill-opacity=".502"'],
  ])
})
