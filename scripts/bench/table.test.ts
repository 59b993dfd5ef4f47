import { expect, test } from 'vitest'
import { runOf } from './simulated-check.ts'
import { median, table } from './table.ts'

test('columns, ratios, and what is over its bar', () => {
  const rows = [
    { what: 'short', measured: '1 ms' },
    {
      what: 'a longer name',
      measured: '160 ms',
      bar: '1.25 × 150 ms',
      ratio: 160 / 150,
      limit: 1.25,
    },
    { what: 'over', measured: '13', bar: '12', ratio: 13 / 12 },
  ]
  expect(table(rows)).toBe(
    [
      '  short          1 ms',
      '  a longer name  160 ms  1.25 × 150 ms  1.07  within',
      '  over           13      12             1.08  OVER',
      '',
    ].join('\n'),
  )
})

test.each([
  [[3, 1, 2], 2],
  [[2, 1], 2],
  [[7], 7],
])('the median of %j is %i', (values, expected) => expect(median(values)).toBe(expected))

test('a simulated check asks all, and takes at least what nobody can shorten', async () => {
  const { ms, questions, facts } = await runOf('sealed.example')
  expect(ms).toBeGreaterThan(145)
  expect(questions).toBeLessThanOrEqual(24 + 4 * 2)
  expect(facts.mtaStsPolicyFile?.state).toBe('found')
})
