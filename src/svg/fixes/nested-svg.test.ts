import { expect, test } from 'vitest'
import { goldens, repairedBy, svg } from '../../testing/repaired-by.ts'
import { nestedSvg } from './nested-svg.ts'

const clip = (rect: string, id = 'frame'): string =>
  `<clipPath id="${id}"><rect ${rect}/></clipPath>`

goldens(
  nestedSvg,
  [
    ['none', '<g/>', null],
    [
      'a frame with its own units',
      '<svg x="10" y="20" width="50" height="50" viewBox="0 0 10 10"><path/></svg>',
      `<defs>${clip('x="10" y="20" width="50" height="50"')}</defs><g clip-path="url(#frame)"><g transform="matrix(5 0 0 5 10 20)"><path/></g></g>`,
    ],
    [
      'nothing is cut off',
      '<svg x="10" y="20" width="50" height="50" viewBox="0 0 10 10" overflow="visible"><path/></svg>',
      '<g transform="matrix(5 0 0 5 10 20)"><path/></g>',
    ],
    [
      'moved only',
      '<svg x="10" overflow="visible" fill="red"/>',
      '<g fill="red" transform="translate(10 0)"/>',
    ],
    [
      'as large as what is around, where nothing is said',
      '<svg viewBox="0 0 50 50" overflow="visible"><path/></svg>',
      '<g transform="scale(2)"><path/></g>',
    ],
    [
      'room to spare',
      '<svg width="100" height="50" viewBox="0 0 10 10" preserveAspectRatio="xMaxYMin" overflow="visible"><path/></svg>',
      '<g transform="matrix(5 0 0 5 50 0)"><path/></g>',
    ],
    [
      'cut to fill',
      '<svg width="100" height="50" viewBox="0 0 10 10" preserveAspectRatio="xMidYMid slice" overflow="visible"><path/></svg>',
      '<g transform="matrix(10 0 0 10 0 -25)"><path/></g>',
    ],
    [
      'percentages mean the frame they stand in',
      '<svg width="50%" height="50%" viewBox="0 0 10 10" overflow="visible"><rect width="50%" height="1"/></svg>',
      '<g transform="scale(5)"><rect width="5" height="1"/></g>',
    ],
    [
      'one in another',
      '<svg width="50" height="50" overflow="visible"><svg width="50%" height="50%" viewBox="0 0 5 5" overflow="visible"><path/></svg></svg>',
      '<g><g transform="scale(5)"><path/></g></g>',
    ],
    [
      'a transform and a clip of its own',
      '<svg x="1" overflow="visible" transform="scale(2)" clip-path="url(#c)"><path/></svg>',
      '<g transform="scale(2)" clip-path="url(#c)"><g transform="translate(1 0)"><path/></g></g>',
    ],
    ['without extent', '<svg width="0"><path/></svg>', '<g/>'],
  ],
  {},
  'viewBox="0 0 100 100"',
)

test('a size that nobody knows', () => {
  const { text, obstacles } = repairedBy(nestedSvg, svg('<svg viewBox="0 0 1 1"><path/></svg>'))
  expect(text).toBe(svg('<svg viewBox="0 0 1 1"><path/></svg>'))
  expect(obstacles).toHaveLength(1)
})

test('every frame has a clip of its own', () => {
  const { text } = repairedBy(
    nestedSvg,
    svg('<g id="frame"/><svg width="1" height="1"/><svg width="2" height="2"/>'),
  )
  expect(text).toContain(clip('x="0" y="0" width="1" height="1"', 'frame-2'))
  expect(text).toContain(clip('x="0" y="0" width="2" height="2"', 'frame-3'))
})
