import { everyElement } from '../edit/element.ts'
import type { Fix } from './fix.ts'

/** Comments are allowed, but weigh. */
export const comments: Fix = {
  id: 'comments',
  title: 'Take out comments',
  loss: 'lossless',
  apply(drawing) {
    let count = 0
    const gone = (): string => {
      count++
      return ''
    }
    drawing.before = drawing.before.replace(/<!--[^]*?-->\s*/g, gone)
    drawing.after = drawing.after.replace(/\s*<!--[^]*?-->/g, gone)
    for (const { element } of everyElement(drawing.root)) {
      const kept = element.children.filter(({ kind }) => kind !== 'comment')
      count += element.children.length - kept.length
      element.children = kept
    }
    const what = count === 1 ? 'Take out a comment' : `Take out ${count} comments`
    return { changes: count === 0 ? [] : [{ what, origin: null }] }
  },
}
