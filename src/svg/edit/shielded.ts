/**
 * A drawing on its way through a parser of the page. Its styles are not meant for the page, whose content policy would
 * complain about each of them: so they travel under other names, and `ui/safe-svg.ts` gives them their own back.
 */
import { readLogo } from '../logo.ts'
import { editable } from './editable.ts'
import { cloneElement, everyElement, type EditElement } from './element.ts'
import { writeDrawing } from './write.ts'

const SHIELD = 'data-signet-style'

/** The drawing alone, entities expanded and prefixes gone; null for what cannot be read as one. */
export function shieldedText(text: string): string | null {
  const drawing = editable(readLogo(new TextEncoder().encode(text)))
  return drawing === null ? null : writeShielded(drawing.root)
}

export function writeShielded(root: EditElement): string {
  const copy = cloneElement(root)
  for (const { element } of everyElement(copy)) {
    const style = element.attributes.get('style')
    if (style !== undefined) {
      element.attributes.delete('style')
      element.attributes.set(SHIELD, style)
    }
    if (!element.isSvg || element.name !== 'style') continue
    element.name = 'metadata'
    element.attributes = new Map([[SHIELD, '']])
  }
  return writeDrawing({ before: '', root: copy, after: '' })
}
