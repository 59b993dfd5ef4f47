/**
 * A drawing as repairs change it: plain objects without places in a text. Elements of SVG have no prefix, attributes of
 * XLink are spelled `xlink:…`; what else is foreign keeps the names it was written with.
 */
import type { Span } from '../tree.ts'

export interface EditElement {
  kind: 'element'
  /** `path`; `sodipodi:namedview` for what is not SVG. */
  name: string
  isSvg: boolean
  /** Name → value, in the order of writing. Declarations of foreign namespaces are among them. */
  attributes: Map<string, string>
  children: EditNode[]
  /** The element that it came from, in the text that was read; null for what a repair has made. */
  origin: Span | null
}

export interface EditText {
  kind: 'text'
  text: string
}

/** A comment or a processing instruction, as written. */
export interface EditRemark {
  kind: 'comment' | 'instruction'
  source: string
}

export type EditNode = EditElement | EditText | EditRemark

/** A whole file. */
export interface Drawing {
  /** What stands before the root: XML declaration, DOCTYPE, comments, as written. */
  before: string
  root: EditElement
  after: string
}

export function makeElement(
  name: string,
  attributes: Record<string, string> = {},
  children: EditNode[] = [],
): EditElement {
  const map = new Map(Object.entries(attributes))
  return { kind: 'element', name, isSvg: true, attributes: map, children, origin: null }
}

export function cloneElement(element: EditElement): EditElement {
  return {
    ...element,
    attributes: new Map(element.attributes),
    children: element.children.map((child) =>
      child.kind === 'element' ? cloneElement(child) : { ...child },
    ),
  }
}

export function cloneDrawing(drawing: Drawing): Drawing {
  return { ...drawing, root: cloneElement(drawing.root) }
}

export function elementsOf(parent: EditElement): EditElement[] {
  return parent.children.filter((child) => child.kind === 'element')
}

/** An element with those around it, the root last. */
export interface Visited {
  element: EditElement
  /** The nearest first; empty for the root. */
  around: readonly EditElement[]
}

/** The root and everything below it, in the order of the text. The list is made first, so the tree may change meanwhile. */
export function everyElement(root: EditElement): Visited[] {
  const all: Visited[] = []
  const stack: Visited[] = [{ element: root, around: [] }]
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    all.push(next)
    const around = [next.element, ...next.around]
    for (const element of elementsOf(next.element).toReversed()) stack.push({ element, around })
  }
  return all
}

/** Puts other nodes in the place of one child. */
export function replaceChild(parent: EditElement, child: EditNode, by: readonly EditNode[]): void {
  const at = parent.children.indexOf(child)
  if (at !== -1) parent.children.splice(at, 1, ...by)
}

/** Takes out every element that `isWanted` refuses, with all that is in it; returns those taken out. */
export function removeElements(
  root: EditElement,
  isUnwanted: (visited: Visited) => boolean,
): EditElement[] {
  const gone: EditElement[] = []
  for (const visited of everyElement(root)) {
    const [parent] = visited.around
    if (parent === undefined || !isUnwanted(visited)) continue
    replaceChild(parent, visited.element, [])
    gone.push(visited.element)
  }
  return gone
}

export function textIn(element: EditElement): string {
  return element.children.map((child) => (child.kind === 'text' ? child.text : '')).join('')
}
