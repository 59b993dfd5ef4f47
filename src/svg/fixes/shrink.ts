import { optimize } from 'svgo/browser'
import { editable } from '../edit/editable.ts'
import type { Drawing, EditElement, EditNode } from '../edit/element.ts'
import { everyElement, removeElements } from '../edit/element.ts'
import { writeDrawing } from '../edit/write.ts'
import { readLogo } from '../logo.ts'
import { parseViewBox } from '../values/view-box.ts'
import type { Change, Fix, FixContext, Obstacle } from './fix.ts'

/** What receivers accept, uncompressed: Mail::BIMI and rspamd refuse more. */
export const SIZE_LIMIT = 32_768
/** What later repairs may add: room, a background. */
const RESERVE = 400
/** At this size in pixels, rounding may move a point by so much of one. */
const LARGEST_VIEW = 512
const FURTHEST = 0.15
const MOST_DECIMALS = 4
/** Bytes of a file that no rounding brings below the limit, and that would take long to try. */
const MOST_WORK = 100_000

/**
 * Only for what is too large: first what is not drawn, then numbers, with fewer and fewer decimals until it fits. What
 * comes out is read back, and kept only when it is smaller and no less valid.
 */
export const shrink: Fix = {
  id: 'shrink',
  title: 'Make the file smaller than 32 KB',
  loss: 'measured',
  apply(drawing, context) {
    const limit = limitFor(context)
    const before = sizeOf(drawing)
    if (before <= limit || !isValid(drawing)) return { changes: [] }
    const changes = tidied(drawing)
    if (sizeOf(drawing) > limit) changes.push(...rounded(drawing, limit))
    const after = sizeOf(drawing)
    const obstacles = after > limit ? [tooLarge(after)] : []
    if (changes.length === 0) return { changes, obstacles }
    const what = `Bring the file from ${count(before)} to ${count(after)} bytes`
    return { changes: [{ what, origin: drawing.root.origin }, ...changes], obstacles }
  },
}

/** A valid logo within the limit is never touched. */
function limitFor({ logo }: FixContext): number {
  return logo.schemaValid && logo.bytes <= SIZE_LIMIT ? SIZE_LIMIT : SIZE_LIMIT - RESERVE
}

/** What receivers refuse for other reasons need not be small; and what cannot be repaired is not easy to make small. */
function isValid(drawing: Drawing): boolean {
  return readLogo(new TextEncoder().encode(writeDrawing(drawing))).schemaValid
}

function tidied(drawing: Drawing): Change[] {
  const { root } = drawing
  const kinds: [string, number][] = [
    ['blanks and comments between elements', dropBlanks(root)],
    ['gradients and colours that nothing uses', dropUnusedPaint(root)],
    ['identifiers that nothing refers to', dropUnusedIds(root)],
  ]
  return kinds.flatMap(([what, dropped]) =>
    dropped === 0 ? [] : [{ what: `Delete ${what}: ${count(dropped)}`, origin: null }],
  )
}

const TEXTUAL = new Set(['text', 'textArea', 'title', 'desc', 'metadata', 'style', 'script'])

function dropBlanks(root: EditElement): number {
  let dropped = 0
  for (const { element } of everyElement(root)) {
    const { children, name } = element
    element.children = TEXTUAL.has(name) ? children : children.filter((node) => !isBlank(node))
    dropped += children.length - element.children.length
  }
  return dropped
}

function isBlank(node: EditNode): boolean {
  if (node.kind === 'text') return /^[ \t\r\n]*$/.test(node.text)
  return node.kind === 'comment' || node.kind === 'instruction'
}

const PAINT = new Set(['linearGradient', 'radialGradient', 'solidColor'])

function dropUnusedPaint(root: EditElement): number {
  const used = referredTo(root)
  const isUnused = (element: EditElement): boolean =>
    PAINT.has(element.name) && !used.has(element.attributes.get('id') ?? '')
  return removeElements(root, ({ element }) => isUnused(element)).length
}

function dropUnusedIds(root: EditElement): number {
  const used = referredTo(root)
  let dropped = 0
  for (const { element } of everyElement(root)) {
    const id = element.attributes.get('id')
    if (id === undefined || used.has(id) || element === root) continue
    element.attributes.delete('id')
    dropped += 1
  }
  return dropped
}

