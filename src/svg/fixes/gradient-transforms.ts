import { everyElement, type Drawing } from '../edit/element.ts'
import { bakeGradients } from '../geometry/bake-gradients.ts'
import { isGradient } from '../geometry/gradient.ts'
import type { Fix } from './fix.ts'

/**
 * SVG Tiny has no `gradientTransform`. A line or a circle that stays one is moved; for a circle that would become an
 * ellipse the shape is transformed instead, and drawn so that it looks the same.
 */
export const gradientTransforms: Fix = {
  id: 'gradient-transforms',
  title: 'Move gradients instead of transforming them',
  loss: 'lossless',
  apply(drawing: Drawing) {
    const isNeeded = everyElement(drawing.root).some(
      ({ element }) => isGradient(element) && element.attributes.has('gradientTransform'),
    )
    return isNeeded ? bakeGradients(drawing) : { changes: [] }
  },
}
