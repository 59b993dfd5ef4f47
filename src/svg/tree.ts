/** An SVG as a tree of plain objects, each with its place in the text (UTF-16 code units from 0). */

export const SVG_NAMESPACE = 'http://www.w3.org/2000/svg'
export const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace'
export const XMLNS_NAMESPACE = 'http://www.w3.org/2000/xmlns/'

export interface Span {
  start: number
  end: number
}

export interface SvgElement extends Span {
  kind: 'element'
  /** As written, with its prefix. */
  name: string
  local: string
  /** Empty for none. */
  namespace: string
  /** Is it of the root's namespace, where the root is an `svg`? Then a missing namespace is told once, at the root. */
  isSvg: boolean
  /** Without declarations of namespaces. */
  attributes: SvgAttribute[]
  children: SvgNode[]
  parent: SvgElement | null
  /** Of the start tag, with its brackets. */
  tag: Span
  /** Of its beginning: the bracket and the name. */
  opening: Span
}

export interface SvgAttribute extends Span {
  name: string
  local: string
  /** Empty for none. */
  namespace: string
  /** Entities expanded, blanks normalised. */
  value: string
  /** Between the quotes. */
  valueSpan: Span
}

/** Characters and CDATA, as one run. */
export interface SvgText extends Span {
  kind: 'text'
  text: string
}

export type SvgNode = SvgElement | SvgText

export interface Declaration extends SvgAttribute {
  /** Empty for the default namespace. */
  prefix: string
  used: boolean
}

export function elementsIn(element: SvgElement): SvgElement[] {
  const all: SvgElement[] = []
  const stack = [element]
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    all.push(next)
    const inner = childElements(next)
    for (let i = inner.length - 1; i >= 0; i--) {
      const child = inner[i]
      if (child !== undefined) stack.push(child)
    }
  }
  return all
}

export function childElements(element: SvgElement): SvgElement[] {
  return element.children.filter((child) => child.kind === 'element')
}

export function textOf(element: SvgElement): string {
  return element.children.map((child) => (child.kind === 'text' ? child.text : '')).join('')
}

/** An attribute without namespace. */
export function attributeOf(element: SvgElement, name: string): SvgAttribute | undefined {
  return element.attributes.find(({ local, namespace }) => local === name && namespace === '')
}

/** An offset in a value as an offset in the text; the whole value where the two differ in length. */
export function spanInValue({ value, valueSpan }: SvgAttribute, offset: number, length = 1): Span {
  const { start, end } = valueSpan
  if (end - start !== value.length) return valueSpan
  return { start: Math.min(start + offset, end), end: Math.min(start + offset + length, end) }
}
