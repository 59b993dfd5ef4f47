import { everyElement } from '../edit/element.ts'
import { writeAttribute } from '../edit/write.ts'
import type { Change, Fix } from './fix.ts'

/** Properties that renderers read in CSS alone. */
const CSS_ONLY = ['mix-blend-mode', 'isolation', 'mask-type']

/** What no repair could do without goes back to where renderers read it: the drawing stays as it looks. */
export const leftStyle: Fix = {
  id: 'left-style',
  title: 'Leave in CSS what cannot be kept otherwise',
  loss: 'lossless',
  apply({ root }) {
    const changes: Change[] = []
    for (const { element } of everyElement(root)) {
      const left = CSS_ONLY.flatMap((name) => {
        const value = element.attributes.get(name)
        return value === undefined ? [] : [{ name, value }]
      })
      if (left.length === 0 || !element.isSvg) continue
      const own = element.attributes.get('style')
      for (const { name } of left) element.attributes.delete(name)
      const style = [
        ...(own === undefined ? [] : [own]),
        ...left.map(({ name, value }) => `${name}:${value}`),
      ].join(';')
      element.attributes.set('style', style)
      changes.push({
        what: `Leave a \`style\` on \`${element.name}\``,
        after: writeAttribute('style', style),
        origin: element.origin,
      })
    }
    return { changes }
  },
}
