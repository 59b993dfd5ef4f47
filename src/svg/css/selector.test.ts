import { expect, test } from 'vitest'
import { editable } from '../edit/editable.ts'
import { everyElement } from '../edit/element.ts'
import { readLogo } from '../logo.ts'
import { Places } from './places.ts'
import { readSheet } from './sheet.ts'

const DRAWING = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" id="r">
  <g id="a" class="x y">
    <path id="b" class="y" d="M0 0"/>
    <rect id="c" width="10"/>
    <path id="d" fill="Red" lang="en-GB"/>
  </g>
  <use id="e" xlink:href="#b"/>
  <g id="f"/>
</svg>`

/** Ids of what a selector means. */
function meant(selector: string): string {
  const drawing = editable(readLogo(new TextEncoder().encode(DRAWING)))
  if (drawing === null) return 'unreadable'
  const { rules, unreadable } = readSheet(`${selector} { fill: red }`)
  if (unreadable.length > 0) return 'unreadable'
  const places = new Places(drawing.root)
  return everyElement(drawing.root)
    .filter(({ element }) =>
      rules.some(({ selectors }) => selectors.some(({ matches }) => matches(element, places))),
    )
    .map(({ element }) => element.attributes.get('id'))
    .join('')
}

test.each([
  ['path', 'bd'],
  ['PATH', ''],
  ['*', 'rabcdef'],
  ['svg|path', 'bd'],
  ['.y', 'ab'],
  ['.x.y', 'a'],
  ['.Y', ''],
  ['#c', 'c'],
  ['#b, #d', 'bd'],
  ['path.y', 'b'],
  ['g path', 'bd'],
  ['svg path', 'bd'],
  ['svg > path', ''],
  ['g>rect', 'c'],
  ['svg > .x > path', 'bd'],
  ['path + rect', 'c'],
  ['path ~ path', 'd'],
  ['rect + rect', ''],
  ['[fill]', 'd'],
  ['[fill=Red]', 'd'],
  ['[fill="red"]', ''],
  ['[fill="red" i]', 'd'],
  ['[d^="M"]', 'b'],
  ['[d$=" 0"]', 'b'],
  ['[d*="0 0"]', 'b'],
  ['[class~=y]', 'ab'],
  ['[lang|=en]', 'd'],
  ['[xlink|href]', 'e'],
  [':root', 'r'],
  ['path:first-child', 'b'],
  ['path:last-child', 'd'],
  ['rect:only-of-type', 'c'],
  ['g > :nth-child(2)', 'c'],
  ['g > :nth-child(odd)', 'bd'],
  ['g > :nth-child(-n+2)', 'bc'],
  ['g > :nth-last-child(1)', 'd'],
  ['g > path:nth-of-type(2)', 'd'],
  ['g:empty', 'f'],
  ['g > :not(path)', 'c'],
  ['g > :not(.y, rect)', 'd'],
  [':is(rect, use)', 'ce'],
  [':where(rect)', 'c'],
  ['path:hover', ''],
  ['g::before', ''],
  ['path:has(a)', 'unreadable'],
  [':lang(en)', 'unreadable'],
])('%s means %j', (selector, expected) => expect(meant(selector)).toBe(expected))

const specificity = (selector: string): number | undefined =>
  readSheet(`${selector} { fill: red }`).rules[0]?.selectors[0]?.specificity

test('ids count more than classes, classes more than types, and none of them adds up to the next', () => {
  const inOrder = ['*', 'g', 'g path', '.a', 'g.a:first-child', '#a', '#a:not(.b)', '#a#b'].map(
    (selector) => specificity(selector) ?? -1,
  )
  expect(inOrder).toEqual([...inOrder].sort((a, b) => a - b))
  expect(new Set(inOrder).size).toBe(inOrder.length)
  expect(specificity(':where(#a)')).toBe(0)
  expect(specificity(':is(#a, g)')).toBe(specificity('#a'))
})
