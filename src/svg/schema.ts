/**
 * The published schema as an engine over the profile's tables. It says what it finds with the most specific name there
 * is, once for a place: a forbidden element is not searched for forbidden attributes too.
 */
import { forbiddenElement, isUnwrapped, type ForbiddenKind } from './forbidden-elements.ts'
import { INERT, PROFILE, type ElementProfile } from './profile.ts'
import {
  childElements,
  SVG_NAMESPACE,
  XML_NAMESPACE,
  type Span,
  type SvgAttribute,
  type SvgElement,
  type SvgText,
} from './tree.ts'
import { allowed, fits } from './value-types.ts'

export type FaultCode =
  | 'xml.namespace'
  | 'root.version'
  | 'root.base-profile'
  | 'root.position'
  | 'title.missing'
  | 'title.not-first'
  | 'title.duplicate'
  | `element.${ForbiddenKind}`
  | 'element.misplaced'
  | 'element.foreign'
  | 'text.misplaced'
  | 'attribute.event'
  | 'attribute.style'
  | 'attribute.forbidden'
  | 'attribute.foreign'
  | 'attribute.value'
  | 'attribute.two-ids'

export interface Fault {
  code: FaultCode
  span: Span
  /** The name of the element or attribute, or the text. */
  seen: string
  /** The element it is on or in. */
  in: string
  /** The value, and what would be allowed. */
  value?: string
  allowed?: string
}

const ROOT = PROFILE.get('svg')
const GROUP = PROFILE.get('g')

/** @param root an `svg`, of whatever namespace. */
export function schemaFaults(root: SvgElement): Fault[] {
  if (ROOT === undefined) return []
  const { namespace, opening: span, name } = root
  const isSvg = namespace === SVG_NAMESPACE
  const faults: Fault[] = [
    ...(isSvg ? [] : [{ code: 'xml.namespace' as const, span, seen: namespace, in: name }]),
    ...rootFaults(root),
    ...attributeFaults(root, ROOT),
    ...contentFaults(root, ROOT),
    ...examined(root)
      .slice(1)
      .flatMap(({ element, misfit }) =>
        misfit === null ? elementFaults(element) : [misfitFault(element, misfit)],
      ),
  ]
  return faults.sort((a, b) => a.span.start - b.span.start)
}

/** An element that is judged; what is in an element that has to go is not, unless it only wraps. */
interface Examined {
  element: SvgElement
  misfit: FaultCode | null
}

/** The root and all that is judged, in the order of the text. */
function examined(root: SvgElement): Examined[] {
  const all: Examined[] = []
  const stack = [root]
  for (let element = stack.pop(); element !== undefined; element = stack.pop()) {
    const misfit = element === root ? null : misfitOf(element)
    all.push({ element, misfit })
    const isEntered = misfit === null || (element.isSvg && isUnwrapped(element.local))
    // One by one: a file of nothing but elements has more of them than a call takes arguments.
    if (isEntered) for (const child of childElements(element).toReversed()) stack.push(child)
  }
  return all
}

/** Several ask for them, and a tree does not change once it is read. */
const STAYING = new WeakMap<SvgElement, SvgElement[]>()

/** The elements that may stay: those whose values and references are worth a look. */
export function stayingElements(root: SvgElement): readonly SvgElement[] {
  const known = STAYING.get(root)
  if (known !== undefined) return known
  const staying = examined(root).flatMap(({ element, misfit }) =>
    misfit === null ? [element] : [],
  )
  STAYING.set(root, staying)
  return staying
}

function misfitFault(element: SvgElement, code: FaultCode): Fault {
  return { code, span: element.tag, seen: element.name, in: element.parent?.name ?? '' }
}

function elementFaults(element: SvgElement): Fault[] {
  const profile = PROFILE.get(element.local)
  if (profile === undefined) return []
  return [...attributeFaults(element, profile), ...contentFaults(element, profile)]
}

/** What is wrong with the element's being where it is. */
function misfitOf(element: SvgElement): FaultCode | null {
  const { local, parent, isSvg } = element
  if (!isSvg) return 'element.foreign'
  const forbidden = forbiddenElement(local)
  if (forbidden !== null) return `element.${forbidden}`
  if (parent?.parent === null && local === 'title') return titleMisfit(element, parent)
  const around = profileAround(parent)
  return around?.children.has(local) === true && local !== 'title' ? null : 'element.misplaced'
}

