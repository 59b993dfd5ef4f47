import { valueOf } from '../../../facts/fact.ts'
import type { FactSet } from '../../../facts/fact-set.ts'
import { selectorOfLocalPart } from '../../../protocols/bimi/local-part.ts'

/** Which record applies to which mail, in labelled sentences of our small mark-up. */
export function assertionTerms(facts: FactSet): { name: string; text: string }[] {
  const assertion = valueOf(facts.bimiAssertion)
  if (assertion === null) return []
  const { at, name } = assertion
  const words = {
    'organizational-domain': `The record at \`${name}\`. The domain has none of its own, so its organizational domain speaks for it.`,
    'local-part': `The record at \`${name}\`, which \`lps\` leads to for this address.`,
  }
  // The domain's own record needs no word: it stands right above.
  return [...(at === 'domain' ? [] : [{ name: 'Applies', text: words[at] }]), ...address(facts)]
}

/** The local part matters only to a record with `lps` (BIMI draft, Assertion Record Discovery). */
function address(facts: FactSet): { name: string; text: string }[] {
  const localPart = valueOf(facts.bimiQuestion)?.localPart ?? null
  const assertion = valueOf(facts.bimiAssertion)
  if (localPart === null || assertion === null || assertion.at === 'local-part') return []
  const shown = `\`${localPart.replaceAll('`', 'ˋ')}\``
  const label = selectorOfLocalPart(localPart)
  if (assertion.record.localPartPrefixes === null)
    return [
      {
        name: 'Address',
        text: `All addresses share this record, ${shown} too: it has no \`lps\`.`,
      },
    ]
  const why =
    facts.bimiLocalPartTxt === undefined
      ? 'is not among the prefixes of `lps`, so this record holds'
      : `has no record of its own${label === null ? '' : ` at \`${label}._bimi\``}, so this record holds`
  return [{ name: 'Address', text: `${shown} ${why}.` }]
}
