import { elementsOf, everyElement, removeElements, type EditElement } from '../edit/element.ts'
import { DEFINING, neededWithin, takeOut } from '../edit/definitions.ts'
import { PROFILE } from '../profile.ts'
import type { Fix } from './fix.ts'
import { elementsTaken } from './removal.ts'

/** Never drawn, whoever refers to them. Fonts within a drawing are read by no browser of today. */
const NEVER = new Set(
  (
    'view cursor color-profile font font-face missing-glyph glyph hkern vkern altGlyphDef audio video iframe canvas ' +
    'discard flowRoot unknown'
  ).split(' '),
)
/** Drawn, or part of something drawn, although the profile lacks them. */
const KNOWN = new Set(
  (
    'svg a switch symbol use image foreignObject style script clipPath mask filter pattern marker tspan textPath tref ' +
    'altGlyph tbreak hatch hatchpath mesh meshgradient meshrow meshpatch animate animateColor animateMotion ' +
    'animateTransform set mpath handler listener animation prefetch'
  ).split(' '),
)

/** Definitions that nothing refers to, and elements that no browser draws. */
export const unseen: Fix = {
  id: 'unseen',
  title: 'Take out definitions that nothing uses',
  loss: 'lossless',
  apply({ root }) {
    const never = removeElements(root, ({ element }) => element.isSvg && isNeverDrawn(element))
    const misplaced = misplacedIn(root)
    takeOut(root, misplaced, true)
    const unused = unusedIn(root)
    takeOut(root, unused, true)
    return {
      changes: [
        ...elementsTaken(never, ', which is not drawn'),
        ...elementsTaken(misplaced, ', which is not drawn where it stands'),
        ...elementsTaken(unused, ', which nothing uses'),
      ],
    }
  },
}

function isNeverDrawn({ name }: EditElement): boolean {
  return NEVER.has(name) || !(PROFILE.has(name) || KNOWN.has(name) || name.startsWith('fe'))
}

const CHILDLESS = new Set(
  'path rect circle ellipse line polyline polygon use image stop'.split(' '),
)
const GRADIENTS = new Set(['linearGradient', 'radialGradient'])
const IN_TEXT = new Set('tspan textPath tref altGlyph tbreak'.split(' '))
const WORDED = new Set(['title', 'desc', 'metadata'])

/** Shapes hold nothing that is drawn, gradients nothing but stops, and parts of a text belong in one. */
function misplacedIn(root: EditElement): EditElement[] {
  const found = new Set<EditElement>()
  for (const { element, around } of everyElement(root)) {
    const [parent] = around
    if (parent === undefined || !element.isSvg || WORDED.has(element.name)) continue
    if (around.some((each) => found.has(each) || each.name === 'foreignObject')) continue
    const isLost =
      CHILDLESS.has(parent.name) ||
      (GRADIENTS.has(parent.name) ? element.name !== 'stop' : element.name === 'stop') ||
      (IN_TEXT.has(element.name) &&
        !around.some(({ name }) => name === 'text' || name === 'textArea'))
    if (isLost) found.add(element)
  }
  return [...found]
}

/** Only those that the profile lacks, or that hold something it lacks: the others may wait as they like. */
function unusedIn(root: EditElement): EditElement[] {
  const waiting = everyElement(root).filter(
    ({ element, around }) =>
      (DEFINING.has(element.name) || around[0]?.name === 'defs') &&
      !around.some(({ name }) => DEFINING.has(name)) &&
      isForbidden(element),
  )
  const all = new Set(waiting.map(({ element }) => element))
  const outer = waiting.filter(({ around }) => !around.some((each) => all.has(each)))
  const needed = neededWithin(
    root,
    outer.map(({ element }) => element),
  )
  return outer.map(({ element }) => element).filter((element) => !isNeeded(element, needed))
}

function isForbidden(element: EditElement): boolean {
  return !PROFILE.has(element.name) || elementsOf(element).some(isForbidden)
}

/** With a definition within that is needed it is taken apart all the same; with a shape it must stay. */
function isNeeded(element: EditElement, needed: ReadonlySet<EditElement>): boolean {
  if (needed.has(element)) return true
  return !DEFINING.has(element.name) && elementsOf(element).some((child) => isNeeded(child, needed))
}
