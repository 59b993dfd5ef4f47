import { makeElement } from '../edit/element.ts'
import { named, wordsIn } from '../edit/words.ts'
import type { Fix } from './fix.ts'

/** A description, where one was given. */
export const description: Fix = {
  id: 'description',
  title: 'Describe the logo',
  loss: 'words',
  apply({ root }, { options }) {
    const after = options.description.trim()
    const element = named(root, 'desc').find(({ depth }) => depth === 1)?.element
    const before = element === undefined ? '' : wordsIn(element)
    if (after === '' || after === before) return { changes: [] }
    const words = [{ kind: 'text' as const, text: after }]
    if (element === undefined) {
      const title = root.children.findIndex(
        (child) => child.kind === 'element' && child.name === 'title',
      )
      root.children.splice(title + 1, 0, makeElement('desc', {}, words))
    } else element.children = words
    return {
      changes: [
        {
          what: before === '' ? 'Describe the logo' : 'Change the description',
          ...(before === '' ? {} : { before }),
          after,
          origin: element?.origin ?? null,
        },
      ],
    }
  },
}
