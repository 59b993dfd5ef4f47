import {
  everyElement,
  makeElement,
  type EditElement,
  type EditNode,
  type Visited,
} from '../edit/element.ts'
import { PROPERTIES, valueOf } from '../edit/style.ts'
import { runsOf, type Run } from '../edit/text-runs.ts'
import { writeElement } from '../edit/write.ts'
import { formatNumber } from '../values/format-number.ts'
import type { Change, Fix, Obstacle } from './fix.ts'

const ADVICE = 'Turn the text into paths.'
const PLACING = new Set(['x', 'y', 'dx', 'dy', 'rotate', 'textLength', 'lengthAdjust'])

/** The profile has text without parts: what stands at places of its own becomes texts of its own. */
export const text: Fix = {
  id: 'text',
  title: 'Take texts apart into lines',
  loss: 'lossless',
  apply({ root }) {
    const changes: Change[] = []
    const obstacles: Obstacle[] = []
    for (const visited of everyElement(root)) {
      const { element } = visited
      if (!element.isSvg || element.name !== 'text') continue
      // A text that cuts is not drawn, and a group may not stand in its place.
      if (visited.around.some(({ name }) => name === 'clipPath')) continue
      const before = writeElement(element)
      const why = lackingIn(visited) ?? simplified(element)
      if (why !== null) {
        obstacles.push({ element: 'text', why, advice: ADVICE, origin: element.origin })
        continue
      }
      const after = writeElement(element)
      if (after === before) continue
      changes.push({ what: 'Write a text without parts', before, after, origin: element.origin })
    }
    return { changes, obstacles }
  },
}

const LACKING = [
  'letter-spacing',
  'word-spacing',
  'dominant-baseline',
  'alignment-baseline',
  'baseline-shift',
  'text-decoration',
  'writing-mode',
  'font-stretch',
]
/** Other ways to say that nothing is different. */
const SAME = /^(?:|0(?:px|em)?|normal|auto|baseline|alphabetic|none|100%|lr-tb|lr|horizontal-tb)$/

/** What a text has that the profile cannot say; null for nothing. */
function lackingIn(visited: Visited): string | null {
  const parts = everyElement(visited.element).map(({ element, around }) => ({
    element,
    around: [...around, ...visited.around],
  }))
  for (const part of parts) {
    const name = LACKING.find((each) => {
      const value = lackingValue(part, each).toLowerCase()
      return !SAME.test(value) && value !== PROPERTIES.get(each)?.initial
    })
    if (name !== undefined)
      return `The profile has no \`${name}\`, and a text stands differently without it`
    const { attributes } = part.element
    if (attributes.has('textLength')) return 'The profile cannot stretch a text to a length'
    const rotate = attributes.get('rotate') ?? '0'
    if (part.element !== visited.element && !/^[0\s.,]*$/.test(rotate))
      return 'Letters in a part of a text are turned'
  }
  return null
}

/** A line under a group goes under the texts in it (CSS 2 section 16.3.1). */
function lackingValue(part: Visited, name: string): string {
  if (name !== 'text-decoration') return valueOf(part, name)
  const lined = [part.element, ...part.around].find(
    ({ attributes }) => !SAME.test(attributes.get(name)?.trim().toLowerCase() ?? ''),
  )
  return lined?.attributes.get(name) ?? 'none'
}

/** Changes the text, or says why it cannot be. */
function simplified(element: EditElement): string | null {
  const { runs, apart, strange } = runsOf(element)
  if (strange !== null) return `The profile has no \`${strange}\` within a text`
  const spoken = runs.filter((run) => /[^ \t\r\n]/.test(run.text))
  const [first] = spoken
  const isWhole = runs.every(({ chain }) => chain.every(({ attributes }) => isBare(attributes)))
  if (isWhole) return unwrapped(element, runs, apart)
  if (first === undefined) return 'A text holds nothing but blanks, in parts'
  const placed = spoken.some(isAnchoredApart) ? null : placedRuns(element, spoken)
  if (placed === null)
    return 'A text goes on in another style, at a place that hangs on the width of its letters'
  if (spoken.length === 1) merge(element, placed[0] ?? first, apart)
  else split(element, placed, apart)
  return null
}

