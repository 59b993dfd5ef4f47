/** Two files of one logo, element by element: what a content management system, or a hand, did on the way. */
import { childElements, textOf, type SvgElement } from '../../../svg/tree.ts'

export interface Difference {
  kind: 'lost' | 'added' | 'changed'
  /** `baseProfile on svg`, `title`: from a machine. */
  what: string
  before: string | null
  after: string | null
  /** How often the same happened. */
  count: number
}

/** @param own the file that was meant; @param served the one that is published. */
export function differencesOf(own: SvgElement, served: SvgElement): Difference[] {
  const all: Difference[] = []
  compare(own, served, all)
  return grouped(all)
}

function compare(own: SvgElement, served: SvgElement, all: Difference[]): void {
  const stack: [SvgElement, SvgElement][] = [[own, served]]
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const [a, b] = next
    attributes(a, b, all)
    texts(a, b, all)
    const pairs = paired(childElements(a), childElements(b))
    for (const [one, other] of pairs.toReversed())
      if (one !== null && other !== null) stack.push([one, other])
    for (const [one, other] of pairs) {
      if (one !== null && other === null) all.push(whole('lost', one))
      if (one === null && other !== null) all.push(whole('added', other))
    }
  }
}

function attributes(own: SvgElement, served: SvgElement, all: Difference[]): void {
  const after = new Map(served.attributes.map(({ name, value }) => [name, value]))
  const before = new Map(own.attributes.map(({ name, value }) => [name, value]))
  for (const [name, value] of before) {
    const now = after.get(name)
    const what = `${name} on ${own.name}`
    if (now === undefined) all.push({ kind: 'lost', what, before: value, after: null, count: 1 })
    else if (now !== value) all.push({ kind: 'changed', what, before: value, after: now, count: 1 })
  }
  for (const [name, value] of after)
    if (!before.has(name))
      all.push({
        kind: 'added',
        what: `${name} on ${own.name}`,
        before: null,
        after: value,
        count: 1,
      })
}

function texts(own: SvgElement, served: SvgElement, all: Difference[]): void {
  const before = textOf(own).trim()
  const after = textOf(served).trim()
  if (before !== after)
    all.push({ kind: 'changed', what: `text of ${own.name}`, before, after, count: 1 })
}

function whole(kind: 'lost' | 'added', element: SvgElement): Difference {
  const text = textOf(element).trim() || null
  const what = element.name
  return kind === 'lost'
    ? { kind, what, before: text, after: null, count: 1 }
    : { kind, what, before: null, after: text, count: 1 }
}

type Pair = readonly [SvgElement | null, SvgElement | null]

/** In order: equal names find each other, and what stands between has no partner. */
function paired(own: readonly SvgElement[], served: readonly SvgElement[]): Pair[] {
  const pairs: Pair[] = []
  let from = 0
  for (const element of own) {
    const at = served.findIndex((other, place) => place >= from && isSame(element, other))
    if (at === -1) {
      pairs.push([element, null])
      continue
    }
    for (const added of served.slice(from, at)) pairs.push([null, added])
    pairs.push([element, served[at] ?? null])
    from = at + 1
  }
  return [...pairs, ...served.slice(from).map((added) => [null, added] as const)]
}

function isSame(a: SvgElement, b: SvgElement): boolean {
  if (a.name !== b.name) return false
  const shape = (element: SvgElement) =>
    element.attributes.find(({ name }) => name === 'd' || name === 'points')?.value
  const [mine, theirs] = [shape(a), shape(b)]
  return mine === undefined || theirs === undefined || mine === theirs || bareNumbers(mine, theirs)
}

/** The same outline with numbers written in another way: optimizers round. */
function bareNumbers(a: string, b: string): boolean {
  const letters = (path: string) => path.replace(/[^A-Za-z]/g, '').toLowerCase()
  return letters(a) === letters(b)
}

function grouped(all: readonly Difference[]): Difference[] {
  const groups = new Map<string, Difference>()
  for (const one of all) {
    const key = `${one.kind} ${one.what}`
    const known = groups.get(key)
    if (known === undefined) groups.set(key, { ...one })
    else known.count += 1
  }
  return [...groups.values()]
}
