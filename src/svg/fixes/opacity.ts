import { everyElement, replaceChild, type Drawing, type Visited } from '../edit/element.ts'
import { writeAttribute } from '../edit/write.ts'
import { settleGradients } from '../geometry/bake-gradients.ts'
import { CutError } from '../geometry/cut.ts'
import { isDrawable } from '../geometry/drawn.ts'
import { fadeParts } from '../geometry/flatten.ts'
import { share } from '../geometry/paint.ts'
import { withinBudget } from '../geometry/budget.ts'
import type { Change, Fix, Obstacle, Outcome } from './fix.ts'

/**
 * SVG Tiny has `fill-opacity` and `stroke-opacity` alone. The opacity of a whole goes to its parts; where these overlap,
 * what lies under others is cut away first, or the lower would shine through the upper.
 */
export const opacity: Fix = {
  id: 'opacity',
  title: 'Give the opacity of a whole to its parts',
  loss: 'measured',
  apply: (drawing) => withinBudget(() => repair(drawing)),
}

function repair(drawing: Drawing): Outcome {
  const faded = everyElement(drawing.root).filter(
    ({ element }) => element.attributes.has('opacity') && element.name !== 'image',
  )
  const changes: Change[] = []
  const obstacles: Obstacle[] = []
  for (const visited of faded.toReversed()) {
    const { element } = visited
    const value = element.attributes.get('opacity') ?? ''
    const result = fadeOne(drawing, visited)
    if (result.what !== null)
      changes.push({
        what: result.what,
        before: writeAttribute('opacity', value),
        origin: element.origin,
      })
    else
      obstacles.push({
        element: element.name,
        why: `Its \`opacity\` cannot go to its parts: ${result.why}`,
        advice: 'Draw it with plain, opaque colours that look the same.',
        origin: element.origin,
      })
  }
  settleGradients(drawing)
  return { changes: changes.toReversed(), obstacles }
}

type Result = { what: string; why?: string } | { what: null; why: string }

function fadeOne(drawing: Drawing, visited: Visited): Result {
  const { element, around } = visited
  const { attributes, name } = element
  const value = attributes.get('opacity') ?? ''
  const amount = share(value)
  attributes.delete('opacity')
  if (amount >= 1) return { what: `Take away an \`opacity\` that changes nothing` }
  if (!isDrawable(visited))
    return { what: `Take \`opacity\` from \`${name}\`, where it means nothing` }
  if (amount === 0) return hide(visited)
  try {
    const how = fadeParts(drawing, visited, amount)
    return {
      what:
        how === 'spread'
          ? `Give the opacity of \`${name}\` to its paints`
          : `Cut what overlaps in \`${name}\` and give its opacity to the parts`,
    }
  } catch (error) {
    attributes.set('opacity', value)
    if (!(error instanceof CutError)) throw error
    const subject = error.leaf === element ? '' : `\`${error.leaf.name}\`: `
    return { what: null, why: around.length === 0 ? error.message : `${subject}${error.message}` }
  }
}

function hide({ element, around }: Visited): Result {
  const [parent] = around
  if (parent === undefined)
    element.children = element.children.filter(
      (child) => child.kind !== 'element' || ['title', 'desc'].includes(child.name),
    )
  else replaceChild(parent, element, [])
  return { what: `Take out \`${element.name}\`, which nobody can see` }
}
