/** What in a logo points elsewhere: `href`, `url()` and their kin. */
import { PROFILE } from './profile.ts'
import { stayingElements } from './schema.ts'
import {
  attributeOf,
  elementsIn,
  XML_NAMESPACE,
  type Span,
  type SvgAttribute,
  type SvgElement,
} from './tree.ts'

export type ReferenceFault = 'external' | 'cyclic' | 'dangling'

export interface BadReference {
  kind: ReferenceFault
  span: Span
  /** Name of the attribute, and what it points to. */
  seen: string
  target: string
}

export interface DuplicateId {
  id: string
  span: Span
}

/** Paints, which may name a server; the rest is any text. */
const MAY_HOLD_URL = /\burl\(\s*(["']?)(.*?)\1\s*\)/g
/** Attributes that are an address by themselves. */
const ADDRESSES: ReadonlySet<string> = new Set(['href', 'xml:base', 'requiredFonts'])

export function badReferences(root: SvgElement): BadReference[] {
  const targets = elementsById(root)
  return stayingElements(root).flatMap((element) => {
    const profile = element.isSvg ? PROFILE.get(element.local) : undefined
    if (profile === undefined) return []
    return element.attributes
      .filter((attribute) => profile.attributes.has(schemaName(attribute)))
      .flatMap((attribute) =>
        targetsIn(attribute).flatMap((target) => {
          const kind = faultOf(target, element, attribute, targets)
          return kind === null
            ? []
            : [{ kind, span: spanOf(attribute), seen: attribute.name, target }]
        }),
      )
  })
}

function spanOf({ start, end }: SvgAttribute): Span {
  return { start, end }
}

function schemaName({ namespace, local, name }: SvgAttribute): string {
  if (namespace === '') return local
  return namespace === XML_NAMESPACE ? `xml:${local}` : `{}${name}`
}

function targetsIn(attribute: SvgAttribute): string[] {
  const { value } = attribute
  if (ADDRESSES.has(schemaName(attribute))) return [value.trim()]
  if (!value.includes('url(')) return []
  return [...value.matchAll(MAY_HOLD_URL)].map((match) => (match[2] ?? '').trim())
}

function faultOf(
  target: string,
  element: SvgElement,
  attribute: SvgAttribute,
  targets: ReadonlyMap<string, SvgElement>,
): ReferenceFault | null {
  const name = schemaName(attribute)
  if (name !== 'href' && ADDRESSES.has(name)) return target === '' ? null : 'external'
  if (!target.startsWith('#')) return target === '' ? 'dangling' : 'external'
  const found = targets.get(target.slice(1))
  if (found === undefined) return 'dangling'
  return name === 'href' && isCyclic(element, found, targets) ? 'cyclic' : null
}

/** Does what the `use` draws lead back to it? Every element is entered once. */
function isCyclic(
  use: SvgElement,
  target: SvgElement,
  targets: ReadonlyMap<string, SvgElement>,
): boolean {
  const entered = new Set<SvgElement>()
  const stack = [target]
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (entered.has(next)) continue
    entered.add(next)
    for (const inner of elementsIn(next)) {
      if (inner === use) return true
      const href = inner.local === 'use' ? attributeOf(inner, 'href')?.value.trim() : undefined
      const further = href?.startsWith('#') === true ? targets.get(href.slice(1)) : undefined
      if (further !== undefined) stack.push(further)
    }
  }
  return false
}

/** The first of each id, as XML and browsers have it. */
export function elementsById(root: SvgElement): Map<string, SvgElement> {
  const byId = new Map<string, SvgElement>()
  for (const element of elementsIn(root))
    for (const { value } of idsOf(element)) {
      const id = value.trim()
      if (!byId.has(id)) byId.set(id, element)
    }
  return byId
}

function idsOf(element: SvgElement): SvgAttribute[] {
  return element.attributes.filter((attribute) => ['id', 'xml:id'].includes(schemaName(attribute)))
}

/** The second and later elements with the same id. */
export function duplicateIds(root: SvgElement): DuplicateId[] {
  const owners = elementsById(root)
  return stayingElements(root).flatMap((element) =>
    idsOf(element)
      .filter(({ value }) => value.trim() !== '' && owners.get(value.trim()) !== element)
      .map((attribute) => ({ id: attribute.value.trim(), span: spanOf(attribute) })),
  )
}
