import { expect, test } from 'vitest'
import { goldens, repairedBy, svg } from '../../testing/repaired-by.ts'
import { hidden } from './hidden.ts'

goldens(hidden, [
  ['all is seen', '<g opacity=".5"><path/></g>', null],
  ['not displayed', '<g display="none"><path display="inline"/></g><path/>', '<path/>'],
  ['displayed', '<g display="inline"><path display="block"/></g>', '<g><path/></g>'],
  [
    'what others need of it',
    '<g display="none"><linearGradient id="a" href="#b"/><g><radialGradient id="b"/><linearGradient id="c"/></g></g><path fill="url(#a)"/>',
    '<defs><linearGradient id="a" href="#b"/><radialGradient id="b"/></defs><path fill="url(#a)"/>',
  ],
  [
    'what only it needs itself',
    '<g display="none"><linearGradient id="a"/><path fill="url(#a)"/></g>',
    '',
  ],
  [
    'definitions work undisplayed',
    '<clipPath id="a" display="none"><path/></clipPath><path clip-path="url(#a)"/>',
    '<clipPath id="a"><path/></clipPath><path clip-path="url(#a)"/>',
  ],
  ['hidden', '<path visibility="hidden"/><path visibility="collapse"/><path/>', '<path/>'],
  [
    'visible in what is hidden',
    '<g visibility="hidden"><path/><path id="a" visibility="visible"/></g>',
    '<g><path id="a"/></g>',
  ],
  [
    'hidden where a clip is laid out by the box around it',
    '<g clip-path="url(#a)"><path visibility="hidden" fill="red"/><path opacity="0"/></g><clipPath id="a"/>',
    '<g clip-path="url(#a)"><path fill="none" stroke="none"/><path opacity="0"/></g><clipPath id="a"/>',
  ],
  ['visible', '<path visibility="visible"/>', '<path/>'],
  ['wholly transparent', '<g opacity="0"><path/></g><path opacity="0.0"/>', ''],
  [
    'parts of a clip path cut all the same',
    '<clipPath id="a"><path opacity="0"/></clipPath>',
    null,
  ],
  [
    'pictures of nothing',
    '<image href="a" width="0" height="9"/><image width="9" height="9"/>',
    '',
  ],
  [
    'what is copied may be seen elsewhere',
    '<path id="a" visibility="hidden"/><use href="#a" visibility="visible"/>',
    null,
  ],
  ['a description', '<desc display="none">a</desc>', null],
])

test('a text that shows in part', () => {
  const text = '<text visibility="hidden">a<tspan visibility="visible">b</tspan></text>'
  const repaired = repairedBy(hidden, svg(text))
  expect(repaired.text).toBe(svg(text))
  expect(repaired.obstacles.map(({ element }) => element)).toEqual(['text'])
})

test('a root that is not displayed', () => {
  const { changes, obstacles } = repairedBy(hidden, svg('<path/>', 'display="none"'))
  expect(changes).toEqual([])
  expect(obstacles.map(({ element }) => element)).toEqual(['svg'])
})
