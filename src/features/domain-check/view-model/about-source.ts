import type { Fact, Source } from '../../../facts/fact.ts'
import { partsOf, type FactSet } from '../../../facts/fact-set.ts'

/** Where the thing that a finding is about was seen: the fact with that name, one that was found if there is one. */
export function aboutSource(facts: FactSet, about: string): Source | null {
  const { lookups: _, ...own } = facts
  const parts = Object.values(own)
    .flatMap((fact) => partsOf(fact as Fact<unknown>))
    .filter(({ source }) => source.name === about && source.via !== 'derived')
  const best = parts.find(({ state }) => state === 'found') ?? parts[0]
  return best?.source ?? null
}
