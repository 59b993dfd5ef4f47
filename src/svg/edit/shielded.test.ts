import { expect, test } from 'vitest'
import { shieldedText } from './shielded.ts'

const svg = (inner: string) => `<svg xmlns="http://www.w3.org/2000/svg">${inner}</svg>`

test.each([
  ['an attribute', '<g style="fill:red"/>', '<g data-signet-style="fill:red"/>'],
  [
    'a sheet',
    '<style type="text/css">a &gt; b{fill:red}</style>',
    '<metadata data-signet-style="">a &gt; b{fill:red}</metadata>',
  ],
  ['what acts stays at home, and nothing of it', '<script>x()</script><g onclick="x()"/>', '<g/>'],
  ['nothing', '<path d="M0 0h1"/>', '<path d="M0 0h1"/>'],
])('%s travels under another name', (_, before, after) => {
  expect(shieldedText(svg(before))).toBe(svg(after))
})

test('only the drawing travels, with its entities written out', () => {
  const text = `<!DOCTYPE svg [<!ENTITY red "#f00">]><!-- x -->${svg('<g fill="&red;"/>')}`
  expect(shieldedText(text)).toBe(svg('<g fill="#f00"/>'))
})

test('what is no drawing stays at home', () => {
  expect(shieldedText('<html/>')).toBeNull()
  expect(shieldedText('<svg')).toBeNull()
  expect(shieldedText(svg('<g>'.repeat(1500) + '</g>'.repeat(1500)))).toBeNull()
  const copies = Array.from({ length: 12 }, (_, at) => {
    const copy = `<use href="#a${at}"/>`
    return `<g id="a${at + 1}">${copy.repeat(8)}</g>`
  })
  expect(shieldedText(svg(`<g id="a0"/>${copies.join('')}<use href="#a12"/>`))).toBeNull()
})
