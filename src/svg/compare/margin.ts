/** A margin adds room around a drawing, and nothing else. */
import type { Drawing } from '../edit/element.ts'
import { comparePixels, type Difference } from './compare.ts'
import { layoutOf, pixelsFor, sized, type Frame, type Size } from './frame.ts'
import type { Render, View, ViewDifference } from './look.ts'
import type { Pixels } from './pixels.ts'

export interface MarginTrouble {
  view: ViewDifference
  why: string
}

const MOVED = 'The drawing would no longer look the same within its margin, so none was added'
const REVEALED = 'Parts of the drawing outside its frame would show in a margin, so none was added'

/** Null when the drawing stands unchanged in its old frame, and around it there is one colour. */
export async function marginTrouble(
  before: Drawing,
  after: Drawing,
  views: readonly View[],
  render: Render,
): Promise<MarginTrouble | null> {
  const old = layoutOf(before.root)
  const now = layoutOf(after.root)
  if (old === null || now === null) return null
  const [first] = views
  if (first !== undefined && !contains(now.frame, old.frame))
    return { view: { ...first, difference: ALL }, why: MOVED }
  for (const view of views) {
    const size = pixelsFor(old.frame, view.size)
    const [a, b] = [
      await render(sized(before, size, old.frame), view.size, view.background),
      await render(sized(after, size, old.frame), view.size, view.background),
    ]
    const difference = comparePixels(a, b)
    if (difference.isVisible) return { view: { ...view, difference }, why: MOVED }
    const whole = pixelsFor(now.frame, view.size)
    const image = await render(sized(after, whole, now.frame), view.size, view.background)
    const revealed = aroundFrame(image, now.frame, old.frame, whole)
    if (revealed.isVisible) return { view: { ...view, difference: revealed }, why: REVEALED }
  }
  return null
}

const ALL: Difference = { isVisible: true, share: 1, largest: 255, box: null }

function contains(outer: Frame, inner: Frame): boolean {
  const slack = inner.width / 1000
  return (
    outer.x <= inner.x + slack &&
    outer.y <= inner.y + slack &&
    outer.x + outer.width >= inner.x + inner.width - slack &&
    outer.y + outer.height >= inner.y + inner.height - slack
  )
}

/** Pixels outside the old frame that are not of the colour of the corner, a pixel of smoothing aside. */
function aroundFrame(
  { data }: Pixels,
  now: Frame,
  old: Frame,
  { width, height }: Size,
): Difference {
  const scale = width / now.width
  const left = (old.x - now.x) * scale - 1
  const top = (old.y - now.y) * scale - 1
  const right = left + old.width * scale + 2
  const bottom = top + old.height * scale + 2
  let seen = 0
  let largest = 0
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      if (x + 1 > left && x < right && y + 1 > top && y < bottom) continue
      const at = (y * width + x) * 4
      const off = Math.max(
        ...[0, 1, 2, 3].map((i) => Math.abs((data[at + i] ?? 0) - (data[i] ?? 0))),
      )
      if (off > largest) largest = off
      if (off > 8) seen += 1
    }
  return { isVisible: seen > 2, share: seen / (width * height), largest, box: null }
}
