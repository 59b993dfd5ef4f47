import { expect, test } from 'vitest'
import { goldens, repairedBy, svg } from '../../testing/repaired-by.ts'
import { use } from './use.ts'

goldens(use, [
  ['none', '<defs><path id="a"/></defs><g/>', null],
  [
    'a shape',
    '<path id="a" d="M0 0" fill="red"/><use href="#a" x="5"/>',
    '<path id="a" d="M0 0" fill="red"/><path d="M0 0" fill="red" transform="translate(5 0)"/>',
  ],
  [
    'a shape that waited in `defs`',
    '<defs><path id="a" d="M0 0"/></defs><use href="#a"/><use href="#a" y="1"/>',
    '<path d="M0 0"/><path d="M0 0" transform="translate(0 1)"/>',
  ],
  [
    'what is handed down counts where nothing else is said',
    '<defs><path id="a" fill="red"/></defs><use href="#a" fill="blue" stroke="blue"/>',
    '<path fill="red" stroke="blue"/>',
  ],
  [
    'transforms in their order',
    '<defs><path id="a" transform="scale(2)"/></defs><use href="#a" transform="rotate(9)" x="1" y="2"/>',
    '<path transform="rotate(9) translate(1 2) scale(2)"/>',
  ],
  [
    'opacity is of the copy as a whole',
    '<defs><path id="a" opacity=".5"/></defs><use href="#a" opacity=".5"/>',
    '<g opacity=".5"><path opacity=".5"/></g>',
  ],
  [
    'a group, whose ids are the first one’s',
    '<g id="a"><path id="b"/></g><use id="c" href="#a" x="1"/>',
    '<g id="a"><path id="b"/></g><g id="c" transform="translate(1 0)"><g><path/></g></g>',
  ],
  [
    'definitions stay for those who refer to them',
    '<defs><g id="a"><linearGradient id="l"/><path fill="url(#l)"/></g></defs><use href="#a"/>',
    '<defs><linearGradient id="l"/></defs><g><g><path fill="url(#l)"/></g></g>',
  ],
  [
    'one in another',
    '<defs><path id="a"/><g id="b"><use href="#a" x="1"/></g></defs><use href="#b" y="2"/>',
    '<g transform="translate(0 2)"><g><path transform="translate(1 0)"/></g></g>',
  ],
  [
    'one that stands for another',
    '<defs><path id="a"/><use id="b" href="#a" x="1"/></defs><use href="#b" y="2"/>',
    '<path transform="translate(0 2) translate(1 0)"/>',
  ],
  [
    'a symbol becomes a frame',
    '<symbol id="a" viewBox="0 0 1 1"><path/></symbol><use href="#a" x="1" width="5" height="6"/>',
    '<g transform="translate(1 0)"><svg viewBox="0 0 1 1" width="5" height="6"><path/></svg></g>',
  ],
  [
    'a symbol without a size',
    '<symbol id="a"><path/></symbol><use href="#a"/>',
    '<g><svg width="100%" height="100%"><path/></svg></g>',
  ],
  [
    'an `svg` keeps its size where nothing else is said',
    '<defs><svg id="a" width="3" height="4"/></defs><use href="#a" height="5"/>',
    '<g><svg width="3" height="5"/></g>',
  ],
  [
    'a link of old',
    svg('<path id="a"/><use xlink:href="#a"/>', 'xmlns:xlink="http://www.w3.org/1999/xlink"'),
    svg('<path id="a"/><path/>', 'xmlns:xlink="http://www.w3.org/1999/xlink"'),
  ],
  [
    'the new kind of link wins',
    svg(
      '<path id="a"/><rect id="b"/><use xlink:href="#a" href="#b"/>',
      'xmlns:xlink="http://www.w3.org/1999/xlink"',
    ),
    svg('<path id="a"/><rect id="b"/><rect/>', 'xmlns:xlink="http://www.w3.org/1999/xlink"'),
  ],
  ['for nothing', '<use href="#a"/><use/><use href="#"/>', ''],
  ['for what is not drawn', '<linearGradient id="a"/><use href="#a"/>', '<linearGradient id="a"/>'],
  [
    'in a clip path, where only shapes may stand',
    '<defs><path id="a"/><g id="b"/></defs><clipPath id="c"><use href="#a" x="1" clip-path="url(#d)"/></clipPath>',
    '<defs><g id="b"/></defs><clipPath id="c"><path clip-path="url(#d)" transform="translate(1 0)"/></clipPath>',
  ],
  [
    'percentages',
    svg('<path id="a"/><use href="#a" x="50%"/>', 'viewBox="0 0 8 8"'),
    svg('<path id="a"/><path transform="translate(4 0)"/>', 'viewBox="0 0 8 8"'),
  ],
])

const bomb = Array.from(
  { length: 9 },
  (_, i) => `<g id="g${i}">${`<use href="#g${i + 1}"/>`.repeat(10)}</g>`,
).join('')

test.each([
  [
    'itself',
    '<g id="a"><use href="#a"/></g>',
    'A `use` stands for something that it is itself a part of',
  ],
  [
    'each other',
    '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>',
    'A `use` stands for something that it is itself a part of',
  ],
  [
    'a thousand million',
    `${bomb}<path id="g9"/>`,
    'With all copies written out there are over 20000 elements more',
  ],
  [
    'another file',
    '<use href="a.svg#b"/>',
    'A `use` stands for something in another file: `a.svg#b`',
  ],
])('%s is an obstacle, and nothing changes', (_, inner, why) => {
  const { text, changes, obstacles } = repairedBy(use, svg(inner))
  expect(obstacles.map((each) => each.why)).toEqual([why])
  expect(changes).toEqual([])
  expect(text).toBe(svg(inner))
})

test('the rest is written out where one leads elsewhere', () => {
  const { text } = repairedBy(use, svg('<path id="a"/><use href="b.svg#b"/><use href="#a"/>'))
  expect(text).toBe(svg('<path id="a"/><use href="b.svg#b"/><path/>'))
})
