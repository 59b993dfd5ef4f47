import type { Logo } from '../logo.ts'
import type { XmlDocument } from '../read-xml.ts'
import type { SvgAttribute, SvgElement } from '../tree.ts'
import { childElements, XML_NAMESPACE } from '../tree.ts'
import type { Drawing, EditElement, EditNode } from './element.ts'

export const XLINK_NAMESPACE = 'http://www.w3.org/1999/xlink'

/** Far deeper than any drawing, and not so deep that walking it exhausts the stack. Browsers stop at 512. */
const DEEPEST = 500

/** A logo that could be read, as a drawing to change; null for anything else. Entities come expanded. */
export function editable({ root, document, text }: Logo): Drawing | null {
  if (root === null || document === null || isDeeper(root)) return null
  return {
    before: text.slice(0, root.start),
    root: new Copy(document).element(root),
    after: text.slice(root.end),
  }
}

/** Level by level: a walk that calls itself would be what it looks out for. */
function isDeeper(root: SvgElement): boolean {
  let level = [root]
  for (let depth = 0; depth < DEEPEST && level.length > 0; depth += 1)
    level = level.flatMap(childElements)
  return level.length > 0
}

interface Remark {
  start: number
  end: number
  node: EditNode
}

class Copy {
  private readonly remarks: Remark[]
  private next = 0
  private readonly document: XmlDocument

  constructor(document: XmlDocument) {
    this.document = document
    const { text, comments, instructions } = document
    const remark = (kind: 'comment' | 'instruction') => (span: { start: number; end: number }) => ({
      start: span.start,
      end: span.end,
      node: { kind, source: text.slice(span.start, span.end) },
    })
    this.remarks = [
      ...comments.map(remark('comment')),
      ...instructions.map(remark('instruction')),
    ].sort((a, b) => a.start - b.start)
  }

  element(element: SvgElement): EditElement {
    const { local, name, isSvg, start, end } = element
    const children: EditNode[] = []
    let from = element.tag.end
    for (const child of element.children) {
      children.push(...this.between(from, child.start))
      children.push(
        child.kind === 'element' ? this.element(child) : { kind: 'text', text: child.text },
      )
      from = child.end
    }
    children.push(...this.between(from, end))
    const attributes = new Map(element.attributes.map((each) => [nameOf(each), each.value]))
    if (element.parent === null)
      for (const [key, value] of this.declared()) attributes.set(key, value)
    return {
      kind: 'element',
      name: isSvg ? local : name,
      isSvg,
      attributes,
      children,
      origin: { start, end },
    }
  }

  /** Asked in the order of the text, so that each remark is looked at once. */
  private between(start: number, end: number): EditNode[] {
    const { remarks } = this
    while ((remarks[this.next]?.start ?? Infinity) < start) this.next += 1
    const first = this.next
    while ((remarks[this.next]?.end ?? Infinity) <= end) this.next += 1
    return remarks.slice(first, this.next).map(({ node }) => node)
  }

  /** All on the root: a prefix that is declared twice with two meanings is beyond any drawing program. */
  private declared(): [string, string][] {
    return this.document.declarations
      .filter(({ prefix, value }) => prefix !== '' && value !== '')
      .map(({ name, value }) => [name, value])
  }
}

function nameOf({ name, local, namespace }: SvgAttribute): string {
  if (namespace === '') return local
  if (namespace === XLINK_NAMESPACE) return `xlink:${local}`
  return namespace === XML_NAMESPACE ? `xml:${local}` : name
}
