import { expect, test } from 'vitest'
import { nothing, txtFact } from '../../facts/build.ts'
import { failed, faulty } from '../../facts/fact.ts'
import { standingAt } from './standing.ts'

const NAME = '_mta-sts.example.com'
const isOurs = (text: string) => text.startsWith('v=STSv1')
const source = { name: NAME, via: 'dns' } as const

test('what is ours, and what is not', () => {
  const fact = txtFact(NAME, ['v=STSv1; id=1', 'v=spf1 -all'], { ttl: 120 })
  expect(standingAt(NAME, fact, isOurs)).toEqual({
    ...{ known: true, name: NAME, ours: ['v=STSv1; id=1'], others: ['v=spf1 -all'], ttl: 120 },
  })
})

test.each([
  ['nobody asked', undefined, false],
  ['no answer', failed('timeout', '', source), false],
  ['an endless alias', faulty<never>('alias-loop', '', source), false],
  ['nothing', nothing(NAME, 'TXT'), true],
])('%s', (_what, fact, known) => {
  expect(standingAt(NAME, fact, isOurs)).toMatchObject({ known, name: NAME, ours: [], others: [] })
})

test('an alias leads to where the record is changed; one that leads nowhere is replaced itself', () => {
  const chain = [
    { name: NAME, target: 'a.example.net', ttl: 60 },
    { name: 'a.example.net', target: 'b.example.net', ttl: 60 },
  ]
  expect(standingAt(NAME, txtFact(NAME, ['v=STSv1; id=1'], { chain }), isOurs).name).toBe(
    'b.example.net',
  )
  expect(standingAt(NAME, nothing(NAME, 'TXT', 'nxdomain', { chain }), isOurs).name).toBe(NAME)
})
