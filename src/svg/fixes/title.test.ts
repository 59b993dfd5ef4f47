import { expect, test } from 'vitest'
import { goldens, repairedBy, svg } from '../../testing/repaired-by.ts'
import { title } from './title.ts'

goldens(title, [
  ['none', '<g/>', null],
  ['one, first', '<!-- a -->\n<title id="t">A</title><g/>', null],
  ['not first', '<g/><title>A</title>', '<title>A</title><g/>'],
  ['several', '<title>A</title><title>B</title><g/>', '<title>A</title><g/>'],
  ['an empty one before another', '<title/><title>B</title><g/>', '<title>B</title><g/>'],
  [
    'within',
    '<g><title>A</title><path><title>B</title></path></g>',
    '<title>A</title><g><path/></g>',
  ],
  [
    'within, beside one of the root',
    '<g><title>A</title></g><title>B</title>',
    '<title>B</title><g/>',
  ],
  ['the root’s is empty', '<title> </title><g><title>A</title></g>', '<title>A</title><g/>'],
  [
    'what programs call a part',
    '<g><title>Layer 1</title></g><g><title>background</title></g>',
    '<g/><g/>',
  ],
  [
    'a name after such',
    '<g><title>Group 3</title></g><g><title>Acme</title></g>',
    '<title>Acme</title><g/><g/>',
  ],
  ['all are empty', '<g/><title/>', '<title/><g/>'],
  ['with parts', '<title>A <g>B</g></title>', '<title>A B</title>'],
])

test('it is said where the title comes from', () => {
  const { changes } = repairedBy(title, svg('<g><title>A</title></g><path><title>B</title></path>'))
  expect(changes.map(({ what }) => what)).toEqual([
    'Take the title of `g` for the whole',
    'Take out `title` beside the first',
  ])
})
