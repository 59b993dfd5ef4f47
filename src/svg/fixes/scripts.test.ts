import { expect, test } from 'vitest'
import { goldens, repairedBy, svg } from '../../testing/repaired-by.ts'
import { scripts } from './scripts.ts'

goldens(scripts, [
  ['nothing that acts', '<path d="M0 0"/>', null],
  ['a script', '<script>a()</script><g/>', '<g/>'],
  ['handlers', '<g onclick="a()" ONLOAD="b()" one-more="1"/>', '<g one-more="1"/>'],
  [
    'animations, and the drawing stays as it is without them',
    '<path fill="red"><animate attributeName="fill" to="blue"/><set attributeName="x" to="1"/></path>',
    '<path fill="red"/>',
  ],
  ['animation along a path', '<g><animateMotion><mpath href="#a"/></animateMotion></g>', '<g/>'],
])

test('one change for each kind', () => {
  const { changes } = repairedBy(
    scripts,
    svg('<script/><script/><set/><g onclick="a"/><g onclick="a"/>'),
  )
  expect(changes.map(({ what }) => what)).toEqual([
    'Take out 2 `script` elements',
    'Take out `set`',
    'Take out `onclick` of 2 elements',
  ])
})
