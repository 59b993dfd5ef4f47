import { expect, test } from 'vitest'
import { makeElement } from './element.ts'
import {
  definitionsOf,
  elementsById,
  fragment,
  freshId,
  idsFrom,
  linkOf,
  redirect,
  referencedIds,
} from './references.ts'

test.each([
  ['#a', 'a'],
  [' #a ', 'a'],
  ['#a%20b', 'a b'],
  ['#100%', '100%'],
  ['#', null],
  ['', null],
  ['b.svg#a', null],
  [null, null],
])('%j names %j', (link, id) => expect(fragment(link)).toBe(id))

test('every way to refer is known', () => {
  const element = makeElement('path', {
    fill: 'url(#a)',
    stroke: `url( '#b' ) red`,
    filter: 'url("#c") url(#d)',
    href: '#e',
    'xlink:href': '#f',
    mask: 'url(x.svg#g)',
    id: '#h',
  })
  expect(idsFrom(element)).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
  expect([...referencedIds(makeElement('g', {}, [element]))]).toEqual([
    'a',
    'b',
    'c',
    'd',
    'e',
    'f',
  ])
  expect(linkOf(element)).toBe('#e')
})

test('references are led elsewhere, and others stay', () => {
  const element = makeElement('path', { fill: `url('#a') red`, stroke: 'url(#b)', href: '#a' })
  redirect(element, new Map([['a', 'c']]))
  expect(Object.fromEntries(element.attributes)).toEqual({
    fill: 'url(#c) red',
    stroke: 'url(#b)',
    href: '#c',
  })
})

test('of two with one id the first is meant', () => {
  const first = makeElement('g', { id: 'a' })
  const second = makeElement('path', { id: 'a' })
  const third = makeElement('path', { 'xml:id': 'b' })
  const byId = elementsById(makeElement('svg', {}, [first, second, third]))
  expect([byId.get('a'), byId.get('b')]).toEqual([first, third])
})

test('a new id is nobody else’s', () => {
  expect(freshId(new Set(), 'a')).toBe('a')
  expect(freshId(new Set(['a', 'a-2']), 'a')).toBe('a-3')
})

test('definitions stand behind the words of the root', () => {
  const root = makeElement('svg', {}, [makeElement('title'), makeElement('g')])
  expect(definitionsOf(root)).toBe(definitionsOf(root))
  expect(root.children.map((child) => child.kind === 'element' && child.name)).toEqual([
    'title',
    'defs',
    'g',
  ])
})