/** What may stand in a wrapper that has to go may stand in a group. */
function profileAround(parent: SvgElement | null): ElementProfile | undefined {
  if (parent === null) return undefined
  const isRoot = parent.parent === null
  return isRoot ? ROOT : isUnwrapped(parent.local) ? GROUP : PROFILE.get(parent.local)
}

function titleMisfit(title: SvgElement, root: SvgElement): FaultCode | null {
  const siblings = childElements(root)
  if (siblings.find(({ local, isSvg }) => isSvg && local === 'title') !== title)
    return 'title.duplicate'
  return siblings[0] === title ? null : 'title.not-first'
}

function rootFaults(root: SvgElement): Fault[] {
  const faults: Fault[] = []
  const about = { span: root.opening, seen: '', in: root.name }
  const has = (name: string): boolean =>
    root.attributes.some((attribute) => attribute.name === name && attribute.namespace === '')
  if (!has('version')) faults.push({ code: 'root.version', ...about })
  if (!has('baseProfile')) faults.push({ code: 'root.base-profile', ...about })
  if (!childElements(root).some(({ local, isSvg }) => isSvg && local === 'title'))
    faults.push({ code: 'title.missing', ...about })
  return faults
}

function attributeFaults(element: SvgElement, profile: ElementProfile): Fault[] {
  const isRoot = element.parent === null
  const faults = element.attributes.flatMap((attribute) => {
    const code = attributeFault(attribute, profile, isRoot)
    if (code === null) return []
    const type = profile.attributes.get(schemaName(attribute))
    return [
      {
        code,
        span: attribute,
        seen: attribute.name,
        in: element.name,
        value: attribute.value,
        ...(type === undefined ? {} : { allowed: allowed(type) }),
      },
    ]
  })
  const ids = element.attributes.filter((attribute) => /^(?:xml:)?id$/.test(schemaName(attribute)))
  const [, second] = ids
  if (second !== undefined && profile.attributes.has('id'))
    faults.push({
      code: 'attribute.two-ids',
      span: second,
      seen: second.name,
      in: element.name,
      value: second.value,
    })
  return faults.map(({ span: { start, end }, ...fault }) => ({ ...fault, span: { start, end } }))
}

function attributeFault(
  attribute: SvgAttribute,
  profile: ElementProfile,
  isRoot: boolean,
): FaultCode | null {
  const name = schemaName(attribute)
  const type = profile.attributes.get(name)
  if (type === undefined) return forbiddenAttribute(attribute, isRoot)
  if (fits(type, attribute.value)) return null
  if (isRoot && name === 'version') return 'root.version'
  return isRoot && name === 'baseProfile' ? 'root.base-profile' : 'attribute.value'
}

function forbiddenAttribute({ namespace, local }: SvgAttribute, isRoot: boolean): FaultCode {
  if (namespace !== '') return 'attribute.foreign'
  if (local === 'style') return 'attribute.style'
  if (/^on[a-z]+$/i.test(local)) return 'attribute.event'
  return isRoot && (local === 'x' || local === 'y') ? 'root.position' : 'attribute.forbidden'
}

/** As the tables name it: `fill`, `xml:space`; the namespace in braces for all others. */
function schemaName({ namespace, local }: SvgAttribute): string {
  if (namespace === '') return local
  return namespace === XML_NAMESPACE ? `xml:${local}` : `{${namespace}}${local}`
}

function contentFaults(element: SvgElement, profile: ElementProfile): Fault[] {
  if (profile.text) return []
  return element.children
    .filter((child): child is SvgText => child.kind === 'text' && /[^ \t\r\n]/.test(child.text))
    .map(({ text, start, end }) => ({
      code: 'text.misplaced',
      span: { start, end },
      seen: text.trim(),
      in: element.name,
    }))
}

/** Attributes of the root that are there and change nothing. */
export function inertAttributes(root: SvgElement): SvgAttribute[] {
  return root.attributes.filter((attribute) =>
    INERT.some(([name, type]) => schemaName(attribute) === name && fits(type, attribute.value)),
  )
}
