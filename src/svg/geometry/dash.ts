/** A stretch of a path as its dashes (SVG Tiny 1.2 section 11.4). */
import type { Cubic, MoveOrLine } from '../values/path.ts'
import type { Point } from './box.ts'
import { pointAt, splitCubic, type Subpath } from './cubic.ts'
import type { Stroke } from './paint.ts'

/** More dashes than this are a texture, and are drawn as one line. */
const MOST = 2000

export function dashed(subpath: Subpath, { dashes, dashOffset }: Stroke): Subpath[] {
  const period = dashes.reduce((sum, each) => sum + each, 0)
  if (period <= 0) return [subpath]
  const walk = new Walk(dashes, ((dashOffset % period) + period) % period)
  let pen = subpath.start
  const closing: MoveOrLine[] = subpath.closed ? [{ type: 'L', ...subpath.start }] : []
  for (const curve of [...subpath.curves, ...closing]) {
    walk.along(pen, curve)
    pen = { x: curve.x, y: curve.y }
    if (walk.found.length > MOST) return [subpath]
  }
  return subpath.closed ? closedUp(walk.found, pen) : walk.found
}

/** The last dash of a closed line goes on as the first, with a join between them. */
function closedUp(found: readonly Subpath[], end: Point): Subpath[] {
  const [first, ...others] = found
  const last = others.at(-1)
  const tip = last?.curves.at(-1)
  if (first === undefined || last === undefined || tip === undefined) return [...found]
  const meets = (one: Point): boolean => Math.hypot(one.x - end.x, one.y - end.y) < 1e-6
  if (!meets(first.start) || !meets(tip)) return [...found]
  return [...others.slice(0, -1), { ...last, curves: [...last.curves, ...first.curves] }]
}

class Walk {
  readonly found: Subpath[] = []
  private readonly dashes: readonly number[]
  private index = 0
  private left: number
  private current: Subpath | null = null

  constructor(dashes: readonly number[], offset: number) {
    this.dashes = dashes
    this.left = dashes[0] ?? 0
    let skip = offset
    while (skip >= this.left && skip > 0) {
      skip -= this.left
      this.next()
    }
    this.left -= skip
  }

  along(from: Point, curve: Cubic | MoveOrLine): void {
    let pen = from
    let rest: Cubic | MoveOrLine = curve
    let length = lengthOf(pen, rest)
    while (length > this.left) {
      const [head, tail] = split(pen, rest, this.left)
      this.draw(pen, head)
      pen = { x: head.x, y: head.y }
      rest = tail
      length -= this.left
      this.current = null
      this.next()
      if (this.found.length > MOST) return
    }
    this.draw(pen, rest)
    this.left -= length
  }

  private draw(from: Point, curve: Cubic | MoveOrLine): void {
    if (this.index % 2 !== 0) return
    if (this.current === null) {
      this.current = { start: from, curves: [], closed: false }
      this.found.push(this.current)
    }
    this.current.curves.push(curve)
  }

  private next(): void {
    this.index = (this.index + 1) % this.dashes.length
    this.left = this.dashes[this.index] ?? 0
  }
}

const STEPS = 32

function lengthOf(from: Point, curve: Cubic | MoveOrLine): number {
  return stepsOf(from, curve).reduce((sum, each) => sum + each, 0)
}

function stepsOf(from: Point, curve: Cubic | MoveOrLine): number[] {
  const count = curve.type === 'C' ? STEPS : 1
  return Array.from({ length: count }, (_, i) => {
    const [a, b] = [pointAt(from, curve, i / count), pointAt(from, curve, (i + 1) / count)]
    return Math.hypot(b.x - a.x, b.y - a.y)
  })
}

function split(
  from: Point,
  curve: Cubic | MoveOrLine,
  at: number,
): [Cubic | MoveOrLine, Cubic | MoveOrLine] {
  const steps = stepsOf(from, curve)
  let left = at
  let t = 0
  for (const step of steps) {
    const part = step === 0 ? 0 : Math.min(1, left / step)
    t += part / steps.length
    left -= step
    if (left <= 0) break
  }
  if (curve.type === 'C') return splitCubic(from, curve, Math.min(t, 1))
  const middle = pointAt(from, curve, Math.min(t, 1))
  return [{ type: 'L', ...middle }, curve]
}
