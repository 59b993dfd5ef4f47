import {
  elementsOf,
  everyElement,
  removeElements,
  replaceChild,
  type EditElement,
} from '../edit/element.ts'
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
    const best =
      inRoot.find(({ element }) => wordsIn(element) !== '') ??
      deep.find(({ element }) => isAName(wordsIn(element))) ??
      inRoot[0]
    const changes: Change[] = []
    if (best !== undefined) {
      const isPlain = best.element.children.every(({ kind }) => kind !== 'element')
      if (!isPlain) {
        best.element.children = [{ kind: 'text', text: wordsIn(best.element) }]
        changes.push({ what: 'Leave the words of the title alone', origin: best.element.origin })
      }
      if (elementsOf(root)[0] !== best.element) changes.push(first(root, best.element))
    }
    const others = new Set(
      all.map(({ element }) => element).filter((element) => element !== best?.element),
    )
    removeElements(root, ({ element }) => others.has(element))
    changes.push(...elementsTaken([...others], ' beside the first'))
    return { changes }
  },
}

/** What drawing programs call a part says nothing about the whole. */
function isAName(words: string): boolean {
  return !/^(?:(?:background|layer|group|path|shape|combined shape|rectangle|oval|line|fill|stroke|page|slice|mask|clip|artboard|icon|logo|svg)?[ _-]*\d*)$/i.test(
    words,
  )
}

function first(root: EditElement, element: EditElement): Change {
  const parent = everyElement(root).find((visited) => visited.element === element)?.around[0]
  const before = parent?.name ?? ''
  if (parent !== undefined) replaceChild(parent, element, [])
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
