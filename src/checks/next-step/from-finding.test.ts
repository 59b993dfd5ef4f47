import { expect, test } from 'vitest'
import { stepFrom } from './from-finding.ts'

const step = (advice: string) =>
  stepFrom({
    id: 'mx.none',
    args: {},
    about: 'example.com',
    words: { severity: 'error', title: 'It is so', advice, why: 'It matters.', demand: 'practice' },
  })

test('one sentence is the heading', () => {
  expect(step('Publish an MX record.')).toEqual({
    kind: 'fix',
    heading: 'Publish an MX record',
    why: 'It is so. It matters.',
    items: [],
  })
})

test('more than one is told in full below it', () => {
  const advice = 'Move it to `_mta-sts.example.com`. Try `a. b` there.'
  expect(step(advice)).toMatchObject({
    heading: 'Move it to `_mta-sts.example.com`',
    items: [{ title: advice }],
  })
})

test('a dot in a name or in backticks ends no sentence', () => {
  expect(step('Write `a. b` or v1.2 here.').heading).toBe('Write `a. b` or v1.2 here')
})
