import { makeElement, type EditElement } from '../edit/element.ts'
import { named, wordsIn } from '../edit/words.ts'
import type { Fix } from './fix.ts'

/** The name of the organisation for a title: as it was given, or what the name of the file says where there is none. */
export const titleWords: Fix = {
  id: 'title-words',
  title: 'Name the organisation in the title',
  loss: 'words',
  apply({ root }, { options }) {
    const element = named(root, 'title').find(({ depth }) => depth === 1)?.element
    const before = element === undefined ? '' : wordsIn(element)
    const wanted = options.title.trim()
    const after = wanted !== '' ? wanted : before !== '' ? before : fromFileName(options.fileName)
    if (after === before) return { changes: [] }
    write(root, element, after)
    return {
      changes: [
        {
          what: before === '' ? 'Give the logo a title' : 'Change the title',
          ...(before === '' ? {} : { before }),
          after,
          origin: element?.origin ?? null,
        },
      ],
    }
  },
}

function write(root: EditElement, element: EditElement | undefined, words: string): void {
  const text = { kind: 'text' as const, text: words }
  if (element === undefined) root.children.unshift(makeElement('title', {}, [text]))
  else element.children = [text]
}

/** `acme-logo_final.svg` is `Acme logo final`. */
export function fromFileName(fileName: string): string {
  const name = fileName.replace(/^.*[/\\]/, '').replace(/(?:\.(?:svgz?|xml|gz))+$/i, '')
  const words = name.replace(/[-_.\s]+/g, ' ').trim()
  return words === '' ? 'Logo' : words.charAt(0).toUpperCase() + words.slice(1)
}
