import { everyElement, type EditElement, type Visited } from '../edit/element.ts'
import { DEFINING, takeOut } from '../edit/definitions.ts'
import { valueOf } from '../edit/style.ts'
import { linkOf } from '../edit/references.ts'
import { parseLength } from '../values/length.ts'
import type { Change, Fix, Obstacle } from './fix.ts'
import { elementsTaken, removeAttributes } from './removal.ts'

const LEAVES = new Set(
  'path rect circle ellipse line polyline polygon text textArea image foreignObject'.split(' '),
)
const WORDED = new Set(['title', 'desc'])

/** What is not seen goes, with all that would have to be repaired in it. */
export const hidden: Fix = {
  id: 'hidden',
  title: 'Take out what is hidden',
  loss: 'lossless',
  apply({ root }) {
    const all = everyElement(root).filter(({ element }) => element.isSvg)
    const mixed = all.filter(({ element }) => element.name === 'text' && showsInPart(element))
    const isCopied = all.some(({ element }) => element.name === 'use')
    const isOpen = isCopied || mixed.length > 0
    const invisible = isOpen ? [] : all.filter(isInvisible)
    const measured = invisible.filter(isMeasured)
    const gone = outermost([
      ...all.filter(
        (each) => isOff(each) || isVoid(each) || (isTransparent(each) && !isMeasured(each)),
      ),
      ...invisible.filter((each) => !isMeasured(each)),
    ])
    const changes: Change[] = elementsTaken(gone, ', which is not seen')
    takeOut(root, gone, isCopied)
    for (const { element } of measured) changes.push(blank(element))
    changes.push(
      ...removeAttributes(root, (element, name, value) => {
        if (WORDED.has(element.name) || !element.isSvg) return false
        if (name === 'display') return element !== root || value.trim() !== 'none'
        return name === 'visibility' && !isOpen
      }),
    )
    const obstacles = mixed.map(({ element }) => partly(element))
    if (root.attributes.get('display')?.trim() === 'none') obstacles.push(nothing(root))
    return { changes, obstacles }
  },
}

/** Clips, masks and filters may be laid out by the box of a group, to which what is hidden in it belongs. */
function isMeasured({ element, around }: Visited): boolean {
  return (
    element.name !== 'image' &&
    !around.some(({ name }) => DEFINING.has(name)) &&
    around.some(({ attributes }) =>
      ['clip-path', 'mask', 'filter'].some((name) => /url\(/.test(attributes.get(name) ?? '')),
    )
  )
}

/** It stays where it is, and draws nothing. */
function blank(element: EditElement): Change {
  for (const name of ['fill', 'stroke']) element.attributes.set(name, 'none')
  element.attributes.delete('visibility')
  return {
    what: `Leave of a hidden \`${element.name}\` the room it takes`,
    origin: element.origin,
  }
}

function outermost(found: readonly Visited[]): EditElement[] {
  const all = new Set(found.map(({ element }) => element))
  return found
    .filter(({ around }) => !around.some((each) => all.has(each)))
    .map(({ element }) => element)
}

/** SVG 1.1 section 11.5: definitions work for those who refer to them, displayed or not. */
function isOff({ element, around }: Visited): boolean {
  if (around.length === 0) return false
  const isDisplayed = element.attributes.get('display')?.trim() !== 'none'
  return !isDisplayed && !DEFINING.has(element.name) && !WORDED.has(element.name)
}

/** Parts of a clip path cut, whatever their opacity. */
function isTransparent({ element, around }: Visited): boolean {
  const opacity = parseLength(element.attributes.get('opacity') ?? '')
  if (opacity === null || opacity.number > 0 || around.length === 0) return false
  if (DEFINING.has(element.name)) return false
  return !around.some(({ name }) => name === 'clipPath')
}

/** Pictures without extent, or of nothing. */
function isVoid({ element }: Visited): boolean {
  if (element.name !== 'image' && element.name !== 'foreignObject') return false
  const isEmpty = ['width', 'height'].some((name) => {
    const length = parseLength(element.attributes.get(name) ?? '')
    return length !== null && length.number <= 0
  })
  return isEmpty || (element.name === 'image' && (linkOf(element) ?? '').trim() === '')
}

/** What is visible in a hidden group is seen, so only what draws is asked. */
function isInvisible(visited: Visited): boolean {
  const { element, around } = visited
  if (!LEAVES.has(element.name) || around.some(({ name }) => LEAVES.has(name))) return false
  if (element.name === 'text' && showsInPart(element)) return false
  return isHiddenValue(valueOf(visited, 'visibility'))
}

function showsInPart(text: EditElement): boolean {
  return everyElement(text).some(
    ({ element }) => element !== text && element.attributes.has('visibility'),
  )
}

function nothing({ origin }: EditElement): Obstacle {
  return {
    element: 'svg',
    why: 'The root has `display="none"`, so nothing is drawn at all',
    advice: 'Take out `display` of the root.',
    origin,
  }
}

function partly({ origin }: EditElement): Obstacle {
  return {
    element: 'text',
    why: 'Parts of a text are hidden, and what follows stands where they leave room',
    advice: 'Turn the text into paths.',
    origin,
  }
}

function isHiddenValue(value: string): boolean {
  return value === 'hidden' || value === 'collapse'
}
