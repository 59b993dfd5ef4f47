import { everyElement, type Visited } from '../edit/element.ts'
import { writeAttribute } from '../edit/write.ts'
import { leavesOf, type Leaf } from '../geometry/drawn.ts'
import { inherited, paintOf, strokeOf } from '../geometry/paint.ts'
import { fillOnly, putPieces, strokeOnly } from '../geometry/pieces.ts'
import type { Change, Fix } from './fix.ts'

/** SVG Tiny paints the fill, and then the stroke. Where it is to be the other way round, there are two shapes. */
export const paintOrder: Fix = {
  id: 'paint-order',
  title: 'Draw strokes that lie behind as shapes of their own',
  loss: 'lossless',
  apply({ root }) {
    const said = everyElement(root).filter(({ element }) => element.attributes.has('paint-order'))
    if (said.length === 0) return { changes: [] }
    const changes: Change[] = said.map(({ element }) => ({
      what: `Take away \`paint-order\` from \`${element.name}\``,
      before: writeAttribute('paint-order', element.attributes.get('paint-order') ?? ''),
      origin: element.origin,
    }))
    const turned = [...drawnIn(root)].filter(isTurned)
    for (const { element } of said) element.attributes.delete('paint-order')
    for (const leaf of turned) {
      putPieces(leaf, [strokeOnly(leaf), fillOnly(leaf)])
      const what = `Draw the stroke of \`${leaf.element.name}\` behind its fill`
      changes.push({ what, origin: leaf.element.origin })
    }
    return { changes }
  },
}

/** Masks, patterns and markers are drawn too, when something refers to them. */
function drawnIn(root: Visited['element']): Set<Leaf> {
  const starts = everyElement(root).filter(({ element }) =>
    ['svg', 'mask', 'pattern', 'marker', 'symbol'].includes(element.name),
  )
  return new Set(starts.flatMap(leavesOf))
}

/** CSS Fill and Stroke: what is not named comes after what is, in the usual order. */
function isTurned(leaf: Leaf): boolean {
  const words = inherited(leaf, 'paint-order').split(/\s+/)
  const [fill, stroke] = [words.indexOf('fill'), words.indexOf('stroke')]
  const isBehind = stroke !== -1 && (fill === -1 || stroke < fill)
  return isBehind && paintOf(leaf, 'fill').kind !== 'none' && strokeOf(leaf) !== null
}
