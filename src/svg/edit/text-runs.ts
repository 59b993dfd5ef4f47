/** A text as runs of letters, each with the parts that it stands in. */
import type { EditElement, EditNode } from './element.ts'

export interface Run {
  text: string
  /** The parts around it, the outermost first. */
  chain: readonly EditElement[]
  /** Attributes of place that begin with this run: of the parts whose first letters it has. */
  starts: ReadonlyMap<string, string>
}

export interface Runs {
  runs: Run[]
  /** Titles and the like, which are not part of the text. */
  apart: EditNode[]
  /** The name of the first element that is no `tspan`; null for none. */
  strange: string | null
}

const APART = new Set(['title', 'desc', 'metadata'])

export function runsOf(text: EditElement): Runs {
  const found: Runs = { runs: [], apart: [], strange: null }
  collect(text, [], new Set(), found)
  return found
}

function collect(
  element: EditElement,
  chain: readonly EditElement[],
  begun: Set<EditElement>,
  found: Runs,
): void {
  for (const child of element.children) {
    if (child.kind === 'text') found.runs.push(run(child.text, chain, begun))
    else if (child.kind !== 'element' || APART.has(child.name)) found.apart.push(child)
    else if (child.isSvg && child.name === 'tspan') collect(child, [...chain, child], begun, found)
    else found.strange ??= child.name
  }
}

function run(text: string, chain: readonly EditElement[], begun: Set<EditElement>): Run {
  const starts = new Map<string, string>()
  // Blanks before the first letter take no place.
  if (!/[^ \t\r\n]/.test(text)) return { text, chain, starts }
  for (const part of chain) {
    if (begun.has(part)) continue
    begun.add(part)
    for (const name of ['x', 'y', 'dx', 'dy']) {
      const value = part.attributes.get(name)
      if (value !== undefined) starts.set(name, value)
    }
  }
  return { text, chain, starts }
}
