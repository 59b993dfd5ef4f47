import {
  cloneElement,
  elementsOf,
  everyElement,
  removeElements,
  replaceChild,
  type EditElement,
} from '../edit/element.ts'
import { DEFINING, takeOut } from '../edit/definitions.ts'
import { inUserUnits } from '../edit/lengths.ts'
import { elementsById, fragment, linkOf, referencedIds } from '../edit/references.ts'
import { PROPERTIES } from '../edit/style.ts'
import { viewportOf } from '../edit/viewport.ts'
import { writeElement } from '../edit/write.ts'
import { formatNumber } from '../values/format-number.ts'
import type { Change, Fix, Obstacle } from './fix.ts'

/** As many elements may copies bring into a drawing: there are files of ten lines that ask for a thousand million. */
const MOST = 20_000

/**
 * A `use` becomes what it stands for (SVG 1.1 section 5.6). The profile has `use`, but with a `href` that SVG Tiny 1.2
 * does not read, and some checkers refuse any.
 */
export const use: Fix = {
  id: 'use',
  title: 'Write out what `use` stands for',
  loss: 'lossless',
  apply({ root }) {
    const kept = cloneElement(root).children
    const expansion = new Expansion(root)
    const trouble = expansion.run()
    if (trouble !== null) {
      root.children = kept
      return { changes: [], obstacles: [trouble] }
    }
    if (expansion.changes.length > 0) clean(root, expansion.targets)
    return { changes: expansion.changes, obstacles: expansion.obstacles }
  },
}

const CIRCLE = 'A `use` stands for something that it is itself a part of'

class TooMuch extends Error {
  readonly use: EditElement
  readonly why: string

  constructor(use: EditElement, why: string) {
    super(why)
    this.use = use
    this.why = why
  }
}

const SHAPES = new Set('path rect circle ellipse line polyline polygon text image'.split(' '))
const COPIED = new Set([...SHAPES, ...'g svg symbol use switch a textArea'.split(' ')])

class Expansion {
  readonly changes: Change[] = []
  readonly obstacles: Obstacle[] = []
  readonly targets = new Set<EditElement>()
  private readonly byId: Map<string, EditElement>
  /** Of the elements that were there: copies have no `use` in them any more. */
  private readonly parents = new Map<EditElement, EditElement>()
  private readonly whole = new Set<EditElement>()
  private readonly open = new Set<EditElement>()
  private readonly done = new Set<EditElement>()
  private readonly running = new Set<EditElement>()
  private made = 0
  private readonly root: EditElement

  constructor(root: EditElement) {
    this.root = root
    this.byId = elementsById(root)
    for (const { element, around } of everyElement(root))
      if (around[0] !== undefined) this.parents.set(element, around[0])
  }

  /** What stands in the way of all of it; null for nothing. */
  run(): Obstacle | null {
    try {
      this.within(this.root)
      return null
    } catch (error) {
      if (!(error instanceof TooMuch)) throw error
      return {
        element: 'use',
        why: error.why,
        advice: 'Draw the repeated part once for each place, without `use`.',
        origin: error.use.origin,
      }
    }
  }

  private within(element: EditElement): void {
    if (this.whole.has(element)) return
    for (const { element: each } of everyElement(element)) {
      if (this.running.has(each)) throw new TooMuch(each, CIRCLE)
      if (!each.isSvg || each.name !== 'use' || this.done.has(each)) continue
      this.running.add(each)
      this.expand(each)
      this.running.delete(each)
    }
    this.whole.add(element)
  }

