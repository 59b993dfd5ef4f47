import { expect, test } from 'vitest'
import { goldens, repairedBy, svg } from '../../testing/repaired-by.ts'
import { leftStyle } from './left-style.ts'
import { style } from './style.ts'

goldens(leftStyle, [
  ['none', '<g opacity=".5" fill="red"/>', null],
  [
    'what only CSS can say',
    '<g mix-blend-mode="multiply" fill="red" isolation="isolate"/><mask mask-type="alpha"/>',
    '<g fill="red" style="mix-blend-mode:multiply;isolation:isolate"/><mask style="mask-type:alpha"/>',
  ],
  [
    'beside what is there',
    '<g style="fill:red" mix-blend-mode="multiply"/>',
    '<g style="fill:red;mix-blend-mode:multiply"/>',
  ],
])

test('it is the other way of what turns CSS into attributes', () => {
  const written = svg('<g style="mix-blend-mode:multiply"/>')
  expect(repairedBy(leftStyle, repairedBy(style, written).text).text).toBe(written)
})
