import { expect, test } from 'vitest'
import { goldens, repairedBy, svg } from '../../testing/repaired-by.ts'
import { background } from './background.ts'

const SHAPE = '<rect x="40" y="40" width="20" height="20"/>'

goldens(
  background,
  [
    [
      'behind everything, after the title and definitions',
      svg(`<title>A</title><defs/>${SHAPE}`, 'viewBox="0 0 100 100"'),
      svg(
        `<title>A</title><defs/><rect width="100" height="100" fill="#ff0000"/>${SHAPE}`,
        'viewBox="0 0 100 100"',
      ),
    ],
    [
      'over all of the view box, wherever it begins',
      svg(SHAPE, 'viewBox="-5 -6 100 100"'),
      svg(
        `<rect x="-5" y="-6" width="100" height="100" fill="#ff0000"/>${SHAPE}`,
        'viewBox="-5 -6 100 100"',
      ),
    ],
    [
      'without what the root says of paint',
      svg(SHAPE, 'viewBox="0 0 9 9" stroke="blue" fill-opacity=".5"'),
      svg(
        `<rect width="9" height="9" fill="#ff0000" fill-opacity="1" stroke="none"/>${SHAPE}`,
        'viewBox="0 0 9 9" stroke="blue" fill-opacity=".5"',
      ),
    ],
    [
      'an empty logo',
      svg('', 'viewBox="0 0 9 9"'),
      svg('<rect width="9" height="9" fill="#ff0000"/>', 'viewBox="0 0 9 9"'),
    ],
  ],
  { background: '#ff0000' },
)

test('only when asked', () => {
  const text = svg(SHAPE, 'viewBox="0 0 100 100"')
  expect(repairedBy(background, text)).toEqual({ text, changes: [], obstacles: [] })
})
