import { expect, test } from 'vitest'
import { repairedBy, svg } from '../../testing/repaired-by.ts'
import { obstacles } from './obstacles.ts'

test.each([
  ['a bitmap', '<g><image href="data:,"/></g>', ['image']],
  ['content of another kind', '<foreignObject/>', ['foreignObject']],
  ['a font', '<defs><font/></defs>', ['font']],
  ['a filter', '<path filter="url(#f)"/>', ['path']],
  ['blending', '<g mix-blend-mode="multiply"/>', ['g']],
  ['two at once', '<g mix-blend-mode="multiply" filter="blur(2px)"/>', ['g', 'g']],
  ['nothing of these', '<path filter="none" mix-blend-mode="normal"/>', []],
  [
    'what a mask hides with is told of what is masked',
    '<mask><image filter="url(#f)"/></mask>',
    [],
  ],
])('%s', (_, inner, elements) => {
  const { text, changes, obstacles: found } = repairedBy(obstacles, svg(inner))
  expect(text).toBe(svg(inner))
  expect(changes).toEqual([])
  expect(found.map(({ element }) => element)).toEqual(elements)
  for (const { why, advice } of found) {
    expect(why).not.toMatch(/\.$/)
    expect(advice).toMatch(/\.$/)
  }
})
