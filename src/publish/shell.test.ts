import fc from 'fast-check'
import { expect, test } from 'vitest'
import { posixCommands, powershellCommands } from '../testing/presentation-reader.ts'
import { posixQuoted, posixWord, powershellQuoted } from './shell.ts'

test.each([
  ['v=STSv1; id=1', "'v=STSv1; id=1'"],
  ["it's", String.raw`'it'\''s'`],
  ['', "''"],
  ['$HOME `id` "x" \\', '\'$HOME `id` "x" \\\''],
])('POSIX: %s', (text, expected) => expect(posixQuoted(text)).toBe(expected))

test.each([
  ['_mta-sts.example.com.', '_mta-sts.example.com.'],
  ['https://example.com/a,b', 'https://example.com/a,b'],
  ['https://example.com/?a=1', "'https://example.com/?a=1'"],
  ['a b', "'a b'"],
  ['*.example.com', "'*.example.com'"],
  ['~', "'~'"],
  ['', "''"],
])('a word stays bare where nothing in it is special: %s', (text, expected) => {
  expect(posixWord(text)).toBe(expected)
})

test.each([
  ["it's", "'it''s'"],
  ['it’s', "'it’’s'"],
  ['$x "y" `z', '\'$x "y" `z\''],
])('PowerShell: %s', (text, expected) => expect(powershellQuoted(text)).toBe(expected))

test('each is one word, and the same one, whatever is in it', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom(...' \'"\\$`!*?~#&|;<>()\n\t’‘a') }),
  )
  fc.assert(
    fc.property(text, text, (one, two) => {
      expect(posixCommands(`echo ${posixQuoted(one)} ${posixWord(two)}`)).toEqual([
        ['echo', one, two],
      ])
      expect(powershellCommands(`echo ${powershellQuoted(one)} ${powershellQuoted(two)}`)).toEqual([
        ['echo', one, two],
      ])
    }),
  )
})
