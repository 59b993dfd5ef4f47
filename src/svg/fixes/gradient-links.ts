import { cloneElement, elementsOf, everyElement, type EditElement } from '../edit/element.ts'
import { startTag } from '../edit/write.ts'
import { isGradient } from '../geometry/gradient.ts'
import { elementsById, hrefOf, referredIds, removeHref } from '../geometry/references.ts'
import type { Change, Fix } from './fix.ts'

const SHARED = ['gradientUnits', 'gradientTransform', 'spreadMethod']
const OWN: Record<string, readonly string[]> = {
  linearGradient: [...SHARED, 'x1', 'y1', 'x2', 'y2'],
  radialGradient: [...SHARED, 'cx', 'cy', 'r', 'fx', 'fy', 'fr'],
}

/** SVG 1.1 section 13.2: a gradient takes from another what it does not say itself. SVG Tiny has no such link. */
export const gradientLinks: Fix = {
  id: 'gradient-links',
  title: 'Write out gradients that refer to others',
  loss: 'lossless',
  apply({ root }) {
    const linked = everyElement(root)
      .map(({ element }) => element)
      .filter((element) => isGradient(element) && hrefOf(element) !== null)
    if (linked.length === 0) return { changes: [] }
    const changes: Change[] = []
    const named = new Map([...elementsById(root)].map(([id, { element }]) => [id, element]))
    const chains = linked.map((element) => ({ element, chain: chainOf(element, named) }))
    const filled = chains.map(({ element, chain }) => ({ element, ...inheritedBy(element, chain) }))
    for (const { element, attributes, stops } of filled) {
      const before = startTag(element.name, element.attributes, '/')
      for (const [name, value] of attributes) element.attributes.set(name, value)
      if (elementsOf(element).every(({ name }) => name !== 'stop'))
        element.children.push(...stops.map(cloneElement))
      removeHref(element)
      changes.push({
        what: `Write out what \`${idOf(element)}\` takes from another gradient`,
        before,
        after: startTag(element.name, element.attributes, '/'),
        origin: element.origin,
      })
    }
    changes.push(
      ...removeUnused(
        root,
        chains.flatMap(({ chain }) => chain),
      ),
    )
    return { changes }
  },
}

function idOf({ attributes, name }: EditElement): string {
  return attributes.get('id') ?? name
}

/** Those that it refers to, the nearest first. A circle ends where it began. */
function chainOf(element: EditElement, named: ReadonlyMap<string, EditElement>): EditElement[] {
  const chain: EditElement[] = []
  for (let next: EditElement | undefined = element; next !== undefined;) {
    const target: EditElement | undefined = named.get((hrefOf(next) ?? '').replace(/^#/, ''))
    if (target === undefined || target === element || chain.includes(target)) break
    if (!isGradient(target)) break
    chain.push(target)
    next = target
  }
  return chain
}

function inheritedBy(element: EditElement, chain: readonly EditElement[]) {
  const attributes = new Map<string, string>()
  for (const name of OWN[element.name] ?? []) {
    if (element.attributes.has(name)) continue
    // What is no attribute of the other kind of gradient means nothing there.
    const said = chain.find((each) => each.attributes.has(name) && OWN[each.name]?.includes(name))
    const value = said?.attributes.get(name)
    if (value !== undefined) attributes.set(name, value)
  }
  const stops = chain
    .map((each) => elementsOf(each).filter(({ name }) => name === 'stop'))
    .find((each) => each.length > 0)
  return { attributes, stops: stops ?? [] }
}

/** What was only there to be referred to. */
function removeUnused(root: EditElement, targets: readonly EditElement[]): Change[] {
  const used = referredIds(root)
  const unused = new Set(targets.filter((each) => !used.has(idOf(each))))
  const changes: Change[] = []
  for (const { element, around } of everyElement(root)) {
    const [parent] = around
    if (!unused.has(element) || parent === undefined) continue
    parent.children = parent.children.filter((child) => child !== element)
    changes.push({
      what: `Take out the gradient \`${idOf(element)}\`, which nothing refers to now`,
      before: startTag(element.name, element.attributes, '/'),
      origin: element.origin,
    })
  }
  return changes
}
