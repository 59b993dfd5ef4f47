/** The only file that knows paper: what two filled paths have in common, together, or apart. */
import paper from 'paper/dist/paper-core.js'
import type { Segment } from '../values/path.ts'
import { subpathsOf, type Simple } from './cubic.ts'
import type { FillRule } from './polygon.ts'

export type Operation = 'intersect' | 'unite' | 'subtract'

export interface FilledPath {
  segments: readonly Segment[]
  rule: FillRule
}

/** Paper wants a project around its paths; nothing is ever drawn in it. */
function withProject(): void {
  if (paper.project === null || paper.project === undefined) paper.setup(new paper.Size(1, 1))
}

/** A path that fills the same under either rule. Empty when nothing is left. */
export function combine(one: FilledPath, operation: Operation, other: FilledPath): Simple[] {
  withProject()
  const result = toPaper(one)[operation](toPaper(other), { insert: false })
  return fromPaper(result)
}

/** The filled area itself: without crossings and without edges inside. */
export function resolve(path: FilledPath): Simple[] {
  withProject()
  const item = toPaper(path)
  return fromPaper(item.unite(item, { insert: false }))
}

function toPaper({ segments, rule }: FilledPath): paper.CompoundPath {
  const compound = new paper.CompoundPath({ insert: false, fillRule: rule })
  for (const { start, curves } of subpathsOf(segments)) {
    if (curves.length === 0) continue
    // On each: a compound of one is reduced to that one, which then goes by its own rule.
    const path = new paper.Path({ insert: false, fillRule: rule })
    path.moveTo(new paper.Point(start.x, start.y))
    for (const curve of curves) {
      const to = new paper.Point(curve.x, curve.y)
      if (curve.type === 'C')
        path.cubicCurveTo(
          new paper.Point(curve.x1, curve.y1),
          new paper.Point(curve.x2, curve.y2),
          to,
        )
      else path.lineTo(to)
    }
    path.closePath()
    compound.addChild(path)
  }
  return compound
}

function fromPaper(item: paper.PathItem): Simple[] {
  const paths = item instanceof paper.CompoundPath ? item.children : [item]
  return paths.flatMap((path) => (path instanceof paper.Path ? closedPath(path) : []))
}

function closedPath(path: paper.Path): Simple[] {
  if (path.segments.length < 2) return []
  const { x, y } = path.firstSegment.point
  const curves = path.curves.map(({ point1, handle1, handle2, point2 }): Simple => {
    const isStraight = handle1.isZero() && handle2.isZero()
    if (isStraight) return { type: 'L', x: point2.x, y: point2.y }
    return {
      type: 'C',
      x1: point1.x + handle1.x,
      y1: point1.y + handle1.y,
      x2: point2.x + handle2.x,
      y2: point2.y + handle2.y,
      x: point2.x,
      y: point2.y,
    }
  })
  const last = curves.at(-1)
  if (last?.type === 'L' && path.closed) curves.pop()
  return [{ type: 'M', x, y }, ...curves, { type: 'Z' }]
}
