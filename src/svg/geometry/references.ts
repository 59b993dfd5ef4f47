/** Ids, and who refers to them. */
import { everyElement, type EditElement, type Visited } from '../edit/element.ts'
import { linkOf } from './paint.ts'

/** The first element of a name counts, as in every renderer. */
export function elementsById(root: EditElement): Map<string, Visited> {
  const found = new Map<string, Visited>()
  for (const visited of everyElement(root)) {
    const id = visited.element.attributes.get('id') ?? visited.element.attributes.get('xml:id')
    if (id !== undefined && !found.has(id)) found.set(id, visited)
  }
  return found
}

/** A name that nothing has yet: `a-2`. */
export function freshId(root: EditElement, like: string): string {
  const taken = elementsById(root)
  for (let i = 2; ; i++) if (!taken.has(`${like}-${i}`)) return `${like}-${i}`
}

const HREFS = ['href', 'xlink:href']

/** Ids that anything at all refers to, by `url(#…)`, by `href`, or in the text of a style sheet. */
export function referredIds(root: EditElement): Set<string> {
  const ids = new Set<string>()
  for (const { element } of everyElement(root)) {
    for (const [name, value] of element.attributes) {
      if (HREFS.includes(name) && value.trim().startsWith('#')) ids.add(value.trim().slice(1))
      for (const match of value.matchAll(/url\(\s*["']?\s*#([^"')]*?)\s*["']?\s*\)/g))
        ids.add(match[1] ?? '')
    }
    for (const child of element.children)
      if (child.kind === 'text')
        for (const match of child.text.matchAll(/#([\w.-]+)/g)) ids.add(match[1] ?? '')
  }
  return ids
}

export function hrefOf(element: EditElement): string | null {
  for (const name of HREFS) {
    const value = element.attributes.get(name)
    if (value !== undefined) return value.trim()
  }
  return null
}

export function removeHref(element: EditElement): void {
  for (const name of HREFS) element.attributes.delete(name)
}

/** The element that a property names: the mask of `mask="url(#m)"`. Null when it names nothing that is there. */
export function targetOf(
  value: string | null,
  kind: string,
  byId: ReadonlyMap<string, Visited>,
): Visited | null {
  const link = value === null ? null : linkOf(value)
  const target = link === null ? undefined : byId.get(link.id)
  return target?.element.name === kind ? target : null
}
