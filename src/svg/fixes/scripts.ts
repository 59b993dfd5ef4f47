import { removeElements } from '../edit/element.ts'
import type { Fix } from './fix.ts'
import { elementsTaken, removeAttributes } from './removal.ts'

const ACTING = new Set(
  'script handler listener animate animateColor animateMotion animateTransform animation set discard mpath prefetch'.split(
    ' ',
  ),
)

/** Without scripts and animations a drawing is as it is before anything has moved. */
export const scripts: Fix = {
  id: 'scripts',
  title: 'Take out scripts and animations',
  loss: 'lossless',
  apply({ root }) {
    const gone = removeElements(root, ({ element }) => element.isSvg && ACTING.has(element.name))
    const handlers = removeAttributes(root, (_, name) => /^on[a-z]+$/i.test(name))
    return { changes: [...elementsTaken(gone), ...handlers] }
  },
}
