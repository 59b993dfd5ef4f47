import { expect, test } from 'vitest'
import { goldens, repairedBy, svg } from '../../testing/repaired-by.ts'
import { square } from './square.ts'

const SHAPE = '<rect x="40" y="40" width="20" height="20"/>'
const whole = (attributes: string, inner = SHAPE): string => svg(inner, attributes)

goldens(square, [
  ['square with a size', whole('viewBox="0 0 100 100" width="100" height="100"'), null],
  [
    'a size is added where the file is to be changed anyway',
    whole('viewBox="0 0 100 100"'),
    whole('viewBox="0 0 100 100" width="100" height="100"'),
  ],
  [
    'room above and below',
    whole('viewBox="0 0 200 100" width="400" height="200"'),
    whole('viewBox="0 -50 200 200" width="400" height="400"'),
  ],
  [
    'room on both sides, from where the view box begins',
    whole('viewBox="10 10 100 150"'),
    whole('viewBox="-15 10 150 150" width="150" height="150"'),
  ],
  [
    'what lay beyond the frame stays hidden',
    whole('viewBox="0 0 200 100"', '<rect width="300" height="150"/>'),
    whole(
      'viewBox="0 -50 200 200" width="200" height="200"',
      '<path d="M200 100L0 100L0 0L200 0Z"/>',
    ),
  ],
  [
    'no view box',
    whole('width="300" height="200"'),
    whole('width="300" height="300" viewBox="0 -50 300 300"'),
  ],
  [
    'a size that hangs on the page',
    whole('viewBox="0 0 24 24" width="1em" height="100%"'),
    whole('viewBox="0 0 24 24" width="96" height="96"'),
  ],
  [
    'too small for Gmail',
    whole('viewBox="0 0 24 24" width="24" height="24"'),
    whole('viewBox="0 0 24 24" width="96" height="96"'),
  ],
  [
    'a frame of another shape shows more than the view box',
    whole('viewBox="0 0 100 100" width="200" height="100"'),
    whole('viewBox="-50 -50 200 200" width="200" height="200"'),
  ],
  [
    'stretched',
    whole('viewBox="0 0 100 50" preserveAspectRatio="none" width="200" height="200"'),
    whole(
      'viewBox="0 0 200 200" width="200" height="200"',
      `<g transform="scale(2 4)">${SHAPE}</g>`,
    ),
  ],
])

const SQUARE = 'viewBox="0 0 100 100" width="100" height="100"'

goldens(
  square,
  [
    [
      'room around what reaches the edge',
      whole(SQUARE, '<rect width="100" height="100"/>'),
      whole(
        'viewBox="-12.5 -12.5 125 125" width="100" height="100"',
        '<rect width="100" height="100"/>',
      ),
    ],
    ['enough room as it is', whole(SQUARE), null],
  ],
  { padding: 0.1 },
)

test('a valid logo that says no size is left alone', () => {
  const text = svg(
    '<title>A</title><rect width="9" height="9"/>',
    'version="1.2" baseProfile="tiny-ps" viewBox="0 0 9 9"',
  )
  expect(repairedBy(square, text)).toEqual({ text, changes: [], obstacles: [] })
})

test.each([
  ['no size at all', svg(SHAPE), 'it says neither `viewBox` nor a size'],
  [
    'something that cannot be cut lies across the edge',
    svg('<g filter="url(#f)"><rect width="9" height="30"/></g>', 'viewBox="0 0 20 10"'),
    '`g` reaches beyond the frame, and it has a filter as well',
  ],
])('not squared: %s', (_, text, why) => {
  const { text: after, obstacles } = repairedBy(square, text)
  expect(after).toBe(text)
  expect(obstacles.map((each) => each.why)).toEqual([`The logo cannot be made square: ${why}`])
})
