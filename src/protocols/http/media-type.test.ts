import { expect, test } from 'vitest'
import { charsetOf, essenceOf } from './media-type.ts'

test.each([
  ['text/plain', 'text/plain', null],
  ['Text/Plain; Charset=UTF-8', 'text/plain', 'utf-8'],
  ['text/plain;charset="us-ascii"', 'text/plain', 'us-ascii'],
  ['text/plain; format=flowed; charset=iso-8859-1', 'text/plain', 'iso-8859-1'],
  ['text/plain; charset=', 'text/plain', ''],
  ['', '', null],
  ['plain', 'plain', null],
])('%s', (text, essence, charset) => {
  expect(essenceOf(text)).toBe(essence)
  expect(charsetOf(text)).toBe(charset)
})
