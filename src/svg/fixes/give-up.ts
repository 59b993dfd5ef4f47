import { everyElement, removeElements, type EditElement, type Visited } from '../edit/element.ts'
import { startTag, writeAttribute } from '../edit/write.ts'
import { own } from '../geometry/paint.ts'
import type { Change, Fix } from './fix.ts'

const ELEMENTS = ['image', 'foreignObject', 'text', 'textArea', 'video', 'audio']
const PROPERTIES = ['filter', 'mix-blend-mode']

/**
 * What shows and cannot be kept goes only when the visitor has agreed, by name. It goes before shapes are cut, so that
 * it does not stand in the way.
 */
export const giveUp: Fix = {
  id: 'give-up',
  title: 'Take out what you agreed to lose',
  loss: 'look',
  apply({ root }, { options }) {
    const changes: Change[] = []
    for (const name of ELEMENTS.filter((each) => options.consent.has(each))) {
      const gone = removeElements(root, ({ element }) => element.isSvg && element.name === name)
      for (const element of gone) changes.push(taken(element))
    }
    for (const name of PROPERTIES.filter((each) => options.consent.has(each)))
      for (const visited of everyElement(root)) changes.push(...without(visited, name))
    return { changes }
  },
}

function taken(element: EditElement): Change {
  return {
    what: `Take out \`${element.name}\`, as you agreed to`,
    before: startTag(element.name, element.attributes),
    origin: element.origin,
  }
}

/** In a mask, a filter decides what is hidden; there it stays. */
function without({ element, around }: Visited, name: string): Change[] {
  const value = own(element, name)
  if (value === null || around.some((each) => each.name === 'mask')) return []
  element.attributes.delete(name)
  if (value === 'none' || value === 'normal') return []
  return [
    {
      what: `Take \`${name}\` from \`${element.name}\`, as you agreed to`,
      before: writeAttribute(name, value),
      origin: element.origin,
    },
  ]
}
