import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainText, tokensOf, type Token } from './prose-tokens.ts'

const text = (words: string): Token => ({ kind: 'text', text: words })
const code = (words: string): Token => ({ kind: 'code', text: words })

test.each<[string, Token[]]>([
  ['plain', [text('plain')]],
  ['`v=STSv1;` first', [code('v=STSv1;'), text(' first')]],
  ['a `b` and `c`', [text('a '), code('b'), text(' and '), code('c')]],
  [
    'see [the RFC](https://www.rfc-editor.org/rfc/rfc8461).',
    [
      text('see '),
      { kind: 'link', text: [text('the RFC')], to: 'https://www.rfc-editor.org/rfc/rfc8461' },
      text('.'),
    ],
  ],
  ['[`id`](/rules/a)', [{ kind: 'link', text: [code('id')], to: '/rules/a' }]],
  ['`[a](/b)` is code', [code('[a](/b)'), text(' is code')]],
  ['a lone ` stays', [text('a lone ` stays')]],
  ['[brackets] stay', [text('[brackets] stay')]],
  ['<b>bold</b> & co', [text('<b>bold</b> & co')]],
  ['', []],
])('%s', (words, tokens) => expect(tokensOf(words)).toEqual(tokens))

test.each([
  'javascript:alert(1)',
  'JAVASCRIPT:alert',
  'data:text/html,x',
  'http://example.com',
  '//example.com/',
  '/\\example.com',
  'https:///x',
  'about',
])('%s is no address that we link to', (to) => {
  expect(tokensOf(`[a](${to})`).every(({ kind }) => kind === 'text')).toBe(true)
})

test('nothing of a text is lost, whatever stands in it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('`', '[', ']', '(', ')', '/', 'a', 'https://x')),
      (parts) => {
        const words = parts.join('')
        const letters = (all: string) => all.replace(/[^a]/g, '').length
        const kept = (tokens: Token[]): string =>
          tokens.map((one) => (one.kind === 'link' ? kept(one.text) + one.to : one.text)).join('')
        expect(letters(kept(tokensOf(words)))).toBe(letters(words))
      },
    ),
  )
})

test('a text without its mark-up', () => {
  expect(plainText('Write `v=STSv1`, as in [RFC 8461](/rules/x)')).toBe(
    'Write v=STSv1, as in RFC 8461',
  )
})
