/** Who refers to whom in a drawing: `url(#a)` in any attribute, `href` and `xlink:href`. */
import { elementsOf, everyElement, makeElement, type EditElement } from './element.ts'

const URL_OF_ID = /url\(\s*(?:"#([^"]*)"|'#([^']*)'|#([^)'"\s]*))\s*\)/g
const LINKS = ['href', 'xlink:href'] as const

/** The value of `href`, which wins, or of `xlink:href`. */
export function linkOf(element: EditElement): string | null {
  return element.attributes.get('href') ?? element.attributes.get('xlink:href') ?? null
}

/** The id that `#a` names; null for what leads out of the drawing. */
export function fragment(link: string | null): string | null {
  const trimmed = link?.trim() ?? ''
  if (!trimmed.startsWith('#') || trimmed === '#') return null
  const id = trimmed.slice(1)
  try {
    return decodeURIComponent(id)
  } catch {
    return id
  }
}

/** Ids in every `url(#…)` of a value. */
export function idsInValue(value: string): string[] {
  return [...value.matchAll(URL_OF_ID)].map((match) => match[1] ?? match[2] ?? match[3] ?? '')
}

/** Ids that the element's own attributes refer to. */
export function idsFrom(element: EditElement): string[] {
  const ids: string[] = []
  for (const [name, value] of element.attributes) {
    if (value.includes('url(')) ids.push(...idsInValue(value))
    if (name !== 'href' && name !== 'xlink:href') continue
    const id = fragment(value)
    if (id !== null) ids.push(id)
  }
  return ids
}

/** All ids that anything in the drawing refers to. */
export function referencedIds(root: EditElement): Set<string> {
  return new Set(everyElement(root).flatMap(({ element }) => idsFrom(element)))
}

/** By id; of several with one id, the first. */
export function elementsById(root: EditElement): Map<string, EditElement> {
  const byId = new Map<string, EditElement>()
  for (const { element } of everyElement(root)) {
    for (const name of ['id', 'xml:id']) {
      const id = element.attributes.get(name)?.trim()
      if (id !== undefined && !byId.has(id)) byId.set(id, element)
    }
  }
  return byId
}

/** Makes every reference to one id a reference to another, in this element alone. */
export function redirect(element: EditElement, names: ReadonlyMap<string, string>): void {
  for (const [name, value] of element.attributes) {
    if (value.includes('url('))
      element.attributes.set(
        name,
        value.replace(URL_OF_ID, (whole, a?: string, b?: string, c?: string) => {
          const to = names.get(a ?? b ?? c ?? '')
          return to === undefined ? whole : `url(#${to})`
        }),
      )
    if (!LINKS.some((link) => link === name)) continue
    const to = names.get(fragment(value) ?? '')
    if (to !== undefined) element.attributes.set(name, `#${to}`)
  }
}

/** The wish itself, or with the first number that makes it new. */
export function freshId(
  taken: ReadonlySet<string> | ReadonlyMap<string, unknown>,
  wish: string,
): string {
  if (!taken.has(wish)) return wish
  for (let n = 2; ; n++) if (!taken.has(`${wish}-${n}`)) return `${wish}-${n}`
}

const DESCRIPTIVE = new Set(['title', 'desc', 'metadata'])

/** The first `defs` of the root, made when there is none: after title and description. */
export function definitionsOf(root: EditElement): EditElement {
  const found = elementsOf(root).find(({ name, isSvg }) => isSvg && name === 'defs')
  if (found !== undefined) return found
  const made = makeElement('defs')
  const last = root.children.findLastIndex(
    (child) => child.kind === 'element' && DESCRIPTIVE.has(child.name),
  )
  root.children.splice(last + 1, 0, made)
  return made
}
