import type { Arc, Cubic, MoveOrLine } from './path.ts'

/** SVG 1.1 section F.6: from end points to centre, then one cubic for each quarter turn or less. */
export function arcToCubics(from: { x: number; y: number }, arc: Arc): (Cubic | MoveOrLine)[] {
  if (from.x === arc.x && from.y === arc.y) return []
  if (arc.rx === 0 || arc.ry === 0) return [{ type: 'L', x: arc.x, y: arc.y }]
  const { cx, cy, rx, ry, phi, start, turn } = centred(from, arc)
  const count = Math.max(1, Math.ceil(Math.abs(turn) / (Math.PI / 2) - 1e-9))
  const step = turn / count
  const handle = (4 / 3) * Math.tan(step / 4)
  const [cos, sin] = [Math.cos(phi), Math.sin(phi)]
  const place = (x: number, y: number): { x: number; y: number } => ({
    x: cx + cos * rx * x - sin * ry * y,
    y: cy + sin * rx * x + cos * ry * y,
  })
  return Array.from({ length: count }, (_, i) => {
    const [a, b] = [start + i * step, start + (i + 1) * step]
    const first = place(Math.cos(a) - handle * Math.sin(a), Math.sin(a) + handle * Math.cos(a))
    const second = place(Math.cos(b) + handle * Math.sin(b), Math.sin(b) - handle * Math.cos(b))
    const end = i === count - 1 ? arc : place(Math.cos(b), Math.sin(b))
    return {
      type: 'C',
      x1: first.x,
      y1: first.y,
      x2: second.x,
      y2: second.y,
      x: end.x,
      y: end.y,
    }
  })
}

/** SVG 1.1 sections F.6.5 and F.6.6. */
function centred(from: { x: number; y: number }, arc: Arc) {
  const phi = (arc.angle * Math.PI) / 180
  const [cos, sin] = [Math.cos(phi), Math.sin(phi)]
  const [dx, dy] = [(from.x - arc.x) / 2, (from.y - arc.y) / 2]
  const [x, y] = [cos * dx + sin * dy, -sin * dx + cos * dy]
  const excess = (x / arc.rx) ** 2 + (y / arc.ry) ** 2
  const grow = excess > 1 ? Math.sqrt(excess) : 1
  const [rx, ry] = [arc.rx * grow, arc.ry * grow]
  const below = (rx * y) ** 2 + (ry * x) ** 2
  const root = Math.sqrt(Math.max(0, (rx * ry) ** 2 - below) / below)
  const side = arc.large === arc.sweep ? -root : root
  const [ux, uy] = [(side * rx * y) / ry, (-side * ry * x) / rx]
  const start = Math.atan2((y - uy) / ry, (x - ux) / rx)
  const end = Math.atan2((-y - uy) / ry, (-x - ux) / rx)
  let turn = end - start
  if (arc.sweep && turn < 0) turn += 2 * Math.PI
  if (!arc.sweep && turn > 0) turn -= 2 * Math.PI
  return {
    cx: cos * ux - sin * uy + (from.x + arc.x) / 2,
    cy: sin * ux + cos * uy + (from.y + arc.y) / 2,
    rx,
    ry,
    phi,
    start,
    turn,
  }
}
