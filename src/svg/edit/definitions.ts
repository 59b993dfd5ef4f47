/** What is drawn only where something refers to it, and taking out what is around it. */
import { elementsOf, everyElement, makeElement, replaceChild, type EditElement } from './element.ts'
import { definitionsOf, elementsById, idsFrom } from './references.ts'

/** Drawn by reference alone, wherever they stand; `display` means nothing to them. */
export const DEFINING = new Set(
  'linearGradient radialGradient solidColor clipPath mask filter pattern marker symbol'.split(' '),
)

/** Where definitions may stand. */
const ROOMS = new Set(['svg', 'g', 'symbol', 'a', 'switch'])

/** Elements within the given ones that something outside refers to, directly or by way of each other. */
export function neededWithin(
  root: EditElement,
  gone: readonly EditElement[],
): ReadonlySet<EditElement> {
  const within = new Set(gone.flatMap((each) => everyElement(each).map(({ element }) => element)))
  const byId = elementsById(root)
  const needed = new Set<EditElement>()
  const queue = everyElement(root)
    .map(({ element }) => element)
    .filter((element) => !within.has(element))
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    for (const id of idsFrom(next)) {
      const target = byId.get(id)
      if (target === undefined || !within.has(target) || needed.has(target)) continue
      needed.add(target)
      queue.push(...everyElement(target).map(({ element }) => element))
    }
  }
  return needed
}

/**
 * Takes out elements, but for definitions in them that the rest of the drawing needs: those stay, in a `defs`. Only
 * definitions: what `use` refers to must be asked for with `isWhole`.
 */
export function takeOut(root: EditElement, gone: readonly EditElement[], isWhole = false): void {
  const needed = neededWithin(root, gone)
  const parents = new Map(
    everyElement(root).map(({ element, around }) => [element, around[0]] as const),
  )
  for (const element of gone) {
    const parent = parents.get(element)
    if (parent === undefined) continue
    const kept = outermost(
      element,
      (each) => needed.has(each) && (isWhole || DEFINING.has(each.name)),
    )
    const isIn = parent.name === 'defs' || kept.length === 0
    const isRoom = isIn || ROOMS.has(parent.name)
    replaceChild(parent, element, isIn ? kept : isRoom ? [makeElement('defs', {}, kept)] : [])
    if (!isRoom) definitionsOf(root).children.push(...kept)
  }
}

function outermost(element: EditElement, isWanted: (each: EditElement) => boolean): EditElement[] {
  if (isWanted(element)) return [element]
  return elementsOf(element).flatMap((child) => outermost(child, isWanted))
}
