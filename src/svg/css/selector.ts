/** Selectors (Selectors Level 4) as functions that say whether an element is meant. */
import type { AttributeSelector, CssNode, PseudoClassSelector, Selector } from 'css-tree'
import type { EditElement } from '../edit/element.ts'
import type { Places } from './places.ts'
import { namedPseudoClass, nth } from './structural.ts'

export type Test = (element: EditElement, places: Places) => boolean

export interface CompiledSelector {
  matches: Test
  /** Ids, then classes, then types, as digits of one number. */
  specificity: number
  /** What an element must have to be meant: `#id`, `.class` or its name; empty where any may be. */
  key: string
}

type Part = Omit<CompiledSelector, 'key'>

/** What cannot be read: its text is for the one who drew it. */
export class UnreadableSelector extends Error {}

const ID = 1e8
const CLASS = 1e4
const TYPE = 1

export function compileSelector(selector: Selector): CompiledSelector {
  let specificity = 0
  let whole: Test | null = null
  let compound: Test[] = []
  let combinator = ''
  const close = (): void => {
    const here = all(compound)
    whole = whole === null ? here : joined(whole, combinator, here)
    compound = []
  }
  for (const node of selector.children.toArray()) {
    if (node.type === 'Combinator') {
      close()
      combinator = node.name.trim()
      continue
    }
    const part = simple(node)
    specificity += part.specificity
    compound.push(part.matches)
  }
  close()
  return { matches: whole ?? (() => false), specificity, key: keyOf(selector) }
}

function keyOf(selector: Selector): string {
  const nodes = selector.children.toArray()
  const last = nodes.slice(nodes.findLastIndex(({ type }) => type === 'Combinator') + 1)
  const id = last.find(({ type }) => type === 'IdSelector')
  const named = id ?? last.find(({ type }) => type === 'ClassSelector') ?? last[0]
  if (named?.type === 'IdSelector') return `#${named.name}`
  if (named?.type === 'ClassSelector') return `.${named.name}`
  const name = named?.type === 'TypeSelector' ? localName(named.name) : '*'
  return name === '*' ? '' : name
}

function localName(written: string): string {
  return written.slice(written.indexOf('|') + 1)
}

function all(tests: readonly Test[]): Test {
  return (element, places) => element.isSvg && tests.every((test) => test(element, places))
}

function joined(left: Test, combinator: string, right: Test): Test {
  const related = relation(combinator)
  return (element, places) =>
    right(element, places) && related(element, places, (other) => left(other, places))
}

type Relation = (
  element: EditElement,
  places: Places,
  isWanted: (other: EditElement) => boolean,
) => boolean

function relation(combinator: string): Relation {
  switch (combinator) {
    case '':
      return (element, places, isWanted) => {
        for (let up = places.parentOf(element); up !== undefined; up = places.parentOf(up))
          if (isWanted(up)) return true
        return false
      }
    case '>':
      return (element, places, isWanted) => {
        const parent = places.parentOf(element)
        return parent !== undefined && isWanted(parent)
      }
    case '+':
      return (element, places, isWanted) => {
        const siblings = places.among(element)
        const before = siblings[siblings.indexOf(element) - 1]
        return before !== undefined && isWanted(before)
      }
    case '~':
      return (element, places, isWanted) => {
        const siblings = places.among(element)
        return siblings.slice(0, siblings.indexOf(element)).some(isWanted)
      }
    default:
      throw new UnreadableSelector(combinator)
  }
}

function simple(node: CssNode): Part {
  switch (node.type) {
    case 'TypeSelector':
      return typeSelector(node.name)
    case 'IdSelector':
      return { matches: ({ attributes }) => attributes.get('id') === node.name, specificity: ID }
    case 'ClassSelector':
      return { matches: (element) => classesOf(element).includes(node.name), specificity: CLASS }
    case 'AttributeSelector':
      return { matches: attributeTest(node), specificity: CLASS }
    case 'PseudoClassSelector':
      return pseudoClass(node)
    case 'PseudoElementSelector':
      return { matches: () => false, specificity: TYPE }
    default:
      throw new UnreadableSelector(node.type)
  }
}

function typeSelector(written: string): Part {
  const name = localName(written)
  if (name === '*') return { matches: () => true, specificity: 0 }
  return { matches: (element) => element.name === name, specificity: TYPE }
}

export function classesOf({ attributes }: EditElement): string[] {
  return attributes.get('class')?.split(/[ \t\r\n\f]+/) ?? []
}

function attributeTest({ name, matcher, value, flags }: AttributeSelector): Test {
  const key = name.name.replace('|', ':').replace(/^:/, '')
  const folded = (text: string): string =>
    flags?.toLowerCase() === 'i' ? text.toLowerCase() : text
  const wanted = value === null ? '' : folded(value.type === 'String' ? value.value : value.name)
  const compare = comparison(matcher, wanted)
  return ({ attributes }) => {
    const seen = attributes.get(key)
    return seen !== undefined && compare(folded(seen))
  }
}

function comparison(matcher: string | null, wanted: string): (seen: string) => boolean {
  switch (matcher) {
    case null:
      return () => true
    case '=':
      return (seen) => seen === wanted
    case '~=':
      return (seen) => wanted !== '' && seen.split(/\s+/).includes(wanted)
    case '|=':
      return (seen) => seen === wanted || seen.startsWith(`${wanted}-`)
    case '^=':
      return (seen) => wanted !== '' && seen.startsWith(wanted)
    case '$=':
      return (seen) => wanted !== '' && seen.endsWith(wanted)
    case '*=':
      return (seen) => wanted !== '' && seen.includes(wanted)
    default:
      throw new UnreadableSelector(matcher)
  }
}

function pseudoClass(node: PseudoClassSelector): Part {
  const name = node.name.toLowerCase()
  const [inner] = node.children?.toArray() ?? []
  if (inner === undefined) {
    const matches = namedPseudoClass(name)
    if (matches === null) throw new UnreadableSelector(`:${name}`)
    return { matches, specificity: CLASS }
  }
  if (inner.type === 'Nth') {
    const matches = inner.selector === null ? nth(name, inner.nth) : null
    if (matches === null) throw new UnreadableSelector(`:${name}()`)
    return { matches, specificity: CLASS }
  }
  if (inner.type !== 'SelectorList' || !['not', 'is', 'where', 'matches'].includes(name))
    throw new UnreadableSelector(`:${name}()`)
  const list = selectorsIn(inner.children.toArray())
  const isIn: Test = (element, places) => list.some(({ matches }) => matches(element, places))
  const most = Math.max(0, ...list.map(({ specificity }) => specificity))
  return {
    matches: name === 'not' ? (element, places) => !isIn(element, places) : isIn,
    specificity: name === 'where' ? 0 : most,
  }
}

function selectorsIn(nodes: readonly CssNode[]): CompiledSelector[] {
  return nodes.map((node) => {
    if (node.type !== 'Selector') throw new UnreadableSelector(node.type)
    return compileSelector(node)
  })
}
