import { elementsOf, everyElement, replaceChild, type EditElement } from '../edit/element.ts'
import type { Fix } from './fix.ts'
import { elementsTaken, removeAttributes } from './removal.ts'

const CONDITIONS = ['requiredFeatures', 'requiredExtensions', 'systemLanguage']
const DRAWN =
  /^(?:svg|g|a|use|switch|path|rect|circle|ellipse|line|polyline|polygon|text|image|foreignObject)$/

/** SVG 1.1 section 5.8: the first child whose conditions hold is drawn, and no other. */
export const switchElement: Fix = {
  id: 'switch',
  title: 'Keep the part of each `switch` that is drawn',
  loss: 'lossless',
  apply({ root }) {
    const changes = []
    // The inner first: what is chosen has no switch in it any more.
    for (const { element, around } of everyElement(root).toReversed()) {
      const [parent] = around
      if (!element.isSvg || element.name !== 'switch' || parent === undefined) continue
      // A clip path takes shapes and texts alone (SVG 1.1 section 14.3.5).
      const isDrawn = parent.name !== 'clipPath'
      const chosen = elementsOf(element).find(
        (child) => isDrawn && child.isSvg && DRAWN.test(child.name) && holds(child),
      )
      for (const name of CONDITIONS) chosen?.attributes.delete(name)
      replace(parent, element, chosen)
      changes.push({
        what: `Keep ${chosen === undefined ? 'nothing' : `\`${chosen.name}\``} of a \`switch\``,
        origin: element.origin,
      })
    }
    const refused = everyElement(root).filter(
      ({ element, around }) =>
        around.length > 0 && element.isSvg && DRAWN.test(element.name) && !isExtended(element),
    )
    for (const { element, around } of refused) if (around[0]) replaceChild(around[0], element, [])
    return {
      changes: [
        ...changes,
        ...elementsTaken(
          refused.map(({ element }) => element),
          ', which asks for an extension',
        ),
        ...removeAttributes(root, (element, name) => isCondition(element, name)),
      ],
    }
  },
}

/** A picture in a mailbox has no language of its own; English is what most ask for. */
function holds(element: EditElement): boolean {
  const languages = element.attributes.get('systemLanguage')
  return (
    isExtended(element) &&
    (languages === undefined || languages.split(',').some((each) => /^\s*en(?:-|\s*$)/i.test(each)))
  )
}

/** No renderer has an extension that a drawing could ask for. */
function isExtended({ attributes }: EditElement): boolean {
  return attributes.get('requiredExtensions') === undefined
}

function isCondition(element: EditElement, name: string): boolean {
  return element.isSvg && (name === 'requiredFeatures' || name === 'requiredExtensions')
}

function replace(parent: EditElement, element: EditElement, chosen?: EditElement): void {
  const children = chosen === undefined ? [] : [chosen]
  if (element.attributes.size === 0) return replaceChild(parent, element, children)
  for (const name of CONDITIONS) element.attributes.delete(name)
  element.name = 'g'
  element.children = children
}
