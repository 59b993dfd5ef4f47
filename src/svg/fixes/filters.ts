import { elementsOf, everyElement, type EditElement, type Visited } from '../edit/element.ts'
import { writeAttribute } from '../edit/write.ts'
import { own } from '../geometry/paint.ts'
import { elementsById, targetOf } from '../geometry/references.ts'
import { parseNumbers } from '../values/scanner.ts'
import type { Change, Fix } from './fix.ts'

/** Filters that give back what they were given. All others are told by `obstacles`. */
export const filters: Fix = {
  id: 'filters',
  title: 'Take away filters that do nothing',
  loss: 'lossless',
  apply({ root }) {
    const byId = elementsById(root)
    const changes: Change[] = []
    for (const { element } of everyElement(root)) {
      const value = own(element, 'filter')
      if (value === null || !doesNothing(value, byId)) continue
      element.attributes.delete('filter')
      changes.push({
        what: `Take a filter that does nothing from \`${element.name}\``,
        before: writeAttribute('filter', value),
        origin: element.origin,
      })
    }
    return { changes }
  },
}

function doesNothing(value: string, byId: ReadonlyMap<string, Visited>): boolean {
  if (value === 'none') return true
  const filter = targetOf(value, 'filter', byId)
  if (filter === null) return false
  const steps = elementsOf(filter.element)
  return steps.length > 0 && followed(steps) === 'source'
}

/** What each step gives: the source itself, nothing at all, or something else. */
type Given = 'source' | 'nothing' | 'else'

/** Filter Effects section 9: each step takes what it names, or else what the one before has given. */
function followed(steps: readonly EditElement[]): Given {
  const named = new Map<string, Given>([['SourceGraphic', 'source']])
  let last: Given = 'source'
  for (const step of steps) {
    const input = (name: string): Given => {
      const value = own(step, name)
      return value === null ? last : (named.get(value) ?? 'else')
    }
    last = given(step, input)
    const result = own(step, 'result')
    if (result !== null) named.set(result, last)
  }
  return last
}

function given(step: EditElement, input: (name: string) => Given): Given {
  const numbers = (name: string): number[] => parseNumbers(own(step, name) ?? '0').numbers
  const isStill = (...names: string[]): boolean =>
    names.every((name) => numbers(name).every((each) => each === 0))
  if (['x', 'y', 'width', 'height'].some((name) => own(step, name) !== null)) return 'else'
  switch (step.name) {
    case 'feFlood':
      return Number(own(step, 'flood-opacity') ?? '1') === 0 ? 'nothing' : 'else'
    case 'feGaussianBlur':
      return isStill('stdDeviation') ? input('in') : 'else'
    case 'feOffset':
      return isStill('dx', 'dy') ? input('in') : 'else'
    case 'feBlend':
      return isPlainBlend(step) ? upon(input('in'), input('in2')) : 'else'
    case 'feMerge':
      return elementsOf(step)
        .map((node): Given => (own(node, 'in') === null ? 'else' : inputOf(node, input, step)))
        .reduce<Given>((under, top) => upon(top, under), 'nothing')
    case 'feColorMatrix':
      return isIdentityMatrix(step) ? input('in') : 'else'
    default:
      return 'else'
  }
}

/** The names of a merge stand on its nodes. */
function inputOf(node: EditElement, input: (name: string) => Given, step: EditElement): Given {
  const before = step.attributes.get('in')
  step.attributes.set('in', own(node, 'in') ?? '')
  const result = input('in')
  if (before === undefined) step.attributes.delete('in')
  else step.attributes.set('in', before)
  return result
}

function isPlainBlend(step: EditElement): boolean {
  return (own(step, 'mode') ?? 'normal') === 'normal'
}

function isIdentityMatrix(step: EditElement): boolean {
  const type = own(step, 'type') ?? 'matrix'
  const { numbers } = parseNumbers(own(step, 'values') ?? '')
  if (type === 'saturate') return numbers.join(' ') === '1'
  if (type === 'hueRotate') return numbers.join(' ') === '0'
  const identity = '1 0 0 0 0 0 1 0 0 0 0 0 1 0 0 0 0 0 1 0'
  return type === 'matrix' && (numbers.length === 0 || numbers.join(' ') === identity)
}

function upon(top: Given, under: Given): Given {
  if (top === 'nothing') return under
  return under === 'nothing' ? top : 'else'
}
