import { everyElement, type EditElement } from '../edit/element.ts'
import { setAttribute } from '../edit/style.ts'
import { writeAttribute } from '../edit/write.ts'
import { INERT, PROFILE } from '../profile.ts'
import { fits, type ValueType } from '../value-types.ts'
import type { Change, Fix } from './fix.ts'

/** Of the same meaning, or what browsers draw in their place. */
const EQUAL: Record<string, string> = {
  'stroke-linejoin=miter-clip': 'miter',
  'stroke-linejoin=arcs': 'miter',
  'text-align=left': 'start',
  'text-align=right': 'end',
  'text-align=justify': 'start',
  'font-style=oblique 14deg': 'oblique',
  'color-rendering=optimizelegibility': 'optimizeQuality',
}
/** Others repair these. */
const APART = new Set(['version', 'baseProfile', 'id', 'xml:id', 'preserveAspectRatio'])
const INERT_NAMES = new Set(INERT.map(([name]) => name))

/** A value that is none of those allowed is passed over by renderers: written as the one it means, or taken out. */
export const enums: Fix = {
  id: 'enums',
  title: 'Write values as the profile spells them',
  loss: 'lossless',
  apply({ root }) {
    const changes: Change[] = []
    for (const { element } of everyElement(root)) {
      const profile = element.isSvg ? PROFILE.get(element.name) : undefined
      if (profile === undefined) continue
      for (const [name, before] of element.attributes) {
        const type = profile.attributes.get(name)
        if (type === undefined || APART.has(name) || fits(type, before)) continue
        if (element === root && INERT_NAMES.has(name)) continue
        changes.push(spelled(element, name, before, type))
      }
    }
    return { changes }
  },
}

function spelled(element: EditElement, name: string, before: string, type: ValueType): Change {
  const after = meant(name, before, type)
  setAttribute(element, name, after)
  return {
    what:
      after === null
        ? `Take out \`${name}\` of \`${element.name}\`, which no renderer reads`
        : `Write \`${name}\` of \`${element.name}\` as the profile does`,
    before: writeAttribute(name, before),
    ...(after === null ? {} : { after: writeAttribute(name, after) }),
    origin: element.origin,
  }
}

function meant(name: string, before: string, type: ValueType): string | null {
  const value = before.trim().replace(/[ \t\r\n]+/g, ' ')
  const candidates = [EQUAL[`${name}=${value.toLowerCase()}`]]
  if (type === 'language') candidates.push(value.replaceAll('_', '-'))
  if (type === 'nmtokens') candidates.push(nameTokens(value))
  // Properties come from CSS, where capitals mean nothing; the names of XML do not.
  if (typeof type === 'object' && name.includes('-'))
    candidates.push(type.find((word) => word.toLowerCase() === value.toLowerCase()))
  return candidates.find((each) => each !== undefined && fits(type, each)) ?? null
}

function nameTokens(value: string): string | undefined {
  const kept = value.split(' ').filter((each) => fits('nmtokens', each))
  return kept.length === 0 ? undefined : kept.join(' ')
}
