import fc from 'fast-check'
import { expect, test } from 'vitest'
import { selectorParameter } from './selector-parameter.ts'

test.each([
  [undefined, 'default'],
  ['', 'default'],
  ['Summer', 'summer'],
  ['brand.2026', 'brand.2026'],
  ['a-b', 'a-b'],
  ['my_logo', null],
  ['a..b', null],
  ['.a', null],
  ['-a', null],
  ['a b', null],
  ['*', null],
  ['a/b', null],
  ['müller', null],
  ['a'.repeat(64), null],
])('%s is %s', (text, expected) => expect(selectorParameter(text, 'example.com')).toBe(expected))

test('the whole name must fit into DNS', () => {
  const domain = `${'a'.repeat(60)}.${'b'.repeat(60)}.${'c'.repeat(60)}.com`
  expect(selectorParameter('d'.repeat(61), domain)).toBeNull()
  expect(selectorParameter('d'.repeat(60), domain)).toBe('d'.repeat(60))
})

test('whatever is let through is letters, digits, hyphens and dots', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(selectorParameter(text, 'example.com') ?? 'a').toMatch(/^[a-z0-9.-]+$/)
    }),
  )
})
