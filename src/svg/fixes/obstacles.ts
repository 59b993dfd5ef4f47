import { everyElement, type EditElement } from '../edit/element.ts'
import { own } from '../geometry/paint.ts'
import type { Fix, Obstacle } from './fix.ts'

interface Reason {
  why: string
  advice: string
}

const ELEMENTS: ReadonlyMap<string, Reason> = new Map([
  [
    'image',
    {
      why: 'A bitmap shows here, and no program can turn it back into shapes',
      advice: 'Redraw it as paths; automatic tracing is a start at best.',
    },
  ],
  [
    'foreignObject',
    {
      why: 'Content of another kind shows here, which mailboxes do not draw',
      advice: 'Draw it as shapes, or leave it out.',
    },
  ],
  [
    'font',
    {
      why: 'Text is written in a font that the file brings along, which mailboxes do not read',
      advice: 'Convert the text to outlines before you export.',
    },
  ],
])

const PROPERTIES: ReadonlyMap<string, Reason> = new Map([
  [
    'filter',
    {
      why: 'A filter changes how it looks: a shadow, a blur or a change of colours',
      advice: 'Leave the effect out, or draw it with shapes and gradients.',
    },
  ],
  [
    'mix-blend-mode',
    {
      why: 'Its colours are blended with what lies behind',
      advice: 'Pick the colours that come out, and draw them as plain fills.',
    },
  ],
])

/** Changes nothing: says what shows and is still there, although the profile has no place for it. */
export const obstacles: Fix = {
  id: 'obstacles',
  title: 'Name what cannot be kept',
  loss: 'lossless',
  apply({ root }) {
    const found: Obstacle[] = []
    for (const { element, around } of everyElement(root)) {
      if (!element.isSvg || isDefinition(around)) continue
      const reason = ELEMENTS.get(element.name)
      if (reason !== undefined) found.push(told(element, reason, consentTo(element.name)))
      for (const [name, property] of PROPERTIES) {
        const value = own(element, name)
        if (value !== null && value !== 'none' && value !== 'normal')
          found.push(told(element, property, { consent: name }))
      }
    }
    return { changes: [], obstacles: found }
  },
}

/** What is wrong in there is told of what refers to it. */
function isDefinition(around: readonly EditElement[]): boolean {
  return around.some(({ name }) =>
    ['mask', 'pattern', 'filter', 'clipPath', 'marker'].includes(name),
  )
}

/** A font is part of the text, and cannot be given up by itself. */
function consentTo(name: string): Pick<Obstacle, 'consent'> {
  return name === 'font' ? {} : { consent: name }
}

function told(
  { name, origin }: EditElement,
  { why, advice }: Reason,
  consent: Pick<Obstacle, 'consent'>,
): Obstacle {
  return { element: name, why, advice, origin, ...consent }
}
