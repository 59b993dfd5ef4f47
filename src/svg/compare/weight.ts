/** How much work a drawing is, before anybody draws it: a few lines can ask for millions of copies. */
import { elementsOf, everyElement, type EditElement } from '../edit/element.ts'

/** Elements with all copies that references make. No logo comes near it. */
export const MOST_ELEMENTS = 50_000
/** Each octave of noise is another pass over every pixel. */
const MOST_OCTAVES = 16

export function isTooHeavy(root: EditElement): boolean {
  return (
    new Weighing(root).weight(root) > MOST_ELEMENTS ||
    everyElement(root).some(
      ({ element }) => Number(element.attributes.get('numOctaves') ?? 0) > MOST_OCTAVES,
    )
  )
}

const REFERENCE = /url\(\s*["']?#([^)"']*)["']?\s*\)/g

class Weighing {
  private readonly known = new Map<EditElement, number>()
  private readonly byId = new Map<string, EditElement>()

  constructor(root: EditElement) {
    for (const { element } of everyElement(root)) {
      const id = element.attributes.get('id')
      if (id !== undefined && !this.byId.has(id)) this.byId.set(id, element)
    }
  }

  /** With what is in it and what it refers to. A circle of references counts once. */
  weight(element: EditElement): number {
    const known = this.known.get(element)
    if (known !== undefined) return known
    this.known.set(element, 0)
    const parts = [...elementsOf(element), ...this.references(element)]
    const total = 1 + parts.reduce((sum, part) => sum + this.weight(part), 0)
    this.known.set(element, total)
    return total
  }

  private references({ attributes }: EditElement): EditElement[] {
    const href = attributes.get('href') ?? attributes.get('xlink:href') ?? ''
    const ids = href.startsWith('#') ? [href.slice(1)] : []
    for (const value of attributes.values())
      for (const [, id = ''] of value.matchAll(REFERENCE)) ids.push(id.trim())
    return ids.flatMap((id) => this.byId.get(id) ?? [])
  }
}
