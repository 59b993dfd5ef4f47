import { everyElement } from '../edit/element.ts'
import type { Change, Fix } from './fix.ts'

const LINK_ONLY =
  /^(?:xlink:.*|href|target|download|ping|rel|hreflang|type|referrerpolicy|referrerPolicy)$/

/** A logo leads nowhere: what is linked is drawn as a group is, and in a text as a run of it. */
export const link: Fix = {
  id: 'link',
  title: 'Turn links into groups',
  loss: 'lossless',
  apply({ root }) {
    const changes: Change[] = []
    for (const { element, around } of everyElement(root)) {
      if (!element.isSvg || element.name !== 'a') continue
      const to = element.attributes.get('href') ?? element.attributes.get('xlink:href')
      for (const name of element.attributes.keys())
        if (LINK_ONLY.test(name)) element.attributes.delete(name)
      element.name = around.some(({ name }) => name === 'text') ? 'tspan' : 'g'
      changes.push({
        what:
          to === undefined ? 'Turn `a` into a group' : `Take out a link to \`${to.slice(0, 80)}\``,
        origin: element.origin,
      })
    }
    return { changes }
  },
}
