/** Who is painted with which gradient. */
import { elementsOf, everyElement, type EditElement, type Visited } from '../edit/element.ts'
import { linkOf } from './paint.ts'
import { SHAPES } from './outline.ts'

export interface GradientUse {
  leaf: Visited
  property: 'fill' | 'stroke'
}

const PROPERTIES = ['fill', 'stroke'] as const
const UNPAINTED = new Set(
  'title desc metadata style script linearGradient radialGradient stop filter'.split(' '),
)

/** Moves paints with these gradients from groups to what is drawn, so that each shape can get one of its own. */
export function pushPaintDown(root: EditElement, ids: ReadonlySet<string>): void {
  for (const { element } of everyElement(root)) {
    const children = elementsOf(element).filter(({ name }) => !UNPAINTED.has(name))
    if (SHAPES.has(element.name) || element.name === 'text' || children.length === 0) continue
    for (const property of PROPERTIES) {
      const value = element.attributes.get(property)
      const link = value === undefined ? null : linkOf(value)
      if (value === undefined || link === null || !ids.has(link.id)) continue
      for (const { attributes } of children) {
        const has = attributes.get(property)
        if (has === undefined || has.trim() === 'inherit') attributes.set(property, value)
      }
      element.attributes.delete(property)
    }
  }
}

/** What an element says itself; so call `pushPaintDown` before. What is in a clip path is never painted. */
export function gradientUses(root: EditElement): Map<string, GradientUse[]> {
  const uses = new Map<string, GradientUse[]>()
  for (const leaf of everyElement(root)) {
    if (leaf.around.some(({ name }) => name === 'clipPath')) continue
    for (const property of PROPERTIES) {
      const value = leaf.element.attributes.get(property)
      const link = value === undefined ? null : linkOf(value)
      if (link === null) continue
      const known = uses.get(link.id)
      if (known === undefined) uses.set(link.id, [{ leaf, property }])
      else known.push({ leaf, property })
    }
  }
  return uses
}
