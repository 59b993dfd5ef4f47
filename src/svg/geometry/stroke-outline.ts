/** The area that a stroke paints, as a path to be filled by the nonzero rule. */
import type { Cubic, MoveOrLine, Segment } from '../values/path.ts'
import type { Point } from './box.ts'
import { pointAt, splitCubic, subpathsOf, type Subpath } from './cubic.ts'
import { dashed } from './dash.ts'
import type { Stroke } from './paint.ts'

/** A line, or a cubic that turns little, with the directions at its ends. */
interface Piece {
  from: Point
  curve: Cubic | MoveOrLine
  first: Point
  last: Point
}

export function strokeOutline(segments: readonly Segment[], stroke: Stroke): Segment[] {
  const half = stroke.width / 2
  return subpathsOf(segments)
    .flatMap((subpath) => dashed(subpath, stroke))
    .flatMap((subpath) => outlineOfSubpath(subpath, stroke, half))
}

function outlineOfSubpath(subpath: Subpath, stroke: Stroke, half: number): Segment[] {
  const pieces = piecesOf(subpath)
  if (pieces.length === 0)
    return subpath.curves.length > 0 || subpath.closed ? dot(subpath.start, stroke, half) : []
  const back = pieces.map(reversed).toReversed()
  if (subpath.closed) return [...ring(pieces, stroke, half), ...ring(back, stroke, half)]
  return [
    ...side(pieces, stroke, half, true),
    ...capAfter(pieces, stroke, half),
    ...side(back, stroke, half, false),
    ...capAfter(back, stroke, half),
    { type: 'Z' },
  ]
}

/** A stroke without length shows its caps (SVG Tiny 1.2 section 11.4). */
function dot({ x, y }: Point, { cap }: Stroke, half: number): Segment[] {
  if (cap === 'butt') return []
  const east: Piece = {
    from: { x, y },
    curve: { type: 'L', x, y },
    first: { x: 1, y: 0 },
    last: { x: 1, y: 0 },
  }
  const west: Piece = { ...east, first: { x: -1, y: 0 }, last: { x: -1, y: 0 } }
  return [
    { type: 'M', x, y: y - half },
    ...capAfter([east], { cap }, half),
    ...capAfter([west], { cap }, half),
    { type: 'Z' },
  ]
}

function ring(pieces: readonly Piece[], stroke: Stroke, half: number): Segment[] {
  const [first] = pieces
  const last = pieces.at(-1)
  if (first === undefined || last === undefined) return []
  return [...side(pieces, stroke, half, true), ...join(last, first, stroke, half), { type: 'Z' }]
}

/** The left-hand side, all along. */
function side(pieces: readonly Piece[], stroke: Stroke, half: number, begins: boolean): Segment[] {
  return pieces.flatMap((piece, i) => {
    const before = pieces[i - 1]
    const start = offset(piece.from, piece.first, half)
    const lead: Segment[] =
      before !== undefined
        ? join(before, piece, stroke, half)
        : begins
          ? [{ type: 'M', ...start }]
          : []
    return [...lead, beside(piece, half)]
  })
}

function offset({ x, y }: Point, direction: Point, by: number): Point {
  return { x: x + direction.y * by, y: y - direction.x * by }
}

/** The piece, moved sideways: the handles shrink or grow with the chord. */
function beside({ from, curve, first, last }: Piece, half: number): Segment {
  const start = offset(from, first, half)
  const end = offset(curve, last, half)
  if (curve.type !== 'C') return { type: 'L', ...end }
  const [dx, dy] = [curve.x - from.x, curve.y - from.y]
  const chord = dx * dx + dy * dy
  const factor = ((end.x - start.x) * dx + (end.y - start.y) * dy) / (chord === 0 ? 1 : chord)
  if (factor <= 0) return { type: 'L', ...end }
  const [out, back] = [
    Math.hypot(curve.x1 - from.x, curve.y1 - from.y) * factor,
    Math.hypot(curve.x - curve.x2, curve.y - curve.y2) * factor,
  ]
  return {
    type: 'C',
    x1: start.x + first.x * out,
    y1: start.y + first.y * out,
    x2: end.x - last.x * back,
    y2: end.y - last.y * back,
    ...end,
  }
}

