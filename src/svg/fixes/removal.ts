/** Changes that only take things out, told once for each kind. */
import { everyElement, type EditElement } from '../edit/element.ts'
import type { Span } from '../tree.ts'
import type { Change } from './fix.ts'

/** `Take out 3 \`script\` elements`, one change for each name. */
export function elementsTaken(gone: readonly EditElement[], why = ''): Change[] {
  return counted(gone.map(({ name, origin }) => ({ name, origin }))).map(
    ({ name, count, origin }) => ({
      what: `Take out ${count === 1 ? `\`${name}\`` : `${count} \`${name}\` elements`}${why}`,
      origin,
    }),
  )
}

/** Takes out the attributes that `isUnwanted` names, with one change for each name. */
export function removeAttributes(
  root: EditElement,
  isUnwanted: (element: EditElement, name: string, value: string) => boolean,
  why = '',
): Change[] {
  const gone: Named[] = []
  for (const { element } of everyElement(root)) {
    for (const [name, value] of element.attributes) {
      if (!isUnwanted(element, name, value)) continue
      element.attributes.delete(name)
      gone.push({ name, origin: element.origin })
    }
  }
  return counted(gone).map(({ name, count, origin }) => ({
    what: `Take out \`${name}\`${count === 1 ? '' : ` of ${count} elements`}${why}`,
    origin,
  }))
}

interface Named {
  name: string
  origin: Span | null
}

function counted(all: readonly Named[]): (Named & { count: number })[] {
  const byName = new Map<string, Named & { count: number }>()
  for (const each of all) {
    const seen = byName.get(each.name)
    if (seen === undefined) byName.set(each.name, { ...each, count: 1 })
    else seen.count++
  }
  return [...byName.values()]
}
