import { expect, test } from 'vitest'
import { goldens, repairedBy, svg } from '../../testing/repaired-by.ts'
import { fontWeight } from './font-weight.ts'

goldens(fontWeight, [
  ['words', '<text font-weight="bolder"/>', null],
  [
    'numbers',
    '<g font-weight="400"><text font-weight="700"/><text font-weight=" 600 "/><text font-weight="100"/></g>',
    '<g font-weight="normal"><text font-weight="bold"/><text font-weight="bold"/><text font-weight="normal"/></g>',
  ],
])

test('it is told where a weight changes', () => {
  const { changes } = repairedBy(
    fontWeight,
    svg('<text font-weight="400"/><text font-weight="500"/>'),
  )
  expect(changes.map(({ what }) => what)).toEqual([
    'Write the weight of `text` as a word',
    'Write the weight of `text` as the nearest word',
  ])
})
