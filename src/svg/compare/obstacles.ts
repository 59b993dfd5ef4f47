/** Why a repair could not be held against the original. */
import type { Obstacle } from '../fixes/fix.ts'

export type Reason = Omit<Obstacle, 'origin'>

export const UNREADABLE: Reason = {
  element: 'svg',
  why: 'The file cannot be read as a drawing, so there is nothing to repair',
  advice: 'Export the logo as SVG again.',
}

export const TOO_HEAVY: Reason = {
  element: 'use',
  why: 'The drawing asks for more than 50,000 copies of its parts, or for as much work, so it was not drawn and compared',
  advice: 'Draw the logo with fewer copies and effects.',
}

export const TOO_MANY: Reason = {
  element: 'svg',
  why: 'The drawing has more than 50,000 elements, which no repair brings to the size of a logo, so none was tried',
  advice: 'Simplify the drawing in the program that it was made with.',
}

export const BLANK: Reason = {
  element: 'svg',
  why: 'Nothing shows when the original is drawn, so before and after cannot be compared',
  advice:
    'Open the file in the program that it was drawn with, see that it shows, and export it again.',
}

export const NO_FONTS: Reason = {
  element: 'text',
  why: 'There are no fonts here, so text that was changed cannot be compared',
  advice: 'Turn the text into paths in the program that it was drawn with.',
}

export const NO_RENDERER: Reason = {
  element: 'svg',
  why: 'There is nothing here to draw the logo with, so before and after cannot be compared',
  advice: 'Repair the logo on the page, or install all of the project’s packages.',
}

export function undrawable(error: unknown): Reason {
  const why = error instanceof Error ? error.message : String(error)
  return {
    element: 'svg',
    why: `The drawing could not be drawn for comparison: ${why}`,
    advice: 'Export the logo as SVG again.',
  }
}
