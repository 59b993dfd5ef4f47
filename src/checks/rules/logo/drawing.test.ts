import { expect, test } from 'vitest'
import { logoFact } from '../../../facts/logo-facts.ts'
import { findingsOf, judge } from '../../report.ts'

const ROOT = 'xmlns="http://www.w3.org/2000/svg" version="1.2" baseProfile="tiny-ps"'
const FRAME = 'width="96" height="96" viewBox="0 0 96 96"'
const NAMES = '<title>Finch Tea</title><desc>A finch</desc>'
const BIRD = '<circle cx="48" cy="48" r="20" fill="#a00"/>'
const good = `<svg ${ROOT} ${FRAME}>${NAMES}<rect width="96" height="96" fill="#fff"/>${BIRD}</svg>`

function ids(text: string): string[] {
  const logo = logoFact(new TextEncoder().encode(text), { name: 'logo.svg', via: 'file' })
  return findingsOf(judge({ kind: 'logo', name: 'logo.svg' }, { logo })).map(({ id }) =>
    id.slice('logo.'.length),
  )
}

const drawn = (inner: string): string => `<svg ${ROOT} ${FRAME}>${NAMES}${inner}</svg>`

test.each<[string, string, string[]]>([
  ['nothing behind', BIRD + '<path fill="#00f" d="M48 40h9v9z"/>', ['background.transparent']],
  ['nothing but one colour', BIRD, ['background.transparent', 'colour.single']],
  ['nothing at all', '', ['background.transparent', 'colour.single']],
  [
    'one colour on the same',
    '<rect width="96" height="96" fill="#aa0000"/>' + BIRD,
    ['colour.single'],
  ],
  [
    'a ground that is half there',
    '<rect width="96" height="96" fill="#fff" fill-opacity=".5"/>' + BIRD,
    ['background.transparent'],
  ],
  [
    'a ground of two halves',
    '<rect width="96" height="48" fill="#fff"/><rect y="48" width="96" height="48" fill="#eee"/>' +
      BIRD,
    [],
  ],
  ['a path as ground', '<path fill="#fff" d="M0 0h96v96H0z"/>' + BIRD, []],
  [
    'a ground by way of a use',
    '<defs><path id="a" fill="#fff" d="M0 0h48v96H0z"/></defs><use href="#a"/><use href="#a" x="48"/>' +
      BIRD,
    [],
  ],
  [
    'a disc is no ground, and is no drawing to be cropped',
    '<circle cx="48" cy="48" r="48" fill="#fff"/>' + BIRD,
    ['background.transparent'],
  ],
  ['a group that inherits', '<g fill="#fff"><rect width="96" height="96"/></g>' + BIRD, []],
  [
    'a gradient is two colours',
    '<defs><linearGradient id="a"><stop stop-color="#fff"/><stop offset="1" stop-color="#eee"/></linearGradient></defs><rect width="96" height="96" fill="url(#a)"/>',
    [],
  ],
  [
    'a colour with a name',
    '<defs><solidColor id="a" solid-color="#fff"/></defs><rect width="96" height="96" fill="url(#a)"/>' +
      BIRD,
    [],
  ],
  [
    'a line counts as drawn',
    '<rect width="96" height="96" fill="#fff"/><line x1="30" y1="48" x2="66" y2="48" stroke="#000" stroke-width="4"/>',
    [],
  ],
  [
    'a hole in the ground',
    '<path fill="#fff" fill-rule="evenodd" d="M0 0h96v96H0zM20 20h56v56H20z"/>' + BIRD,
    ['background.transparent', 'shape.circle-crop'],
  ],
  [
    'the same hole, filled by the other rule',
    '<path fill="#fff" d="M0 0h96v96H0zM20 20h56v56H20z"/>' + BIRD,
    [],
  ],
])('%s', (_, inner, expected) =>
  expect(ids(drawn(inner)).filter((id) => /^(background|colour|shape)/.test(id))).toEqual(expected),
)

test.each([
  ['Finch Tea', []],
  ['Logo Ltd', []],
  ['', ['title.empty']],
  [' ', ['title.empty']],
  ['x'.repeat(65), ['title.long']],
  ['é'.repeat(64), []],
  ['Layer 1', ['title.generic']],
  ['logo', ['title.generic']],
  ['Company Logo', ['title.generic']],
  ['finch-final.svg', ['title.generic']],
  ['Artboard 3 copy', ['title.generic']],
  ['Untitled-2', ['title.generic']],
  ['Asset 5', ['title.generic']],
])('the title %j', (title, expected) => {
  const text = good.replace('Finch Tea', title)
  expect(ids(text)).toEqual(expected)
})

test.each([
  [29_999, []],
  [30_000, []],
  [30_001, ['size.near-limit']],
  [32_768, ['size.near-limit']],
  [32_769, ['size.over-limit']],
  [40_000, ['size.over-limit']],
])('%i bytes', (bytes, expected) => {
  const padded = good.replace('</svg>', `${' '.repeat(bytes - good.length)}</svg>`)
  expect(padded.length).toBe(bytes)
  expect(ids(padded)).toEqual(expected)
})

test('a line that nothing strokes is not drawn, and no crop takes it', () => {
  const inner = '<rect width="96" height="96" fill="#fff"/>' + BIRD + '<path d="M0 1h96"/>'
  expect(ids(drawn(inner)).filter((id) => id.startsWith('shape'))).toEqual([])
})

test('what SVG Tiny 1.2 has beyond SVG 1.1 can be read', () => {
  const text = good
    .replace('viewBox="0 0 96 96"', 'viewBox="none"')
    .replace('<circle', '<circle transform="ref(svg, 1, 2)"')
  expect(ids(text).filter((id) => id.startsWith('value'))).toEqual([])
})
