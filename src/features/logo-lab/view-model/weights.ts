/** What the bytes of a logo are spent on, so that one knows where to save. Each byte counts once. */
import type { Logo } from '../../../svg/logo.ts'
import type { XmlDocument } from '../../../svg/read-xml.ts'
import { childElements, type Span, type SvgElement } from '../../../svg/tree.ts'

export interface Weight {
  /** "Paths", "Metadata of editors". */
  name: string
  bytes: number
}

const WHOLE: readonly (readonly [name: string, elements: RegExp])[] = [
  ['Gradients', /^(linearGradient|radialGradient|solidColor)$/],
  ['Bitmaps', /^(image|foreignObject)$/],
  ['Style sheets', /^style$/],
  ['Text', /^(text|textArea)$/],
  ['Filters, masks and clips', /^(filter|mask|clipPath|pattern|marker)$/],
  ['Scripts and animation', /^(script|handler|set|animate\w*|discard)$/],
  ['Title and description', /^(title|desc)$/],
  ['Metadata of editors', /^metadata$/],
]

const SHAPE = /^(rect|circle|ellipse|line|polyline|polygon|use)$/

/** The heaviest first; empty for what could not be read. */
export function weightsOf({ root, document, text, bytes }: Logo): Weight[] {
  if (root === null || document === null) return []
  const sums = new Map<string, number>()
  const add = (name: string, { start, end }: Span): void => {
    sums.set(name, (sums.get(name) ?? 0) + byteLength(text.slice(start, end)))
  }
  for (const remark of outside(document)) add('Comments and declarations', remark)
  const stack: SvgElement[] = [root]
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const whole = wholeKind(next)
    if (whole !== null) add(whole, next)
    else {
      add(ownKind(next), next.tag)
      for (const child of childElements(next)) stack.push(child)
    }
  }
  const known = [...sums.values()].reduce((sum, one) => sum + one, 0)
  const rest = bytes - known
  return [...sums, ['Blanks and closing tags', rest] as const]
    .filter(([, size]) => size > 0)
    .map(([name, size]) => ({ name, bytes: size }))
    .sort((a, b) => b.bytes - a.bytes)
}

function wholeKind(element: SvgElement): string | null {
  if (!element.isSvg) return 'Metadata of editors'
  return WHOLE.find(([, elements]) => elements.test(element.local))?.[0] ?? null
}

function ownKind({ local }: SvgElement): string {
  if (local === 'path') return 'Paths'
  return SHAPE.test(local) ? 'Other shapes' : 'Groups and the root'
}

/** Remarks inside what is weighed as a whole would count twice. */
function outside({ root, doctype, comments, instructions }: XmlDocument): Span[] {
  const wholes: SvgElement[] = []
  const stack = root === null ? [] : [root]
  for (let next = stack.pop(); next !== undefined; next = stack.pop())
    if (wholeKind(next) !== null) wholes.push(next)
    else for (const child of childElements(next)) stack.push(child)
  const byStart = (a: Span, b: Span): number => a.start - b.start
  const remarks = [...(doctype === null ? [] : [doctype]), ...comments, ...instructions]
  wholes.sort(byStart)
  let at = 0
  return remarks.toSorted(byStart).filter(({ start, end }) => {
    while ((wholes[at]?.end ?? Infinity) <= start) at += 1
    const whole = wholes[at]
    return whole === undefined || start < whole.start || end > whole.end
  })
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length
}
