import { elementsOf, everyElement, replaceChild, type EditElement } from '../edit/element.ts'
import { named, wordsIn } from '../edit/words.ts'
import { PROFILE } from '../profile.ts'
import type { Change, Fix } from './fix.ts'
import { elementsTaken } from './removal.ts'

/** One title, in words alone, as the first element of the root: the best that the drawing has. */
export const title: Fix = {
  id: 'title',
  title: 'Put one title first',
  loss: 'lossless',
  apply({ root }) {
    const all = named(root, 'title')
    const inRoot = all.filter(({ depth }) => depth === 1)
    const deep = all.filter(({ depth }) => depth > 1)
    const best = [...inRoot, ...deep].find(({ element }) => wordsIn(element) !== '') ?? inRoot[0]
    const changes: Change[] = []
    if (best !== undefined) {
      const isPlain = best.element.children.every(({ kind }) => kind !== 'element')
      if (!isPlain) {
        best.element.children = [{ kind: 'text', text: wordsIn(best.element) }]
        changes.push({ what: 'Leave the words of the title alone', origin: best.element.origin })
      }
      if (elementsOf(root)[0] !== best.element) changes.push(first(root, best.element))
    }
    const others = all.filter(({ element }) => element !== best?.element)
    for (const { element } of others) takeOut(root, element)
    changes.push(
      ...elementsTaken(
        others.map(({ element }) => element),
        ' beside the first',
      ),
    )
    return { changes }
  },
}

function first(root: EditElement, element: EditElement): Change {
  const before = parentOf(root, element)?.name ?? ''
  takeOut(root, element)
  const allowed = PROFILE.get('title')?.attributes
  for (const name of element.attributes.keys())
    if (allowed?.has(name) !== true) element.attributes.delete(name)
  root.children.unshift(element)
  return {
    what:
      before === 'svg'
        ? 'Move the title to the front'
        : `Take the title of \`${before}\` for the whole`,
    after: wordsIn(element),
    origin: element.origin,
  }
}

function parentOf(root: EditElement, element: EditElement): EditElement | undefined {
  return everyElement(root).find((visited) => visited.element === element)?.around[0]
}

function takeOut(root: EditElement, element: EditElement): void {
  const parent = parentOf(root, element)
  if (parent !== undefined) replaceChild(parent, element, [])
}
