import { expect, test } from 'vitest'
import type { Rounds } from '../queries/use-rounds.ts'
import { stageStates } from './stage-states.ts'

const rounds = (phase: Rounds['phase'], ...since: (number | null)[]): Rounds => ({
  phase,
  rows: since.map((one) => ({ since: one }) as Rounds['rows'][number]),
  until: 0,
  askNow: () => undefined,
  stop: () => undefined,
})

test.each<[boolean, boolean, Rounds | null, string[]]>([
  [false, true, null, ['Looking up', 'Waits for the answers', 'Not yet begun']],
  [true, false, null, ['A choice is open', 'Waits for your choices', 'Not yet begun']],
  [true, true, null, ['Complete', 'Texts ready', 'Not yet begun']],
  [true, true, rounds('asking'), ['Complete', 'Texts ready', 'Asking']],
  [true, true, rounds('waiting', 1, null, null), ['Complete', 'Texts ready', '1 of 3 live']],
  [true, true, rounds('stopped', 1, null), ['Complete', 'Texts ready', '1 of 2 live']],
  [true, true, rounds('done', 1, 2), ['Complete', 'Texts ready', 'All 2 live']],
])('complete %s, ok %s', (isComplete, isOk, those, words) => {
  const states = stageStates({ isComplete, isOk, rounds: those })
  expect(Object.values(states).map((state) => state.words)).toEqual(words)
})

test('only what goes on turns', () => {
  const kind = (phase: Rounds['phase']) =>
    stageStates({ isComplete: true, isOk: true, rounds: rounds(phase, null) }).verify.kind
  expect([kind('asking'), kind('waiting'), kind('stopped'), kind('once'), kind('done')]).toEqual([
    'asking',
    'asking',
    'waiting',
    'waiting',
    'pass',
  ])
})
