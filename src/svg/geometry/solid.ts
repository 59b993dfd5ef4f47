/** Even colours, and what lets nothing shine through. */
import { elementsOf, type Visited } from '../edit/element.ts'
import { isGradient } from './gradient.ts'
import { inherited, paintOf, share } from './paint.ts'
import { stopsOf } from './stops.ts'

export interface Solid {
  red: number
  green: number
  blue: number
  /** Of the colour and of `fill-opacity` or `stroke-opacity` together. */
  alpha: number
}

/** Null for a gradient and for nothing. */
export function solidOf(visited: Visited, property: 'fill' | 'stroke'): Solid | null {
  const paint = paintOf(visited, property)
  if (paint.kind !== 'color') return null
  const { red, green, blue, alpha } = paint.color
  return { red, green, blue, alpha: alpha * share(inherited(visited, `${property}-opacity`)) }
}

export function isOpaque(
  visited: Visited,
  property: 'fill' | 'stroke',
  byId: ReadonlyMap<string, Visited>,
): boolean {
  const paint = paintOf(visited, property)
  const solid = solidOf(visited, property)
  if (solid !== null) return solid.alpha >= 0.999
  const target = paint.kind === 'link' ? byId.get(paint.link.id) : undefined
  if (target === undefined || !isGradient(target.element)) return false
  const around = [target.element, ...target.around]
  const stops = stopsOf(
    elementsOf(target.element)
      .filter(({ name }) => name === 'stop')
      .map((element) => ({ element, around })),
  )
  const isFull = share(inherited(visited, `${property}-opacity`)) >= 0.999
  return isFull && stops !== null && stops.length > 0 && stops.every(({ alpha }) => alpha >= 0.999)
}
