/** A drawing as it looks: drawn at several sizes, on two backgrounds. */
import type { Drawing } from '../edit/element.ts'
import { comparePixels, type Difference } from './compare.ts'
import { layoutOf, pixelsFor, sized, type Layout } from './frame.ts'
import { isUniform, type Pixels } from './pixels.ts'

/**
 * Draws an SVG, which has its `width` and `height` in pixels, on a background. `size` is the longer side. Throws or
 * rejects when it cannot be drawn.
 */
export type Render = (svg: string, size: number, background: string) => Promise<Pixels>

export interface View {
  size: number
  background: string
}

/** From an inbox to a large preview; on white, and on a colour that neither black nor white art hides in. */
export const VIEWS: readonly View[] = [32, 96, 160, 512].flatMap((size) =>
  ['#ffffff', '#3a4a86'].map((background) => ({ size, background })),
)

/** What a browser takes for the size of a picture that has none (CSS 2 section 10.3.2). */
const UNSIZED: Layout = { frame: { x: 0, y: 0, width: 300, height: 150 }, width: 300, height: 150 }

/** @param like lays out a drawing that does not say how large it is. */
export function draw(
  drawing: Drawing,
  { size, background }: View,
  render: Render,
  like: Layout | null = null,
): Promise<Pixels> {
  const layout = layoutOf(drawing.root) ?? like ?? UNSIZED
  return render(sized(drawing, pixelsFor(layout, size), layout.frame), size, background)
}

export async function drawAll(
  drawing: Drawing,
  views: readonly View[],
  render: Render,
  like: Layout | null = null,
): Promise<Pixels[]> {
  const images: Pixels[] = []
  for (const view of views) images.push(await draw(drawing, view, render, like))
  return images
}

export interface ViewDifference extends View {
  difference: Difference
}

export function compareAll(
  views: readonly View[],
  before: readonly Pixels[],
  after: readonly Pixels[],
): ViewDifference[] {
  return views.flatMap((view, i) => {
    const [a, b] = [before[i], after[i]]
    return a === undefined || b === undefined ? [] : [{ ...view, difference: comparePixels(a, b) }]
  })
}

/** Nothing but the background on any of them. */
export function isBlank(images: readonly Pixels[]): boolean {
  if (!images.every(isUniform)) return false
  const colours = new Set(images.map(({ data }) => data.slice(0, 3).join()))
  return colours.size > 1
}
