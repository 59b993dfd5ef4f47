import type { Fix } from './fix.ts'
import { removeAttributes } from './removal.ts'

const HINTS = new Set([
  'shape-rendering',
  'text-rendering',
  'image-rendering',
  'buffered-rendering',
])
const WORDED = new Set(['title', 'desc', 'image'])

/** Wishes about edges and speed. Without `crispEdges` an edge between two pixels is smooth, as in all other logos. */
export const renderingHints: Fix = {
  id: 'rendering-hints',
  title: 'Take out wishes about how to render',
  loss: 'measured',
  apply({ root }) {
    return {
      changes: removeAttributes(
        root,
        (element, name) => element.isSvg && HINTS.has(name) && !WORDED.has(element.name),
      ),
    }
  },
}
