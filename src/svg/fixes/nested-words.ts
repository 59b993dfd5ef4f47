import { elementsOf, removeElements } from '../edit/element.ts'
import { wordsIn } from '../edit/words.ts'
import type { Fix } from './fix.ts'
import { elementsTaken } from './removal.ts'

/** Descriptions belong to the root, in words, and are not empty. */
export const nestedWords: Fix = {
  id: 'nested-words',
  title: 'Keep descriptions of the whole alone',
  loss: 'lossless',
  apply({ root }) {
    const misplaced = removeElements(
      root,
      ({ element, around }) => element.isSvg && element.name === 'desc' && around.length > 1,
    )
    const empty = removeElements(
      root,
      ({ element }) => element.isSvg && element.name === 'desc' && wordsIn(element) === '',
    )
    const parted = elementsOf(root).filter(
      (element) => element.name === 'desc' && elementsOf(element).length > 0,
    )
    for (const element of parted) element.children = [{ kind: 'text', text: wordsIn(element) }]
    return {
      changes: [
        ...elementsTaken(misplaced, ' of a part'),
        ...elementsTaken(empty, ', which is empty'),
        ...parted.map(({ origin }) => ({ what: 'Leave the words of a description alone', origin })),
      ],
    }
  },
}
