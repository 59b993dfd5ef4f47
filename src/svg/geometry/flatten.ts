/**
 * A group that is faded as a whole, as pieces that do not overlap, so that each can be faded by itself: what lies over
 * something takes its place away from it, and what shines through is mixed.
 */
import type { Drawing, EditElement, Visited } from '../edit/element.ts'
import { formatColor } from '../values/color.ts'
import { formatNumber } from '../values/format-number.ts'
import { invert } from '../values/matrix.ts'
import { areApart, type Box } from './box.ts'
import { maySpend } from './budget.ts'
import { CutError, isNothing } from './cut.ts'
import { decimalsIn, leavesOf, matrixTo, paintedBox, type Leaf } from './drawn.ts'
import { fixPaint } from './fix-paint.ts'
import { outlineOf } from './outline.ts'
import { fillRuleOf, inherited, own, paintOf, share, strokeOf } from './paint.ts'
import { asPath, fillOnly, putPieces, strokeAsFill } from './pieces.ts'
import {
  boxOfRegion,
  doOverlap,
  intersect,
  regionOf,
  RegionError,
  regionUnder,
  sizeOfRegion,
  subtract,
  unite,
  type Region,
} from './region.ts'
import { elementsById } from './references.ts'
import { isOpaque, solidOf, type Solid } from './solid.ts'
import { strokeOutline } from './stroke-outline.ts'

interface Piece {
  leaf: Leaf
  property: 'fill' | 'stroke'
  region: Region
  /** Null for what is painted with a gradient. */
  solid: Solid | null
  isOpaque: boolean
  /** Mixed from several: painted with `solid` and no longer with what its shape says. */
  isMixed: boolean
}

const OPAQUE = 0.999
const MOST_PIECES = 120

/**
 * Takes an opacity away from a group or a shape, and gives it to each of its parts.
 * @throws CutError, and then nothing has changed
 */
export function fadeParts(
  drawing: Drawing,
  target: Visited,
  opacity: number,
): 'spread' | 'flattened' {
  const leaves = leavesOf(target)
  for (const leaf of leaves) refuse(leaf, target)
  if (leaves.length === 1 || !mayOverlap(leaves, target)) {
    const simple = leaves.every((leaf) => hasOnePaint(leaf))
    if (simple) {
      for (const leaf of leaves) fade(leaf, opacity)
      return 'spread'
    }
  }
  if (!maySpend(leaves.length * 8)) throw new CutError(target.element, 'there is too much of it')
  const pieces = piecesOf(leaves, target, elementsById(drawing.root))
  if (!anyOverlap(pieces)) {
    for (const leaf of leaves) fade(leaf, opacity)
    return 'spread'
  }
  const parts = guarded(target, () => disjoint(pieces))
  for (const leaf of leaves) guarded(leaf, () => fixPaint(drawing, leaf, 'try'))
  for (const leaf of leaves) {
    fixPaint(drawing, leaf, 'do')
    putLeaf(
      drawing,
      leaf,
      target,
      parts.filter((part) => part.leaf === leaf),
      opacity,
    )
  }
  return 'flattened'
}

function guarded<T>({ element }: Visited, compute: () => T): T {
  try {
    return compute()
  } catch (error) {
    if (error instanceof RegionError) throw new CutError(element, error.message)
    throw error
  }
}

const EFFECTS = ['opacity', 'mask', 'clip-path', 'filter', 'mix-blend-mode']
const PLAIN = new Set(['none', 'normal', '1'])

function refuse(leaf: Leaf, target: Visited): void {
  if (leaf.kind === 'other') throw new CutError(leaf.element, 'its size is not known')
  for (const each of [leaf.element, ...leaf.around]) {
    if (each === target.element) break
    for (const name of EFFECTS) {
      const value = own(each, name)
      if (value !== null && !PLAIN.has(value)) throw new CutError(each, `it has ${name} of its own`)
    }
  }
}

function mayOverlap(leaves: readonly Leaf[], target: Visited): boolean {
  const boxes: Box[] = []
  for (const leaf of leaves) {
    const box = paintedBox(leaf, matrixTo(leaf, target.element))
    if (box === null) continue
    if (box === 'unknown' || boxes.some((other) => !areApart(box, other))) return true
    boxes.push(box)
  }
  return false
}

function hasOnePaint(leaf: Leaf): boolean {
  return paintOf(leaf, 'fill').kind === 'none' || strokeOf(leaf) === null
}

/** Both are set, whatever is painted: what is not painted does not show it. */
function fade(leaf: Leaf, opacity: number): void {
  const properties = [
    ...(paintOf(leaf, 'fill').kind === 'none' ? [] : ['fill-opacity']),
    ...(strokeOf(leaf) === null ? [] : ['stroke-opacity']),
  ]
  for (const each of [leaf.element, ...textParts(leaf)])
    for (const property of properties) {
      const value = each === leaf.element ? inherited(leaf, property) : own(each, property)
      if (value !== null) each.attributes.set(property, formatNumber(share(value) * opacity, 4))
    }
}

function textParts({ element, kind }: Leaf): EditElement[] {
  if (kind !== 'text') return []
  const parts = (parent: EditElement): EditElement[] =>
    parent.children.flatMap((child) => (child.kind === 'element' ? [child, ...parts(child)] : []))
  return parts(element)
}

