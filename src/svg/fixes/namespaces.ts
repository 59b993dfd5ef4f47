import { everyElement } from '../edit/element.ts'
import { writeAttribute } from '../edit/write.ts'
import type { Change, Fix } from './fix.ts'

/** Declarations of namespaces that nothing is in any more; some receivers refuse `xmlns:xlink`. */
export const namespaces: Fix = {
  id: 'namespaces',
  title: 'Take out namespaces that nothing uses',
  loss: 'lossless',
  apply({ root }) {
    const used = new Set<string>()
    for (const { element } of everyElement(root)) {
      used.add(prefixOf(element.name))
      for (const name of element.attributes.keys()) used.add(prefixOf(name))
    }
    const changes: Change[] = []
    for (const [name, value] of root.attributes) {
      if (!name.startsWith('xmlns:') || used.has(name.slice('xmlns:'.length))) continue
      root.attributes.delete(name)
      changes.push({
        what: `Take out the namespace \`${name}\``,
        before: writeAttribute(name, value),
        origin: root.origin,
      })
    }
    return { changes }
  },
}

function prefixOf(name: string): string {
  return name.slice(0, Math.max(0, name.indexOf(':')))
}
