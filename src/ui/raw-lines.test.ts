import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { piecesOf, rawLines, type TextMark } from './raw-lines.ts'

/** `v=STS[V:error]1`: what a reader sees of each line. */
const seen = (text: string, marks: TextMark[] = []) =>
  rawLines(text, marks).map((line) =>
    line.map(({ text, tone }) => (tone === null ? text : `[${text}:${tone}]`)).join(''),
  )

test.each<[string, string[]]>([
  ['one', ['one']],
  ['one\ntwo', ['one', 'two']],
  ['one\r\ntwo\r\n', ['one', 'two']],
  ['one\rtwo', ['one', 'two']],
  ['one\n\nthree\n\n', ['one', '', 'three', '']],
  ['', ['']],
])('lines of %j', (text, lines) => expect(seen(text)).toEqual(lines))

describe('marks', () => {
  test.each<[string, string, TextMark[], string[]]>([
    ['inside', 'v=STSV1', [{ start: 5, end: 6, tone: 'error' }], ['v=STS[V:error]1']],
    ['from the start', 'ab', [{ start: 0, end: 1, tone: 'notice' }], ['[a:notice]b']],
    ['of the whole', 'ab', [{ start: 0, end: 2, tone: 'changed' }], ['[ab:changed]']],
    [
      'over a line end',
      'ab\ncd',
      [{ start: 1, end: 4, tone: 'error' }],
      ['a[b:error]', '[c:error]d'],
    ],
    ['where something is missing', 'ab', [{ start: 1, end: 1, tone: 'error' }], ['a[:error]b']],
    ['where the end is missing', 'ab', [{ start: 2, end: 2, tone: 'error' }], ['ab[:error]']],
    [
      'of a line end alone',
      'ab\ncd',
      [{ start: 2, end: 3, tone: 'warning' }],
      ['ab[:warning]', 'cd'],
    ],
    [
      'that overlap: the worst shows',
      'abcd',
      [
        { start: 0, end: 3, tone: 'notice' },
        { start: 2, end: 4, tone: 'error' },
      ],
      ['[ab:notice][c:error][d:error]'],
    ],
    ['beyond the text', 'ab', [{ start: 5, end: 9, tone: 'error' }], ['ab']],
  ])('%s', (_, text, marks, lines) => expect(seen(text, marks)).toEqual(lines))

  test('whatever is marked, the text stays whole', () => {
    const mark = fc.record({
      start: fc.nat(30),
      end: fc.nat(30),
      tone: fc.constantFrom('error' as const, 'changed' as const),
    })
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '\n', '\r', 'é') }),
        fc.array(mark),
        (text, marks) => {
          const lines = rawLines(text, marks).map((line) => line.map((part) => part.text).join(''))
          expect(lines.join('\n')).toBe(text.replace(/\r\n|\r/g, '\n').replace(/\n$/, ''))
        },
      ),
    )
  })
})

test.each<[string, string[]]>([
  ['plain text\twith a tab', ['plain text\twith a tab']],
  ['a\u00a0b', ['a', 'U+00A0', 'b']],
  ['\ufeffversion', ['U+FEFF', 'version']],
  ['v\u200b=\u202e', ['v', 'U+200B', '=', 'U+202E']],
  ['\u0000\u{e0001}', ['U+0000', 'U+E0001']],
  ['müller 漢字 👍', ['müller 漢字 👍']],
])('what cannot be seen in %j', (text, pieces) => {
  expect(piecesOf(text).map((piece) => piece.unseen ?? piece.text)).toEqual(pieces)
  expect(
    piecesOf(text)
      .map((piece) => piece.text)
      .join(''),
  ).toBe(text)
})
