import type { Change, Fix } from './fix.ts'
import { writeAttribute } from '../edit/write.ts'

const WANTED = [
  ['version', '1.2'],
  ['baseProfile', 'tiny-ps'],
] as const

/** draft-svg-tiny-ps-abrotman section 2.1: both are required, with these values. */
export const profile: Fix = {
  id: 'profile',
  title: 'Declare the profile `tiny-ps`',
  loss: 'lossless',
  apply({ root }) {
    const changes: Change[] = []
    for (const [name, value] of WANTED) {
      const before = root.attributes.get(name)
      if (before?.trim() === value) continue
      root.attributes.set(name, value)
      changes.push({
        what: before === undefined ? `Set \`${name}\`` : `Correct \`${name}\``,
        ...(before === undefined ? {} : { before: writeAttribute(name, before) }),
        after: writeAttribute(name, value),
        origin: root.origin,
      })
    }
    return { changes }
  },
}
