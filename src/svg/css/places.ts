/** Where elements stand among each other, for selectors. */
import { elementsOf, everyElement, type EditElement } from '../edit/element.ts'

export class Places {
  private readonly parents = new Map<EditElement, EditElement>()
  private readonly siblings = new Map<EditElement, readonly EditElement[]>()

  constructor(root: EditElement) {
    for (const { element, around } of everyElement(root)) {
      const [parent] = around
      if (parent !== undefined) this.parents.set(element, parent)
      this.siblings.set(element, elementsOf(element))
    }
  }

  parentOf(element: EditElement): EditElement | undefined {
    return this.parents.get(element)
  }

  /** The element and those with the same parent, in order. */
  among(element: EditElement): readonly EditElement[] {
    const parent = this.parents.get(element)
    return (parent === undefined ? undefined : this.siblings.get(parent)) ?? [element]
  }
}
