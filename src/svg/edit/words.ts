/** Titles and descriptions. */
import { everyElement, type EditElement } from './element.ts'

/** All characters within, with blanks as single spaces. */
export function wordsIn(element: EditElement): string {
  return lettersIn(element).replace(/\s+/g, ' ').trim()
}

function lettersIn({ children }: EditElement): string {
  return children
    .map((child) =>
      child.kind === 'text' ? child.text : child.kind === 'element' ? lettersIn(child) : '',
    )
    .join('')
}

/** Every element of that name, with those around it. */
export function named(root: EditElement, name: string): { element: EditElement; depth: number }[] {
  return everyElement(root)
    .filter(({ element }) => element.isSvg && element.name === name)
    .map(({ element, around }) => ({ element, depth: around.length }))
}
