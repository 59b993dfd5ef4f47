import { removeElements } from '../edit/element.ts'
import { startTag } from '../edit/write.ts'
import { referredIds } from '../geometry/references.ts'
import type { Change, Fix } from './fix.ts'

const KINDS = new Set([
  'filter',
  'mask',
  'clipPath',
  'pattern',
  'marker',
  'symbol',
  'cursor',
  'view',
])

/** After shapes were cut and filled, what they were cut and filled with is left over. */
export const definitions: Fix = {
  id: 'definitions',
  title: 'Take out definitions that nothing refers to',
  loss: 'lossless',
  apply({ root }) {
    const changes: Change[] = []
    for (let found = true; found;) {
      const used = referredIds(root)
      const gone = removeElements(root, ({ element, around }) => {
        const id = element.attributes.get('id') ?? element.attributes.get('xml:id')
        const isUnused = KINDS.has(element.name) && (id === undefined || !used.has(id))
        return isUnused && !around.some(({ name }) => KINDS.has(name))
      })
      found = gone.length > 0
      for (const element of gone)
        changes.push({
          what: `Take out \`${element.name}\`, which nothing refers to`,
          before: startTag(element.name, element.attributes),
          origin: element.origin,
        })
    }
    return { changes }
  },
}