/** In the order of painting, in the user space of the target. */
function piecesOf(
  leaves: readonly Leaf[],
  target: Visited,
  byId: ReadonlyMap<string, Visited>,
): Piece[] {
  return leaves.flatMap((leaf) => {
    const outline = leaf.kind === 'shape' ? outlineOf(leaf.element) : null
    const stroke = strokeOf(leaf)
    if (outline === null || stroke === 'unknown' || stroke?.isFixed === true)
      throw new CutError(leaf.element, 'its size is not known')
    const matrix = matrixTo(leaf, target.element)
    const make = (property: 'fill' | 'stroke', region: Region): Piece => ({
      leaf,
      property,
      region: regionUnder(region, matrix),
      solid: solidOf(leaf, property),
      isOpaque: isOpaque(leaf, property, byId),
      isMixed: false,
    })
    const pieces: Piece[] = []
    guarded(leaf, () => {
      if (paintOf(leaf, 'fill').kind !== 'none')
        pieces.push(make('fill', regionOf(outline, fillRuleOf(leaf, 'fill-rule'))))
      if (stroke !== null)
        pieces.push(make('stroke', regionOf(strokeOutline(outline, stroke), 'nonzero')))
    })
    return pieces.filter(({ region }) => region.segments.length > 0)
  })
}

function anyOverlap(pieces: readonly Piece[]): boolean {
  return pieces.some((piece, i) =>
    pieces
      .slice(0, i)
      .some((other) => guarded(piece.leaf, () => doOverlap(piece.region, other.region))),
  )
}

function disjoint(pieces: readonly Piece[]): Piece[] {
  let parts: Piece[] = []
  for (const piece of pieces) {
    parts = withPiece(parts, piece)
    if (parts.length > MOST_PIECES) throw new RegionError('it has too many parts')
  }
  return parts
}

function withPiece(parts: readonly Piece[], piece: Piece): Piece[] {
  const { solid } = piece
  const next: Piece[] = []
  let last = piece
  for (const part of parts) {
    if (areBoxesApart(part.region, piece.region)) {
      next.push(part)
      continue
    }
    // Of one colour: one area, so that there is no seam.
    if (piece.isOpaque && solid !== null && part.solid !== null && isSame(part.solid, solid)) {
      last = { ...last, region: unite(last.region, part.region), isMixed: true }
      continue
    }
    const left = subtract(part.region, piece.region)
    if (isNothing(subtract(part.region, left), part.region)) {
      next.push(part)
      continue
    }
    if (!piece.isOpaque) {
      next.push(mixed(piece, part))
      last = { ...last, region: subtract(last.region, part.region) }
    }
    if (sizeOfRegion(left) > 1e-9) next.push({ ...part, region: left })
  }
  return sizeOfRegion(last.region) > 1e-9 ? [...next, last] : next
}

/** Where both are, and the upper lets through. */
function mixed(piece: Piece, part: Piece): Piece {
  if (piece.solid === null || part.solid === null)
    throw new RegionError('a gradient shines through')
  const solid = over(piece.solid, part.solid)
  const region = intersect(part.region, piece.region)
  return { ...piece, region, solid, isOpaque: solid.alpha >= OPAQUE, isMixed: true }
}

function areBoxesApart(one: Region, other: Region): boolean {
  const [a, b] = [boxOfRegion(one), boxOfRegion(other)]
  return a === null || b === null || areApart(a, b)
}

function isSame(one: Solid, other: Solid): boolean {
  return (
    one.red === other.red &&
    one.green === other.green &&
    one.blue === other.blue &&
    Math.abs(one.alpha - other.alpha) < 1e-3
  )
}

/** Compositing section 5.1: source over. */
function over(top: Solid, under: Solid): Solid {
  const alpha = top.alpha + under.alpha * (1 - top.alpha)
  const mix = (a: number, b: number): number =>
    alpha === 0 ? 0 : Math.round((a * top.alpha + b * under.alpha * (1 - top.alpha)) / alpha)
  return {
    red: mix(top.red, under.red),
    green: mix(top.green, under.green),
    blue: mix(top.blue, under.blue),
    alpha,
  }
}

function putLeaf(
  drawing: Drawing,
  leaf: Leaf,
  target: Visited,
  parts: readonly Piece[],
  opacity: number,
): void {
  const back = invert(matrixTo(leaf, target.element))
  if (back === null) return
  const decimals = decimalsIn(drawing, matrixTo(leaf, null))
  const elements = parts.map(({ region, property, solid, isMixed }) => {
    const { segments } = regionUnder(region, back)
    const element =
      property === 'fill' || isMixed
        ? fillOnly(leaf, asPath(leaf, segments, decimals))
        : strokeAsFill(leaf, segments, decimals)
    element.attributes.delete('fill-rule')
    if (inherited(leaf, 'fill-rule') !== 'nonzero') element.attributes.set('fill-rule', 'nonzero')
    if (isMixed && solid !== null) element.attributes.set('fill', formatColor(solid))
    const alpha =
      isMixed && solid !== null ? solid.alpha : share(inherited(leaf, `${property}-opacity`))
    element.attributes.set('fill-opacity', formatNumber(alpha * opacity, 4))
    return element
  })
  putPieces(leaf, elements)
}
