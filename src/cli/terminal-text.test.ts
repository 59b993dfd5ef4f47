import { expect, test } from 'vitest'
import { harmless, words, wrapped } from './terminal-text.ts'

test.each([
  ['an escape', 'a\u001b]0;title\u0007', 'a␛]0;title␇'],
  ['a line break', 'a\r\nb', 'a␍␊b'],
  ['delete', 'a\u007f', 'a␡'],
  ['a control character of the upper half', 'a\u009b1m', 'a\ufffd1m'],
  ['a turn of direction', 'a\u202eb', 'a\ufffdb'],
  ['a blank without width', 'a\u200bb', 'a\ufffdb'],
  ['ordinary text of any script', 'müller 例え ا', 'müller 例え ا'],
])('%s', (_what, text, shown) => {
  expect(harmless(text)).toBe(shown)
})

test('code keeps its backticks, links show their address', () => {
  expect(words('Read [the `mode` line](https://example.com/a) of `x`.')).toBe(
    'Read the `mode` line (https://example.com/a) of `x`.',
  )
})

test('lines break at blanks', () => {
  expect(wrapped('one two three', 7)).toEqual(['one two', 'three'])
  expect(wrapped('a-very-long-word b', 5)).toEqual(['a-very-long-word', 'b'])
  expect(wrapped('', 5)).toEqual([''])
})
