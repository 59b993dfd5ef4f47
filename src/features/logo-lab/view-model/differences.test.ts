import { expect, test } from 'vitest'
import { readLogo } from '../../../svg/logo.ts'
import { differencesOf } from './differences.ts'

const NS = 'xmlns="http://www.w3.org/2000/svg"'
const root = (text: string) => {
  const read = readLogo(new TextEncoder().encode(text)).root
  if (read === null) throw new Error(`No drawing: ${text}`)
  return read
}
const svg = (inner: string, attributes = 'baseProfile="tiny-ps"') =>
  root(`<svg ${NS} ${attributes}>${inner}</svg>`)
const told = (own: ReturnType<typeof svg>, served: ReturnType<typeof svg>) =>
  differencesOf(own, served).map(
    ({ kind, what, before, after, count }) =>
      `${kind} ${what}: ${before ?? '-'} → ${after ?? '-'} ×${count}`,
  )

test.each([
  [
    'the profile',
    svg('', 'baseProfile="tiny-ps" id="a"'),
    svg('', 'id="a"'),
    ['lost baseProfile on svg: tiny-ps → - ×1'],
  ],
  ['the title', svg('<title>A</title><g/>'), svg('<g/>'), ['lost title: A → - ×1']],
  [
    'the words of the title',
    svg('<title>A</title>'),
    svg('<title>B</title>'),
    ['changed text of title: A → B ×1'],
  ],
  [
    'a colour',
    svg('<path fill="#fff"/>'),
    svg('<path fill="red"/>'),
    ['changed fill on path: #fff → red ×1'],
  ],
  [
    'the same on many',
    svg('<path fill="red"/><path fill="red"/><path/>'),
    svg('<path/><path/><path/>'),
    ['lost fill on path: red → - ×2'],
  ],
  ['a class that came', svg('<g/>'), svg('<g class="a"/>'), ['added class on g: - → a ×1']],
  [
    'an element in the middle',
    svg('<path d="M0 0"/><rect/><path d="M1 1L2 2"/>'),
    svg('<path d="M0 0"/><path d="M1 1L2 2"/>'),
    ['lost rect: - → - ×1'],
  ],
  ['a script that came', svg('<g/>'), svg('<script>x</script><g/>'), ['added script: - → x ×1']],
  [
    'numbers that an optimizer rounded',
    svg('<path d="M0.0001 0"/>'),
    svg('<path d="M0 0"/>'),
    ['changed d on path: M0.0001 0 → M0 0 ×1'],
  ],
  ['nothing', svg('<g><path d="M0 0"/></g>'), svg('\n<g> <path d="M0 0"/></g>'), []],
])('%s', (_, own, served, expected) => expect(told(own, served)).toEqual(expected))
