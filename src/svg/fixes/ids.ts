import { everyElement, type EditElement } from '../edit/element.ts'
import { freshId, redirect, referencedIds } from '../edit/references.ts'
import { writeAttribute } from '../edit/write.ts'
import { fits } from '../value-types.ts'
import type { Change, Fix } from './fix.ts'

/** Every id a name as XML has them (NCName), once in the drawing, and one to an element. */
export const ids: Fix = {
  id: 'ids',
  title: 'Make ids proper names, each once',
  loss: 'lossless',
  apply({ root }) {
    const referenced = referencedIds(root)
    const all = everyElement(root).filter(({ element }) => element.isSvg)
    const taken = new Set(
      all.flatMap(({ element }) =>
        ['id', 'xml:id'].flatMap((name) => element.attributes.get(name)?.trim() ?? []),
      ),
    )
    const seen = new Set<string>()
    const names = new Map<string, string>()
    const changes: Change[] = []
    for (const { element } of all) {
      changes.push(...withoutSecond(element))
      for (const name of ['id', 'xml:id']) {
        const before = element.attributes.get(name)
        if (before === undefined) continue
        const id = before.trim()
        const isFirst = !seen.has(id)
        seen.add(id)
        if (isFirst && fits('ncname', before)) continue
        const after = isFirst && referenced.has(id) ? freshId(taken, safe(id)) : null
        if (after !== null) {
          taken.add(after)
          names.set(id, after)
        }
        changes.push(renamed(element, name, before, after, isFirst))
      }
    }
    if (names.size > 0) for (const { element } of everyElement(root)) redirect(element, names)
    return { changes }
  },
}

/** Of `id` and `xml:id` the first is what browsers look for. */
function withoutSecond(element: EditElement): Change[] {
  const { attributes } = element
  const second = attributes.get('xml:id')
  if (second === undefined || !attributes.has('id')) return []
  attributes.delete('xml:id')
  return [
    {
      what: `Take out the second id of \`${element.name}\``,
      before: writeAttribute('xml:id', second),
      origin: element.origin,
    },
  ]
}

/** Other characters become `_`, and so does what stands first and may not. */
function safe(id: string): string {
  const body = [...id].map((each) => (fits('ncname', `a${each}a`) ? each : '_')).join('')
  return fits('ncname', body) ? body : `_${body}`
}

function renamed(
  element: EditElement,
  name: string,
  before: string,
  after: string | null,
  isFirst: boolean,
): Change {
  if (after === null) element.attributes.delete(name)
  else element.attributes.set(name, after)
  const taken = isFirst ? 'that nothing refers to' : 'that another element has'
  return {
    what:
      after === null
        ? `Take out an id of \`${element.name}\` ${taken}`
        : `Rename an id of \`${element.name}\``,
    before: writeAttribute(name, before),
    ...(after === null ? {} : { after: writeAttribute(name, after) }),
    origin: element.origin,
  }
}
