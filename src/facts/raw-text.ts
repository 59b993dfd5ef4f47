import { bodyText } from './body-text.ts'
import type { FactName, FactSet } from './fact-set.ts'
import { logoOf } from './logo-facts.ts'

/** A text as it was published, and where. */
export interface RawText {
  about: string
  text: string
}

/** The facts that hold texts with findings in them. */
export const TEXT_FACTS = [
  'mtaStsTxt',
  'mtaStsPolicyFile',
  'tlsRptTxt',
  'dmarcTxt',
  'bimiTxt',
  'bimiOrgTxt',
  'logo',
] as const
export type TextFact = (typeof TEXT_FACTS)[number]

export function isTextFact(name: FactName): name is TextFact {
  return TEXT_FACTS.some((text) => text === name)
}

/** The raw texts of a fact, in the order in which findings count them. */
export function rawTexts(facts: FactSet, name: TextFact): RawText[] {
  const fact = facts[name]
  if (fact === undefined || fact.state === 'failed') return []
  const seen = fact.state === 'found' ? fact.value : fact.seen
  if (seen === undefined) return []
  const about = fact.source.name
  if (Array.isArray(seen)) return seen.map((record) => ({ about, text: record.text }))
  if ('body' in seen) return [{ about, text: bodyText(seen) }]
  return [{ about, text: logoOf(seen).text }]
}
