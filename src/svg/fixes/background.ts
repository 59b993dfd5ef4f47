import { elementsOf, makeElement, type EditElement } from '../edit/element.ts'
import { writeElement } from '../edit/write.ts'
import { visibleBox } from '../geometry/drawn.ts'
import { formatNumber } from '../values/format-number.ts'
import type { Fix } from './fix.ts'

const UNDRAWN = new Set(
  'title desc metadata defs linearGradient radialGradient solidColor'.split(' '),
)

/** Google asks for a solid background: what is transparent is white in one mailbox, and dark in the next. */
export const background: Fix = {
  id: 'background',
  title: 'Put a colour behind the logo',
  loss: 'look',
  apply(drawing, { options }) {
    const { root } = drawing
    const box = visibleBox(drawing)
    if (options.background === null || box === null) return { changes: [] }
    const rect = makeElement('rect', {
      ...(box.left === 0 ? {} : { x: formatNumber(box.left) }),
      ...(box.top === 0 ? {} : { y: formatNumber(box.top) }),
      width: formatNumber(box.right - box.left),
      height: formatNumber(box.bottom - box.top),
      fill: options.background,
    })
    for (const [name, plain] of PLAIN)
      if (root.attributes.has(name)) rect.attributes.set(name, plain)
    const first = elementsOf(root).find((child) => !UNDRAWN.has(child.name))
    if (first !== undefined && isSame(first, rect)) return { changes: [] }
    const at = first === undefined ? root.children.length : root.children.indexOf(first)
    root.children.splice(at, 0, rect)
    const what = `Put \`${options.background}\` behind the whole logo`
    return { changes: [{ what, after: writeElement(rect), origin: root.origin }] }
  },
}

/** What the root says counts for the background too, unless it says something else. */
const PLAIN = [
  ['fill-opacity', '1'],
  ['stroke', 'none'],
] as const

function isSame(one: EditElement, other: EditElement): boolean {
  return (
    one.name === other.name &&
    one.attributes.size === other.attributes.size &&
    [...other.attributes].every(([name, value]) => one.attributes.get(name) === value)
  )
}
