import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nginxString, serverBlock } from './nginx.ts'

test.each([
  ['a: b\r\n', String.raw`"a: b\r\n"`],
  ['"q" \\ \t', String.raw`"\"q\" \\ \t"`],
  ['', '""'],
  ['costs $5', null],
])('%j', (text, expected) => expect(nginxString(text)).toBe(expected))

test('nginx reads the text back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const written = nginxString(text)
      fc.pre(written !== null)
      const read = written
        ?.slice(1, -1)
        .replaceAll(
          /\\(["\\rnt])/g,
          (_, letter: string) => ({ r: '\r', n: '\n', t: '\t' })[letter] ?? letter,
        )
      expect(read).toBe(text)
      expect(written?.slice(1, -1)).not.toMatch(/(?:^|[^\\])(?:\\\\)*"/)
    }),
  )
})

test('a block has its locations indented, and nothing else answers', () => {
  const block = serverBlock('a.example', ['location = /x {\n    return 200;\n}'])
  expect(block).toContain('\n    location = /x {\n        return 200;\n    }\n')
  expect(block).toContain('\n    location / { return 404; }\n}\n')
})
