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
    const unused = unusedIn(root)
    takeOut(root, unused, true)
    return {
      changes: [
        ...elementsTaken(never, ', which is not drawn'),
        ...elementsTaken(unused, ', which nothing uses'),
      ],
    }
  },
}

function isNeverDrawn({ name }: EditElement): boolean {
  return NEVER.has(name) || !(PROFILE.has(name) || KNOWN.has(name) || name.startsWith('fe'))
}

/** Only those that the profile lacks, or that hold something it lacks: the others may wait as they like. */
function unusedIn(root: EditElement): EditElement[] {
  const waiting = everyElement(root).filter(
    ({ element, around }) =>
      (DEFINING.has(element.name) || around[0]?.name === 'defs') &&
      !around.some(({ name }) => DEFINING.has(name)) &&
      isForbidden(element),
  )
  const outer = waiting.filter(
    ({ around }) => !waiting.some(({ element }) => around.includes(element)),
  )
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