  private expand(element: EditElement): void {
    const link = linkOf(element)
    const target = this.byId.get(fragment(link) ?? '')
    this.done.add(element)
    if (link !== null && !/^\s*(?:#|$)/.test(link)) {
      this.obstacles.push(outside(element, link))
      return
    }
    if (target !== undefined && this.isWithin(element, target)) throw new TooMuch(element, CIRCLE)
    const before = writeElement({ ...element, children: [] })
    const isKnown = target?.isSvg === true && COPIED.has(target.name)
    if (target !== undefined && isKnown)
      this.copy(element, target, this.parents.get(element)?.name === 'clipPath')
    else {
      element.name = 'g'
      element.attributes.clear()
      element.children = []
      const parent = this.parents.get(element)
      if (parent !== undefined) replaceChild(parent, element, [])
    }
    this.changes.push({
      what: isKnown
        ? `Put \`${target.name}\` where \`use\` stands for it`
        : 'Take out a `use` that stands for nothing',
      before,
      origin: element.origin,
    })
  }

  private isWithin(element: EditElement, target: EditElement): boolean {
    if (this.open.has(target)) return true
    for (let up: EditElement | undefined = element; up !== undefined; up = this.parents.get(up))
      if (up === target) return true
    return false
  }

  private copy(element: EditElement, target: EditElement, isInClip: boolean): void {
    this.open.add(target)
    this.within(target)
    this.open.delete(target)
    this.targets.add(target)
    const copy = cloneElement(target)
    this.made += bare(copy)
    if (this.made > MOST)
      throw new TooMuch(element, `With all copies written out there are over ${MOST} elements more`)
    const transform = [
      element.attributes.get('transform'),
      this.offset(element),
      copy.attributes.get('transform'),
    ]
    const [own, offset] = transform
    const size = ['width', 'height'].map((name) => element.attributes.get(name))
    for (const name of ['x', 'y', 'width', 'height', 'href', 'xlink:href'])
      element.attributes.delete(name)
    if (SHAPES.has(copy.name) && (isInClip || isPlain(element))) {
      become(element, copy, listed(transform))
      return
    }
    if (copy.name === 'symbol' || copy.name === 'svg') frame(copy, size)
    element.name = 'g'
    element.children = isInClip ? [] : [copy]
    const moved = listed([own, offset])
    if (moved !== '') element.attributes.set('transform', moved)
  }

  private offset(element: EditElement): string | undefined {
    const viewport = viewportOf(this.root)
    const [x = 0, y = 0] = (['x', 'y'] as const).map(
      (axis) => inUserUnits(element.attributes.get(axis) ?? '0', axis, viewport, () => 16) ?? 0,
    )
    return x === 0 && y === 0 ? undefined : `translate(${formatNumber(x, 6)} ${formatNumber(y, 6)})`
  }
}

function listed(transforms: readonly (string | undefined)[]): string {
  return transforms
    .filter((each) => each !== undefined && each.trim() !== '' && each.trim() !== 'none')
    .join(' ')
}

/** Takes out ids, and definitions, which the original has; counts what is left. */
function bare(copy: EditElement): number {
  removeElements(copy, ({ element }) => DEFINING.has(element.name) && element.name !== 'symbol')
  const all = everyElement(copy)
  for (const { element } of all) {
    element.attributes.delete('id')
    element.attributes.delete('xml:id')
  }
  return all.length
}

/** Has it nothing that would have to be done to the copy as a whole? */
function isPlain({ attributes }: EditElement): boolean {
  return [...attributes.keys()].every(
    (name) => /^(?:id|transform)$/.test(name) || PROPERTIES.get(name)?.isInherited === true,
  )
}

/** The `use` itself becomes the shape: what it hands down counts where the shape says nothing. */
function become(element: EditElement, copy: EditElement, transform: string): void {
  const attributes = new Map(copy.attributes)
  for (const [name, value] of element.attributes)
    if (!attributes.has(name)) attributes.set(name, value)
  if (transform === '') attributes.delete('transform')
  else attributes.set('transform', transform)
  element.name = copy.name
  element.attributes = attributes
  element.children = copy.children
}

/** A symbol is an `svg` that waits; it is as large as the `use` says, else as what is around. */
function frame(copy: EditElement, [width, height]: readonly (string | undefined)[]): void {
  const { attributes } = copy
  if (copy.name === 'symbol') {
    for (const name of ['x', 'y', 'width', 'height', 'refX', 'refY']) attributes.delete(name)
    attributes.set('width', width ?? '100%')
    attributes.set('height', height ?? '100%')
    copy.name = 'svg'
    return
  }
  if (width !== undefined) attributes.set('width', width)
  if (height !== undefined) attributes.set('height', height)
}

/** Symbols and what stood in `defs` have served. */
function clean(root: EditElement, targets: ReadonlySet<EditElement>): void {
  const referenced = referencedIds(root)
  const served = everyElement(root).filter(({ element, around }) => {
    const id = element.attributes.get('id') ?? ''
    const isWaiting =
      element.name === 'symbol' || around.some(({ name }) => name === 'defs' || name === 'symbol')
    return targets.has(element) && isWaiting && !referenced.has(id)
  })
  const all = new Set(served.map(({ element }) => element))
  const outer = served.filter(({ around }) => !around.some((each) => all.has(each)))
  takeOut(
    root,
    outer.map(({ element }) => element),
    true,
  )
  removeElements(root, ({ element }) => element.name === 'defs' && elementsOf(element).length === 0)
}

function outside({ origin }: EditElement, link: string): Obstacle {
  return {
    element: 'use',
    why: `A \`use\` stands for something in another file: \`${link.slice(0, 80)}\``,
    advice: 'Bring what it stands for into the drawing.',
    origin,
  }
}
