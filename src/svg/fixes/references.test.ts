import { expect, test } from 'vitest'
import { goldens, repairedBy, svg } from '../../testing/repaired-by.ts'
import { references } from './references.ts'

goldens(references, [
  ['all lead somewhere', '<linearGradient id="a"/><path fill="url(#a)" clip-path="none"/>', null],
  [
    'paint that is not there',
    '<path fill="url(#a)" stroke="url(#a)"/>',
    '<path fill="none" stroke="none"/>',
  ],
  ['paint with a colour behind it', '<path fill="url(#a) red"/>', '<path fill="red"/>'],
  [
    'a colour behind paint that is there, for shapes without extent',
    '<linearGradient id="a"/><path fill="url(#a) red"/>',
    null,
  ],
  [
    'of another kind',
    '<clipPath id="a"/><path fill="url(#a)"/>',
    '<clipPath id="a"/><path fill="none"/>',
  ],
  [
    'clip, mask, filter, marker',
    '<g clip-path="url(#a)" mask="url(#a)" filter="url(#a)" marker-end="url(#a)"/>',
    '<g/>',
  ],
  [
    'a gradient that takes over from nothing',
    '<linearGradient id="a" href="#b"/>',
    '<linearGradient id="a"/>',
  ],
])

test('what lies in another file is an obstacle', () => {
  const { obstacles, changes } = repairedBy(references, svg('<path fill="url(a.svg#b)"/>'))
  expect(changes).toEqual([])
  expect(obstacles.map(({ why }) => why)).toEqual([
    '`fill` of `path` asks for something in another file: `a.svg#b`',
  ])
})
