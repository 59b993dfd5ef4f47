import { expect, test } from 'vitest'
import { everyElement, makeElement } from './element.ts'
import { setAttribute, valueOf } from './style.ts'
import { fontSizeOf, parseAspect, viewBoxMatrix, viewportOf } from './viewport.ts'

const leaf = makeElement('path', { stroke: 'inherit', opacity: 'inherit', 'clip-path': '' })
const inner = makeElement('g', { fill: 'inherit', 'font-size': '150%' }, [leaf])
const root = makeElement(
  'svg',
  { fill: 'red', stroke: 'blue', opacity: '.5', 'font-size': '10px', filter: 'url(#f)' },
  [inner],
)
const visited = everyElement(root).find(({ element }) => element === leaf) ?? {
  element: root,
  around: [],
}

test.each([
  ['fill', 'red'],
  ['stroke', 'blue'],
  ['stroke-width', '1'],
  ['filter', 'none'],
  ['clip-path', 'none'],
  ['banana', ''],
])('%s is %s', (name, value) => expect(valueOf(visited, name)).toBe(value))

test('an explicit `inherit` asks the parent, and no further', () => {
  const parent = makeElement('g', { opacity: '.5' }, [makeElement('g', { opacity: 'inherit' })])
  const [, child] = everyElement(parent)
  expect(child === undefined ? '' : valueOf(child, 'opacity')).toBe('.5')
  expect(valueOf(visited, 'opacity')).toBe('1')
})

test('sizes of fonts build on each other', () => expect(fontSizeOf(visited)).toBe(15))

test('an attribute is set, or taken out', () => {
  const element = makeElement('g', { a: '1' })
  expect(setAttribute(element, 'a', '1')).toBe(false)
  expect(setAttribute(element, 'a', '2')).toBe(true)
  expect(setAttribute(element, 'a', null)).toBe(true)
  expect(setAttribute(element, 'a', null)).toBe(false)
  expect(element.attributes.size).toBe(0)
})

test.each([
  [{ viewBox: '1 2 3 4', width: '9', height: '9' }, [3, 4]],
  [{ width: '1in', height: '9px' }, [96, 9]],
  [{ width: '100%', height: '9' }, null],
  [{ viewBox: '0 0 0 0' }, null],
])('%j is a frame of %j', (attributes, expected) => {
  const viewport = viewportOf(makeElement('svg', attributes))
  expect(viewport === null ? null : [viewport.width, viewport.height]).toEqual(expected)
})

test.each([
  [undefined, 'xMidYMid', false],
  ['none', 'none', false],
  ['defer xMinYMax slice', 'xMinYMax', true],
  ['xMinYMin  meet', 'xMinYMin', false],
  ['xminymin', 'xMidYMid', false],
])('%s is %s', (value, align, isSlice) => expect(parseAspect(value)).toEqual({ align, isSlice }))

test.each([
  ['none', [2, 0, 0, 4, 0, 0]],
  ['xMinYMin', [2, 0, 0, 2, 0, 0]],
  ['xMidYMid', [2, 0, 0, 2, 0, 10]],
  ['xMaxYMax', [2, 0, 0, 2, 0, 20]],
  ['xMidYMid slice', [4, 0, 0, 4, -10, 0]],
])('a view box is laid into its frame: %s', (value, expected) => {
  const viewBox = { x: 0, y: 0, width: 10, height: 10 }
  const matrix = viewBoxMatrix(viewBox, { width: 20, height: 40 }, parseAspect(value))
  expect(matrix.map((number) => number + 0)).toEqual(expected)
})
