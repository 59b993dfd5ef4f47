import { everyElement, type Visited } from '../edit/element.ts'
import { writeAttribute } from '../edit/write.ts'
import { areApart } from '../geometry/box.ts'
import { leavesOf, matrixTo, paintedBox, paintedBoxOf } from '../geometry/drawn.ts'
import { boxUnder } from '../geometry/box.ts'
import { own } from '../geometry/paint.ts'
import type { Change, Fix } from './fix.ts'

/** Blending that changes nothing: the normal kind, and any kind over nothing at all. */
export const blend: Fix = {
  id: 'blend',
  title: 'Take away blending that changes nothing',
  loss: 'lossless',
  apply({ root }) {
    const changes: Change[] = []
    for (const visited of everyElement(root)) {
      const value = own(visited.element, 'mix-blend-mode')
      if (value === null || !(value === 'normal' || isFirst(visited))) continue
      changes.push(removed(visited, 'mix-blend-mode', value))
    }
    const blends = everyElement(root).some(({ element }) =>
      element.attributes.has('mix-blend-mode'),
    )
    for (const visited of everyElement(root)) {
      const value = own(visited.element, 'isolation')
      if (value === null || (blends && value !== 'auto')) continue
      changes.push(removed(visited, 'isolation', value))
    }
    return { changes }
  },
}

function removed({ element }: Visited, name: string, value: string): Change {
  element.attributes.delete(name)
  return {
    what: `Take \`${name}\` from \`${element.name}\`, where it changes nothing`,
    before: writeAttribute(name, value),
    origin: element.origin,
  }
}

/** Is nothing painted where it is going to be painted? Compositing section 5.8: then the colour is its own. */
function isFirst(visited: Visited): boolean {
  const { element, around } = visited
  const root = around.at(-1)
  const inside = paintedBoxOf(visited, element)
  if (root === undefined || inside === 'unknown' || inside === null) return false
  const box = boxUnder(inside, matrixTo(visited, null))
  for (const leaf of leavesOf({ element: root, around: [] })) {
    if (leaf.element === element || leaf.around.includes(element)) return true
    const other = paintedBox(leaf, matrixTo(leaf, null))
    if (other === 'unknown' || (other !== null && !areApart(other, box))) return false
  }
  return true
}
