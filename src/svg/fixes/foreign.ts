import { elementsOf, removeElements, type EditElement } from '../edit/element.ts'
import type { Fix } from './fix.ts'
import { elementsTaken, removeAttributes } from './removal.ts'

/** Elements on which a link is more than a remark. */
const LINKING = new Set(
  'use image linearGradient radialGradient pattern filter feImage textPath tref a mask'.split(' '),
)

/** Renderers pass over what is not SVG; so do repairs, and take it out. */
export const foreign: Fix = {
  id: 'foreign',
  title: 'Take out what drawing programs left behind',
  loss: 'lossless',
  apply({ root }) {
    const gone = removeElements(root, ({ element }) => !element.isSvg)
    const metadata = removeElements(
      root,
      ({ element, around }) => element.name === 'metadata' && isStructured(element, around.length),
    )
    return {
      changes: [
        ...elementsTaken([...gone, ...metadata]),
        ...removeAttributes(root, (element, name) => isForeign(element, name)),
      ],
    }
  },
}

/** The profile has metadata in the root alone, as text, without attributes. */
function isStructured(metadata: EditElement, depth: number): boolean {
  const isBare = metadata.attributes.size === 0 && elementsOf(metadata).length === 0
  const hasText = metadata.children.some(({ kind }) => kind === 'text')
  return depth > 1 || !isBare || !hasText
}

function isForeign({ name: element }: EditElement, name: string): boolean {
  if (!name.includes(':') || name.startsWith('xmlns:')) return false
  if (name === 'xlink:href') return !LINKING.has(element)
  return !/^xml:(?:id|lang|space|base)$/.test(name)
}
