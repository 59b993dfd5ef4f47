import { everyElement } from '../edit/element.ts'
import type { Change, Fix } from './fix.ts'

const LETTERED = new Set(
  'text textArea tspan textPath tref altGlyph tbreak title desc metadata style script foreignObject'.split(
    ' ',
  ),
)

/** Characters that stand where no text is drawn. */
export const strayText: Fix = {
  id: 'stray-text',
  title: 'Take out characters outside of texts',
  loss: 'lossless',
  apply({ root }) {
    const changes: Change[] = []
    for (const { element, around } of everyElement(root)) {
      if (!element.isSvg || [element, ...around].some(({ name }) => LETTERED.has(name))) continue
      const stray = element.children.filter(
        (child) => child.kind === 'text' && /[^ \t\r\n]/.test(child.text),
      )
      if (stray.length === 0) continue
      element.children = element.children.filter((child) => !stray.includes(child))
      const words = stray.map((child) => (child.kind === 'text' ? child.text.trim() : '')).join(' ')
      changes.push({
        what: `Take out characters in \`${element.name}\`, which are not drawn`,
        before: words.length > 80 ? `${words.slice(0, 80)}…` : words,
        origin: element.origin,
      })
    }
    return { changes }
  },
}