/** Renderers do not agree on an anchor that is said where no place is. */
function isAnchoredApart({ chain, starts }: Run): boolean {
  return !starts.has('x') && chain.some(({ attributes }) => attributes.has('text-anchor'))
}

const IDLE = new Set(['id', 'xml:id', 'class', 'role'])

function isBare(attributes: ReadonlyMap<string, string>): boolean {
  return [...attributes.keys()].every((name) => IDLE.has(name))
}

function unwrapped(element: EditElement, runs: readonly Run[], apart: EditNode[]): string | null {
  const x = shifted(element.attributes.get('x') ?? '0', element.attributes.get('dx'))
  const y = shifted(element.attributes.get('y') ?? '0', element.attributes.get('dy'))
  if (x === null || y === null) return 'Letters of a text are shifted one by one'
  for (const [name, value] of [
    ['x', x],
    ['y', y],
  ] as const) {
    if (element.attributes.delete(`d${name}`)) element.attributes.set(name, value)
  }
  const joined = runs.map((run) => run.text).join('')
  element.children = [...apart, ...(joined === '' ? [] : [{ kind: 'text' as const, text: joined }])]
  return null
}

/** A place with a shift; null where there are several shifts, or it has units. */
function shifted(place: string, shift: string | undefined): string | null {
  if (shift === undefined || /^[0\s.,]*$/.test(shift)) return place
  const [first = '0', ...rest] = place.trim().split(/[\s,]+/)
  const sum = Number(first) + Number(shift)
  return Number.isNaN(sum) || rest.length > 0 ? null : formatNumber(sum, 6)
}

interface Placed extends Run {
  x: string
  y: string
}

/** Where each run begins; null where that hangs on the widths of letters. */
function placedRuns(element: EditElement, runs: readonly Run[]): Placed[] | null {
  const own = (name: string): string | undefined => element.attributes.get(name)
  const placed: Placed[] = []
  let line = own('y') ?? '0'
  for (const [i, run] of runs.entries()) {
    const isFirst = i === 0
    const at = (name: string): string | undefined =>
      run.starts.get(name) ?? (isFirst ? own(name) : undefined)
    const start = at('x') ?? (isFirst ? '0' : undefined)
    if (start === undefined) return null
    const x = shifted(start, at('dx'))
    const y = shifted(at('y') ?? line, at('dy'))
    if (x === null || y === null) return null
    line = y
    placed.push({ ...run, x, y })
  }
  return placed
}

function styleOf(run: Run): Map<string, string> {
  const style = new Map<string, string>()
  for (const { attributes } of run.chain)
    for (const [name, value] of attributes)
      if (!PLACING.has(name) && name !== 'id' && name !== 'xml:id' && name !== 'transform')
        style.set(name, value)
  style.delete('opacity')
  return style
}

/** One part that says all: the text takes over what it says. */
function merge(element: EditElement, run: Run & Partial<Placed>, apart: EditNode[]): void {
  const { attributes } = element
  for (const [name, value] of styleOf(run)) attributes.set(name, value)
  for (const name of ['dx', 'dy']) attributes.delete(name)
  attributes.set('x', run.x ?? '0')
  attributes.set('y', run.y ?? '0')
  element.children = [...apart, { kind: 'text', text: run.text }]
}

/** The text becomes a group of texts. */
function split(element: EditElement, runs: readonly Placed[], apart: EditNode[]): void {
  for (const name of PLACING) element.attributes.delete(name)
  element.name = 'g'
  element.children = [
    ...apart,
    ...runs.map((run) =>
      makeElement('text', { x: run.x, y: run.y, ...Object.fromEntries(styleOf(run)) }, [
        { kind: 'text', text: run.text },
      ]),
    ),
  ]
}