/** By any value: `url(#a)`, `#a`; in a style sheet, every `#a` may be one. */
function referredTo(root: EditElement): Set<string> {
  const ids = new Set<string>()
  const add = (value: string): void => {
    for (const [, id = ''] of value.matchAll(/#([^\s"'(){};,:]+)/g)) ids.add(id)
  }
  for (const { element } of everyElement(root)) {
    for (const value of element.attributes.values()) add(value)
    for (const child of element.children) if (child.kind === 'text') add(child.text)
  }
  return ids
}

/** The most decimals that fit; else the fewest that nobody sees. */
function rounded(drawing: Drawing, limit: number): Change[] {
  const text = writeDrawing(drawing)
  if (bytesOf(text) > MOST_WORK) return []
  const fewest = fewestDecimals(drawing.root)
  let best = attempt(text, fewest)
  // What does not fit with the fewest fits with no more of them either.
  if (best !== null && sizeOf(best.drawing) <= limit)
    for (let decimals = MOST_DECIMALS; decimals > fewest; decimals -= 1) {
      const finer = attempt(text, decimals)
      if (finer === null || sizeOf(finer.drawing) > limit) continue
      best = finer
      break
    }
  if (best === null) return []
  drawing.root = best.drawing.root
  for (const { element } of everyElement(drawing.root)) element.origin = null
  const what = `Write paths shorter, with numbers of at most ${best.decimals} decimals`
  return [{ what, origin: null }]
}

/** With `0 0 24 24`, two decimals are a tenth of a pixel at 512 px. */
function fewestDecimals(root: EditElement): number {
  const { viewBox } = parseViewBox(root.attributes.get('viewBox') ?? '')
  if (viewBox === null) return 3
  const unit = LARGEST_VIEW / Math.max(viewBox.width, viewBox.height)
  return Math.min(MOST_DECIMALS, Math.max(0, Math.ceil(Math.log10((0.5 * unit) / FURTHEST))))
}

interface Attempt {
  decimals: number
  drawing: Drawing
}

/**
 * What is merged or made shorter here draws the same but for the decimals. Arcs are not made of curves: SVG Tiny 1.2 has
 * none, and small circles have been lost that way (svg/svgo#2104).
 */
function attempt(text: string, decimals: number): Attempt | null {
  const floatPrecision = decimals
  try {
    const { data } = optimize(text, {
      plugins: [
        { name: 'cleanupNumericValues', params: { floatPrecision } },
        { name: 'cleanupListOfValues', params: { floatPrecision } },
        { name: 'convertTransform', params: { floatPrecision, transformPrecision: 6 } },
        { name: 'cleanupIds', params: { remove: false, minify: true } },
        'collapseGroups',
        {
          name: 'convertPathData',
          params: { ...CAREFUL_PATHS, floatPrecision, transformPrecision: 6 },
        },
        { name: 'mergePaths', params: { floatPrecision, noSpaceAfterFlags: false } },
      ],
    })
    const drawing = accepted(text, data)
    return drawing === null ? null : { decimals, drawing }
  } catch {
    return null
  }
}

const CAREFUL_PATHS = {
  makeArcs: { threshold: 0, tolerance: 0 },
  smartArcRounding: false,
  removeUseless: false,
  noSpaceAfterFlags: false,
} as const

function accepted(before: string, after: string): Drawing | null {
  if (bytesOf(after) >= bytesOf(before)) return null
  const [old, now] = [before, after].map((text) => readLogo(new TextEncoder().encode(text)))
  if (old === undefined || now === undefined || (old.schemaValid && !now.schemaValid)) return null
  return now.faults.length > old.faults.length ? null : editable(now)
}

function tooLarge(bytes: number): Obstacle {
  return {
    element: 'svg',
    why: `The logo takes ${count(bytes)} bytes even with what nobody sees taken out, and receivers refuse more than ${count(SIZE_LIMIT)}`,
    advice:
      'Simplify the drawing in the program that it was made with: fewer points, fewer shades, no traced picture.',
    origin: null,
  }
}

function sizeOf(drawing: Drawing): number {
  return bytesOf(writeDrawing(drawing))
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length
}

/** 32768 → `32,768`. */
function count(number: number): string {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ',')
}
