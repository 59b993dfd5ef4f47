/** The cascade (CSS Cascading Level 4 section 6) over a drawing, with attributes as its lowest layer. */
import type { EditElement } from '../edit/element.ts'
import { readDeclarations, type Declared } from './declarations.ts'
import type { Places } from './places.ts'
import { classesOf, type CompiledSelector } from './selector.ts'
import type { SheetRule } from './sheet.ts'

/** Value by property. */
export type Winners = Map<string, string>

interface Ranked extends Declared {
  rank: number
}

const IMPORTANT = 1e15
const INLINE = 1e14

interface Entry {
  /** Place of its rule among all rules. */
  order: number
  selector: CompiledSelector
}

/** Rules, found by what their elements must have: drawings with thousands of classes are common. */
export class RuleIndex {
  private readonly byKey = new Map<string, Entry[]>()
  private readonly rules: readonly SheetRule[]
  private readonly places: Places

  constructor(rules: readonly SheetRule[], places: Places) {
    this.rules = rules
    this.places = places
    for (const [order, { selectors }] of rules.entries())
      for (const selector of selectors) {
        const entries = this.byKey.get(selector.key)
        if (entries === undefined) this.byKey.set(selector.key, [{ order, selector }])
        else entries.push({ order, selector })
      }
  }

  /** What sheets and `style` say of an element: for each property the declaration that wins. */
  winnersFor(element: EditElement): Winners {
    const ranked: Ranked[] = []
    const add = (declarations: readonly Declared[], specificity: number): void => {
      for (const each of declarations)
        ranked.push({ ...each, rank: specificity + (each.isImportant ? IMPORTANT : 0) })
    }
    const fitting = [...this.fitting(element)].sort(([a], [b]) => a - b)
    for (const [order, specificity] of fitting)
      add(this.rules[order]?.declarations ?? [], specificity)
    const inline = element.attributes.get('style')
    if (inline !== undefined) add(readDeclarations(inline), INLINE)
    // The sort is stable: of two with one rank, the later wins.
    ranked.sort((a, b) => a.rank - b.rank)
    return new Map(ranked.map(({ property, value }) => [property, value]))
  }

  /** Places of the rules that mean the element, with the specificity of their best selector. */
  private fitting(element: EditElement): Map<number, number> {
    const found = new Map<number, number>()
    const classes = new Set(classesOf(element).map((name) => `.${name}`))
    for (const key of ['', element.name, `#${element.attributes.get('id') ?? ''}`, ...classes])
      for (const { order, selector } of this.byKey.get(key) ?? [])
        if (selector.matches(element, this.places))
          found.set(order, Math.max(found.get(order) ?? 0, selector.specificity))
    return found
  }
}

/** Custom properties (CSS Custom Properties Level 1), which are inherited. */
export type Variables = ReadonlyMap<string, string>

/** The longest value that substitution may make: there are sheets that double a text thirty times. */
const MOST = 10_000

/** Puts variables in their places; null where one is missing and nothing stands for it. */
export function substituted(value: string, variables: Variables): string | null {
  let text = value
  for (let round = 0; round < 50; round++) {
    const call = lastCall(text)
    if (call === null) return text.trim()
    const by = variables.get(call.name)?.trim() ?? call.fallback
    if (by === null) return null
    text = text.slice(0, call.start) + by + text.slice(call.end)
    if (text.length > MOST) return null
  }
  return null
}

interface Call {
  start: number
  end: number
  name: string
  fallback: string | null
}

/** The last `var(` has no other within. */
function lastCall(text: string): Call | null {
  const start = text.toLowerCase().lastIndexOf('var(')
  if (start === -1) return null
  let depth = 0
  let end = start + 3
  for (; end < text.length; end++) {
    if (text[end] === '(') depth++
    else if (text[end] === ')' && --depth === 0) break
  }
  const inner = text.slice(start + 4, end)
  const comma = inner.indexOf(',')
  return {
    start,
    end: end + 1,
    name: (comma === -1 ? inner : inner.slice(0, comma)).trim(),
    fallback: comma === -1 ? null : inner.slice(comma + 1).trim(),
  }
}
