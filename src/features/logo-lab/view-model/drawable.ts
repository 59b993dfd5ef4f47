import { layoutOf, pixelsFor, sized } from '../../../svg/compare/frame.ts'
import { editable } from '../../../svg/edit/editable.ts'
import { readLogo, type Logo } from '../../../svg/logo.ts'

export interface Fitted {
  svg: string
  /** In pixels; the longer side is the one that was asked for. */
  width: number
  height: number
}

/** The drawing with its own proportions, as large as a square of this side can hold. */
export function fittedText(text: string, side: number): Fitted | null {
  const drawing = editable(readLogo(new TextEncoder().encode(text)))
  const layout = drawing === null ? null : layoutOf(drawing.root)
  if (drawing === null || layout === null) return null
  const size = pixelsFor(layout, side)
  return { svg: sized(drawing, size, layout.frame), ...size }
}

/** "200 by 160": the frame that is shown, in its own units. */
export function frameOf(logo: Logo): string {
  const layout = layoutIn(logo)
  if (layout === null) return 'it does not say how large it is'
  const { width, height } = layout.frame
  return `${round(width)} by ${round(height)}`
}

/** Does it say how large it is? */
export function isFramed(logo: Logo): boolean {
  return layoutIn(logo) !== null
}

function layoutIn(logo: Logo): ReturnType<typeof layoutOf> {
  const drawing = editable(logo)
  return drawing === null ? null : layoutOf(drawing.root)
}

function round(number: number): string {
  return String(Math.round(number * 100) / 100)
}
