/** A guess beforehand of how long the path library would take: it looks at every pair of curves that may meet. */
import type { Box } from './box.ts'
import { boundsOf, subpathsOf, type Simple } from './cubic.ts'

/** Pairs of curves whose boxes overlap. Ordinary drawings have some hundreds. */
const MOST_PAIRS = 3000

/** Null when it would be too long, else how many pairs there are. */
export function pairsIn(paths: readonly (readonly Simple[])[]): number | null {
  const boxes = paths.flatMap(curveBoxes).sort((a, b) => a.left - b.left)
  let pairs = 0
  let open: Box[] = []
  for (const box of boxes) {
    open = open.filter(({ right }) => right > box.left)
    for (const other of open)
      if (other.top < box.bottom && box.top < other.bottom && ++pairs > MOST_PAIRS) return null
    open.push(box)
  }
  return pairs
}

/** Lines along an axis have boxes without area, which overlap with nothing: so they get a hair's breadth. */
function curveBoxes(path: readonly Simple[]): Box[] {
  return subpathsOf(path).flatMap(({ start, curves }) => {
    let pen = start
    return curves.flatMap((curve) => {
      const box = boundsOf([{ type: 'M', ...pen }, curve])
      pen = { x: curve.x, y: curve.y }
      return box === null ? [] : [{ ...box, right: box.right + 1e-9, bottom: box.bottom + 1e-9 }]
    })
  })
}
