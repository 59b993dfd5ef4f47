import { SVG_NAMESPACE } from '../tree.ts'
import { XLINK_NAMESPACE } from './editable.ts'
import type { Drawing, EditElement, EditNode } from './element.ts'
import { everyElement } from './element.ts'

/** A drawing as text. What `readLogo` makes of it is the same drawing. */
export function writeDrawing({ before, root, after }: Drawing): string {
  return `${before}${writeElement(withDeclarations(root))}${after}`
}

/** One element with what is in it, without declarations of namespaces: for showing what a repair changed. */
export function writeElement({ name, attributes, children }: EditElement): string {
  return children.length === 0
    ? `${startTag(name, attributes, '/')}`
    : `${startTag(name, attributes, '')}${children.map(writeNode).join('')}</${name}>`
}

/** The start tag alone. */
export function startTag(name: string, attributes: ReadonlyMap<string, string>, end = ''): string {
  const written = [...attributes].map(([key, value]) => ` ${writeAttribute(key, value)}`)
  return `<${name}${written.join('')}${end}>`
}

export function writeAttribute(name: string, value: string): string {
  return `${name}="${escapeAttribute(value)}"`
}

function writeNode(node: EditNode): string {
  if (node.kind === 'text') return escapeText(node.text)
  return node.kind === 'element' ? writeElement(node) : node.source
}

/** The namespace of SVG first, that of XLink where it is used; the others as they came. */
function withDeclarations(root: EditElement): EditElement {
  const attributes = new Map([['xmlns', SVG_NAMESPACE]])
  const usesXlink = everyElement(root).some(({ element }) =>
    [...element.attributes.keys()].some((name) => name.startsWith('xlink:')),
  )
  if (usesXlink) attributes.set('xmlns:xlink', XLINK_NAMESPACE)
  for (const [name, value] of root.attributes) attributes.set(name, value)
  return { ...root, attributes }
}

/** XML 1.0 sections 2.4 and 3.3.3: what would end the value, or be changed when it is read back. */
function escapeAttribute(value: string): string {
  return value.replace(/[&<"\t\n\r]/g, (character) => ESCAPES.get(character) ?? character)
}

function escapeText(text: string): string {
  return text.replace(/[&<>\r]/g, (character) => ESCAPES.get(character) ?? character)
}

const ESCAPES = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ['\t', '&#9;'],
  ['\n', '&#10;'],
  ['\r', '&#13;'],
])
