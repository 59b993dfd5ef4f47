import { writeAttribute } from '../edit/write.ts'
import { INERT } from '../profile.ts'
import type { Change, Fix } from './fix.ts'

/** Attributes of the root that the draft allows with one value only, and would rather not see: they do nothing. */
export const inert: Fix = {
  id: 'inert',
  title: 'Take out attributes of the root that do nothing',
  loss: 'lossless',
  apply({ root }) {
    const changes: Change[] = []
    for (const [name] of INERT) {
      const before = root.attributes.get(name)
      if (before === undefined) continue
      root.attributes.delete(name)
      changes.push({
        what: `Take out \`${name}\``,
        before: writeAttribute(name, before),
        origin: root.origin,
      })
    }
    return { changes }
  },
}
