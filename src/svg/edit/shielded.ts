/**
 * A drawing on its way through a parser of the page. Its styles are not meant for the page, whose content policy would
 * complain about each of them: so they travel under other names, and `ui/safe-svg.ts` gives them their own back.
 */
import { isTooHeavy } from '../compare/weight.ts'
import { readLogo, type Logo } from '../logo.ts'
import { editable } from './editable.ts'
import { cloneElement, everyElement, removeElements, type EditElement } from './element.ts'
import { writeDrawing } from './write.ts'

const SHIELD = 'data-signet-style'

/**
 * The drawing alone, entities expanded and prefixes gone. Null for what cannot be read as one, and for what a browser
 * would not finish drawing: copies of copies.
 */
export function shieldedText(text: string): string | null {
  return shieldedLogo(readLogo(new TextEncoder().encode(text)))
}

export function shieldedLogo(logo: Logo): string | null {
  const drawing = editable(logo)
  return drawing === null || isTooHeavy(drawing.root) ? null : writeShielded(drawing.root)
}

function writeShielded(root: EditElement): string {
  const copy = cloneElement(root)
  // No picture needs what acts, and the policy would complain about it too.
  removeElements(copy, ({ element }) => element.name === 'script')
  for (const { element } of everyElement(copy)) {
    for (const name of element.attributes.keys())
      if (/^on/i.test(name)) element.attributes.delete(name)
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
