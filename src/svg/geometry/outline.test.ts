import { expect, test } from 'vitest'
import { makeElement } from '../edit/element.ts'
import { formatPath } from '../values/path.ts'
import { boundsOf } from './cubic.ts'
import { outlineOf } from './outline.ts'

test.each([
  ['rect', { x: '1', y: '2', width: '3', height: '4' }, 'M1 2L4 2L4 6L1 6Z'],
  ['rect', { width: '3', height: '0' }, ''],
  [
    'rect',
    { width: '10', height: '4', rx: '8' },
    'M5 0L5 0A5 2 0 0 1 10 2L10 2A5 2 0 0 1 5 4L5 4A5 2 0 0 1 0 2L0 2A5 2 0 0 1 5 0Z',
  ],
  ['rect', { width: '4', height: '4', rx: '0', ry: '1' }, 'M0 0L4 0L4 4L0 4Z'],
  ['circle', { r: '1' }, 'M1 0A1 1 0 0 1 0 1A1 1 0 0 1 -1 0A1 1 0 0 1 0 -1A1 1 0 0 1 1 0Z'],
  ['circle', { r: '-1' }, ''],
  ['line', { x2: '5' }, 'M0 0L5 0'],
  ['polyline', { points: '0,0 1,1' }, 'M0 0L1 1'],
  ['polygon', { points: '0,0 1,1 1,0' }, 'M0 0L1 1L1 0Z'],
  ['polygon', {}, ''],
  ['path', { d: 'm1 1h1v1z M5 oops' }, 'M1 1L2 1L2 2Z'],
  ['rect', { width: '1cm', height: '1in' }, 'M0 0L37.7953 0L37.7953 96L0 96Z'],
])('%s %j', (name, attributes, expected) => {
  const outline = outlineOf(makeElement(name, attributes as Record<string, string>))
  expect(outline === null ? null : formatPath(outline)).toBe(expected)
})

test.each([
  ['rect', { width: '50%', height: '1' }],
  ['circle', { r: '1em' }],
  ['text', {}],
  ['image', { width: '1', height: '1' }],
])('not known: %s %j', (name, attributes) => {
  expect(outlineOf(makeElement(name, attributes as Record<string, string>))).toBeNull()
})

test.each([
  ['a circle', 'circle', { cx: '5', cy: '6', r: '2' }, [3, 4, 7, 8]],
  ['a cubic that bulges', 'path', { d: 'M0 0C0 4 4 4 4 0' }, [0, 0, 4, 3]],
  ['a quadratic that bulges', 'path', { d: 'M0 0Q2 4 4 0' }, [0, 0, 4, 2]],
  ['a half circle', 'path', { d: 'M0 0A2 2 0 0 1 4 0' }, [0, -2, 4, 0]],
  ['without what is only moved to', 'path', { d: 'M9 9M0 0H1V1' }, [0, 0, 1, 1]],
])('bounds of %s', (_, name, attributes, expected) => {
  const outline = outlineOf(makeElement(name, attributes as Record<string, string>)) ?? []
  const box = boundsOf(outline)
  const sides = box === null ? [] : [box.left, box.top, box.right, box.bottom]
  expect(sides.length).toBe(4)
  for (const [i, side] of sides.entries()) expect(side).toBeCloseTo(expected[i] ?? NaN, 2)
})