function join(before: Piece, after: Piece, stroke: Stroke, half: number): Segment[] {
  const corner = after.from
  const [from, to] = [offset(corner, before.last, half), offset(corner, after.first, half)]
  const cosine = before.last.x * after.first.x + before.last.y * after.first.y
  const turn = before.last.x * after.first.y - before.last.y * after.first.x
  if (Math.abs(turn) < 1e-6 && cosine > 0) return [{ type: 'L', ...to }]
  // After a turn to the left, this side is the inner one.
  if (turn < 0)
    return [
      { type: 'L', ...corner },
      { type: 'L', ...to },
    ]
  if (stroke.join === 'round') return [arc(to, half)]
  if (stroke.join === 'miter') {
    const halfAngle = Math.sqrt(Math.max(0, (1 - cosine) / 2))
    const ratio = 1 / Math.max(Math.sqrt(Math.max(0, 1 - halfAngle * halfAngle)), 1e-9)
    if (ratio <= stroke.miterLimit) {
      const reach = half * Math.tan(Math.acos(Math.min(1, Math.max(-1, cosine))) / 2)
      const tip = { x: from.x + before.last.x * reach, y: from.y + before.last.y * reach }
      return [
        { type: 'L', ...tip },
        { type: 'L', ...to },
      ]
    }
  }
  return [{ type: 'L', ...to }]
}

function capAfter(pieces: readonly Piece[], { cap }: Pick<Stroke, 'cap'>, half: number): Segment[] {
  const piece = pieces.at(-1)
  if (piece === undefined) return []
  const { curve, last } = piece
  const across = offset(curve, last, -half)
  if (cap === 'round') return [arc(across, half)]
  if (cap === 'butt') return [{ type: 'L', ...across }]
  const ahead = ({ x, y }: Point): Point => ({ x: x + last.x * half, y: y + last.y * half })
  return [
    { type: 'L', ...ahead(offset(curve, last, half)) },
    { type: 'L', ...ahead(across) },
    { type: 'L', ...across },
  ]
}

function arc({ x, y }: Point, radius: number): Segment {
  return { type: 'A', rx: radius, ry: radius, angle: 0, large: false, sweep: true, x, y }
}

function reversed({ from, curve, first, last }: Piece): Piece {
  const back =
    curve.type === 'C'
      ? { ...curve, x1: curve.x2, y1: curve.y2, x2: curve.x1, y2: curve.y1, x: from.x, y: from.y }
      : { ...curve, x: from.x, y: from.y }
  return {
    from: { x: curve.x, y: curve.y },
    curve: back,
    first: { x: -last.x, y: -last.y },
    last: { x: -first.x, y: -first.y },
  }
}

function piecesOf({ start, curves, closed }: Subpath): Piece[] {
  const pieces: Piece[] = []
  let pen = start
  for (const curve of curves) {
    pieces.push(...gentle(pen, curve, 0))
    pen = { x: curve.x, y: curve.y }
  }
  if (closed) pieces.push(...gentle(pen, { type: 'L', ...start }, 0))
  return pieces
}

/** Parted until each part turns by less than twenty degrees or so. */
function gentle(from: Point, curve: Cubic | MoveOrLine, depth: number): Piece[] {
  if (curve.type !== 'C') {
    const direction = unit(from, curve)
    return direction === null ? [] : [{ from, curve, first: direction, last: direction }]
  }
  const [c1, c2] = [
    { x: curve.x1, y: curve.y1 },
    { x: curve.x2, y: curve.y2 },
  ]
  const first = unit(from, c1) ?? unit(from, c2) ?? unit(from, curve)
  const last = unit(c2, curve) ?? unit(c1, curve) ?? unit(from, curve)
  if (first === null || last === null) return []
  const chord = unit(from, curve)
  const middle = unit(c1, c2) ?? chord
  const isGentle =
    chord !== null && [first, last, middle].every((each) => each !== null && near(each, chord))
  if (isGentle || depth >= 8) return [{ from, curve, first, last }]
  const [one, other] = splitCubic(from, curve, 0.5)
  return [...gentle(from, one, depth + 1), ...gentle(pointAt(from, curve, 0.5), other, depth + 1)]
}

function near(one: Point, other: Point): boolean {
  return one.x * other.x + one.y * other.y > 0.984
}

function unit(from: Point, to: Point): Point | null {
  const [x, y] = [to.x - from.x, to.y - from.y]
  const length = Math.hypot(x, y)
  return length < 1e-9 ? null : { x: x / length, y: y / length }
}
