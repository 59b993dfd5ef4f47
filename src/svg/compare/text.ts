/** Text is drawn with the fonts that are there, and without fonts not at all: then equal pixels prove nothing about it. */
import { everyElement, type Drawing } from '../edit/element.ts'
import { writeElement } from '../edit/write.ts'
import type { Render } from './look.ts'
import { isUniform } from './pixels.ts'

/** Are the elements of text the same on both sides, as they are written? */
export function sameTexts(a: Drawing, b: Drawing): boolean {
  return textsOf(a) === textsOf(b)
}

function textsOf({ root }: Drawing): string {
  return everyElement(root)
    .filter(({ element }) => element.isSvg && /^text(?:Area)?$/.test(element.name))
    .map(({ element }) => writeElement(element))
    .join('\n')
}

const SAMPLE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="32" height="32" viewBox="0 0 32 32">' +
  '<text x="2" y="26" font-size="24">Mg</text></svg>'

export async function canDrawText(render: Render): Promise<boolean> {
  try {
    return !isUniform(await render(SAMPLE, 32, '#ffffff'))
  } catch {
    return false
  }
}
