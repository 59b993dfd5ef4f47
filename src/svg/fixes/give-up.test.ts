import { expect, test } from 'vitest'
import { goldens, repairedBy, svg } from '../../testing/repaired-by.ts'
import { giveUp } from './give-up.ts'

const ALL = '<image/><g filter="url(#f)" mix-blend-mode="multiply"><text>a</text></g>'

goldens(giveUp, [['nothing without consent', ALL, null]])
goldens(
  giveUp,
  [
    [
      'what was agreed to, and nothing else',
      ALL,
      '<g mix-blend-mode="multiply"><text>a</text></g>',
    ],
    ['in a mask, a filter decides what is hidden', '<mask><g filter="url(#f)"/></mask>', null],
  ],
  { consent: new Set(['image', 'filter']) },
)

test('each loss is told', () => {
  const { changes } = repairedBy(giveUp, svg(ALL), { consent: new Set(['image', 'filter']) })
  expect(changes.map(({ what }) => what)).toEqual([
    'Take out `image`, as you agreed to',
    'Take `filter` from `g`, as you agreed to',
  ])
})
