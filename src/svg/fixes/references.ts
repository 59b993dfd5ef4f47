import { everyElement, type EditElement } from '../edit/element.ts'
import { elementsById, fragment, idsInValue, linkOf } from '../edit/references.ts'
import { setAttribute } from '../edit/style.ts'
import { writeAttribute } from '../edit/write.ts'
import type { Change, Fix, Obstacle } from './fix.ts'

const PAINTS = new Set(
  'linearGradient radialGradient pattern solidColor hatch meshgradient'.split(' '),
)
const TARGETS: Record<string, ReadonlySet<string>> = {
  fill: PAINTS,
  stroke: PAINTS,
  'clip-path': new Set(['clipPath']),
  mask: new Set(['mask']),
  filter: new Set(['filter']),
  'marker-start': new Set(['marker']),
  'marker-mid': new Set(['marker']),
  'marker-end': new Set(['marker']),
}
const GRADIENTS = new Set(['linearGradient', 'radialGradient', 'pattern'])
const URL = /^\s*url\(\s*(["']?)([^)]*?)\1\s*\)\s*(.*?)\s*$/i

/** What a browser does with a reference to nothing is written down (SVG 2 section 13.2; CSS Masking section 5). */
export const references: Fix = {
  id: 'references',
  title: 'Take out references that lead nowhere',
  loss: 'lossless',
  apply({ root }) {
    const byId = elementsById(root)
    const changes: Change[] = []
    const obstacles: Obstacle[] = []
    for (const { element } of everyElement(root)) {
      if (!element.isSvg) continue
      for (const [name, wanted] of Object.entries(TARGETS)) {
        const value = element.attributes.get(name)
        const match = URL.exec(value ?? '')
        if (value === undefined || match === null) continue
        const [, , to = '', fallback = ''] = match
        if (!to.startsWith('#')) {
          obstacles.push(outside(element, name, to))
          continue
        }
        const target = byId.get(idsInValue(value)[0] ?? '')
        const isThere = target !== undefined && wanted.has(target.name)
        if (isThere) continue
        const after = missing(name, fallback)
        if (!setAttribute(element, name, after)) continue
        changes.push({
          what: `Write what \`${name}\` is where it leads nowhere`,
          before: writeAttribute(name, value),
          after: after === null ? '' : writeAttribute(name, after),
          origin: element.origin,
        })
      }
      changes.push(...emptyLinks(element, byId))
    }
    return { changes, obstacles }
  },
}

/** No attribute at all, or for paint the colour that was given for this case. */
function missing(name: string, fallback: string): string | null {
  if (name !== 'fill' && name !== 'stroke') return null
  return fallback === '' ? 'none' : fallback
}

function emptyLinks(element: EditElement, byId: ReadonlyMap<string, EditElement>): Change[] {
  if (!GRADIENTS.has(element.name)) return []
  const link = linkOf(element)
  const target = byId.get(fragment(link) ?? '')
  if (link === null || (target !== undefined && GRADIENTS.has(target.name))) return []
  element.attributes.delete('href')
  element.attributes.delete('xlink:href')
  return [
    {
      what: `Take out a link of \`${element.name}\` that leads nowhere`,
      before: writeAttribute('href', link),
      origin: element.origin,
    },
  ]
}

function outside({ name: element, origin }: EditElement, name: string, to: string): Obstacle {
  return {
    element,
    why: `\`${name}\` of \`${element}\` asks for something in another file: \`${to.slice(0, 80)}\``,
    advice: 'Bring what it asks for into the drawing.',
    origin,
  }
}
