/** A shape drawn in a stretched space, so that what paints it is stretched too. */
import type { Drawing, EditElement, Visited } from '../edit/element.ts'
import { formatMatrix, invert, multiply, type Matrix } from '../values/matrix.ts'
import type { Segment } from '../values/path.ts'
import { transformed } from './cubic.ts'
import { decimalsIn, matrixTo } from './drawn.ts'
import type { GradientUse } from './gradient-uses.ts'
import { outlineOf } from './outline.ts'
import { paintOf, strokeOf } from './paint.ts'
import { asPath, fillOnly, putPieces, strokeAsFill, strokeOnly } from './pieces.ts'
import { strokeOutline } from './stroke-outline.ts'

export interface Stretch {
  leaf: Visited
  /** What the fill must be stretched by; null to leave it. */
  fill: Matrix | null
  stroke: Matrix | null
}

export type Stretches = Map<EditElement, Stretch>

export function canStretch({ leaf }: GradientUse): boolean {
  const stroke = strokeOf(leaf)
  const isKnown = stroke !== 'unknown' && !(stroke?.isFixed ?? false)
  return outlineOf(leaf.element) !== null && isKnown
}

export function stretchShape(drawing: Drawing, { leaf, fill, stroke }: Stretch): void {
  const outline = outlineOf(leaf.element)
  const style = strokeOf(leaf)
  if (outline === null || style === 'unknown') return
  const pieces: EditElement[] = []
  if (paintOf(leaf, 'fill').kind !== 'none')
    pieces.push(
      fill === null
        ? fillOnly(leaf)
        : stretchedPiece(drawing, leaf, outline, fill, (path, decimals) =>
            fillOnly(leaf, asPath(leaf, path, decimals)),
          ),
    )
  if (style !== null)
    pieces.push(
      stroke === null
        ? strokeOnly(leaf)
        : stretchedPiece(drawing, leaf, strokeOutline(outline, style), stroke, (path, decimals) =>
            strokeAsFill(leaf, path, decimals),
          ),
    )
  putPieces(leaf, pieces)
}

function stretchedPiece(
  drawing: Drawing,
  leaf: Visited,
  path: readonly Segment[],
  matrix: Matrix,
  make: (path: readonly Segment[], decimals: number) => EditElement,
): EditElement {
  const back = invert(matrix)
  const decimals = decimalsIn(drawing, multiply(matrixTo(leaf, null), matrix))
  const piece = make(back === null ? path : transformed(path, back), decimals)
  piece.attributes.set('transform', formatMatrix(matrix))
  return piece
}
