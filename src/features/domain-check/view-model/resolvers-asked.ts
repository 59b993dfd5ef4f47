import { partsOf, type RawFactSet } from '../../../facts/fact-set.ts'
import type { Fact } from '../../../facts/fact.ts'

/** Every resolver that was sent a name in this check, as a phrase. */
export function resolversInWords(facts: RawFactSet, first: string): string {
  return resolversAsked(facts, first)
    .map((name) => `\`${name}\``)
    .join(' and ')
}

/** Every resolver that was sent a name in this check, those that answered first come first. */
export function resolversAsked(facts: RawFactSet, first: string): string[] {
  const names = Object.values(facts).flatMap((fact) =>
    partsOf(fact as Fact<unknown>).flatMap(
      ({ source: { dns } }) => dns?.asked ?? dns?.resolver ?? [],
    ),
  )
  return [...new Set([first, ...names.filter((name) => name !== '' && !name.includes(', '))])]
}
