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
  const targets = new Targets(root)
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
  targets: Targets,
): ReferenceFault | null {
  const name = schemaName(attribute)
  if (name !== 'href' && ADDRESSES.has(name)) return target === '' ? null : 'external'
  if (!target.startsWith('#')) return target === '' ? 'dangling' : 'external'
  const found = targets.byId.get(target.slice(1))
  if (found === undefined) return 'dangling'
  return name === 'href' && targets.isCyclic(element, found) ? 'cyclic' : null
}

/** What is referred to, and the `use` elements that refer further, both looked up for every reference. */
class Targets {
  readonly byId: ReadonlyMap<string, SvgElement>
  /** In the order of the text, each with what it draws. */
  private readonly uses: { use: SvgElement; draws: SvgElement }[]

  constructor(root: SvgElement) {
    const byId = elementsById(root)
    this.byId = byId
    this.uses = elementsIn(root).flatMap((use) => {
      const href = use.local === 'use' ? attributeOf(use, 'href')?.value.trim() : undefined
      const draws = href?.startsWith('#') === true ? byId.get(href.slice(1)) : undefined
      return draws === undefined ? [] : [{ use, draws }]
    })
  }

  /** Does what the `use` draws lead back to it? Every element is entered once. */
  isCyclic(use: SvgElement, target: SvgElement): boolean {
    const entered = new Set<SvgElement>()
    const stack = [target]
    for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
      if (entered.has(next)) continue
      entered.add(next)
      if (next.start <= use.start && use.end <= next.end) return true
      for (let i = this.firstFrom(next.start); i < this.uses.length; i++) {
        const inner = this.uses[i]
        if (inner === undefined || inner.use.start >= next.end) break
        stack.push(inner.draws)
      }
    }
    return false
  }

  /** Number of the first `use` that begins there or later. */
  private firstFrom(start: number): number {
    let [low, high] = [0, this.uses.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.uses[middle]?.use.start ?? 0) < start) low = middle + 1
      else high = middle
    }
    return low
  }
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
