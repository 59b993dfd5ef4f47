/** DMARC: the record, those on the way up, and whether others agree to take its reports (RFC 9989, RFC 9990). */
import { dmarcFacts } from '../../facts/derive/dmarc.ts'
import { valueOf } from '../../facts/fact.ts'
import type { RawFactSet } from '../../facts/fact-set.ts'
import { parseDmarcRecord } from '../../protocols/dmarc/record.ts'
import { reportDomain } from '../../protocols/dmarc/report-uri.ts'
import { walkNames } from '../../protocols/dmarc/tree-walk.ts'
import { registrableDomainOf } from '../../protocols/dns/public-suffix.ts'
import type { FactPlan } from '../plan.ts'
import { askNames, askRecord, entry, hasNone, together } from './ask.ts'

/** More foreign targets than anybody has; beyond them a record would only keep us busy. */
const MOST_TARGETS = 20

export const DMARC_PLAN: readonly FactPlan[] = [
  entry({
    name: 'dmarcTxt',
    after: [],
    of: 'resolver',
    asks: ({ domain }) => `\`TXT\` of \`_dmarc.${domain}\``,
    gather: ({ domain }, _, sources, signal) => askRecord(`_dmarc.${domain}`, sources, signal),
  }),
  entry({
    name: 'dmarcAbove',
    after: [],
    of: 'resolver',
    asks: ({ domain }) => `\`TXT\` of \`_dmarc\` on the way up from \`${domain}\``,
    gather: async ({ domain }, _, sources, signal) =>
      // All at once: a record that ends the walk early is rare, and waiting for each answer is slow.
      together(await askNames(namesAbove(domain), sources, signal), domain),
  }),
  entry({
    name: 'dmarcElsewhere',
    after: ['dmarcTxt'],
    of: 'resolver',
    asks: ({ domain }) => `\`TXT\` of \`dmarc.${domain}\``,
    when: ({ dmarcTxt }) => hasNone(dmarcTxt, parseDmarcRecord),
    gather: async ({ domain }, _, sources, signal) =>
      // dmarc.record.wrong-name; the domain itself is a fact of its own.
      together(await askNames([`dmarc.${domain}`], sources, signal), domain),
  }),
  entry({
    name: 'dmarcConsents',
    after: ['dmarcTxt', 'dmarcAbove'],
    of: 'resolver',
    asks: ({ domain }) => `whether others take DMARC reports about \`${domain}\``,
    when: (known) => foreignTargets(known).targets.length > 0,
    async gather(_, known, sources, signal) {
      const { from, targets } = foreignTargets(known)
      const consents = targets.map(async (domain) => ({
        domain,
        txt: await sources.dns(`${from}._report._dmarc.${domain}`, 'TXT', signal),
      }))
      return together(await Promise.all(consents), `_dmarc.${from}`)
    },
  }),
]

/** The further names of the tree walk, and the one where a receiver with the Public Suffix List looks. */
function namesAbove(domain: string): string[] {
  const [, ...walk] = walkNames(domain)
  const listed = registrableDomainOf(domain)
  const names = listed === null || listed === domain ? walk : [...walk, listed]
  return [...new Set(names)].map((name) => `_dmarc.${name}`)
}

/** Report targets outside the organizational domain of the record that applies (RFC 9990 section 4). */
function foreignTargets(known: RawFactSet): { from: string; targets: string[] } {
  const dmarc = valueOf(dmarcFacts(known).dmarc)
  if (dmarc === null || dmarc.effective === null) return { from: '', targets: [] }
  const { organizationalDomain, effective } = dmarc
  // Where a registry's record applies it has been found above the organization, and may name the registry.
  const homes = [organizationalDomain, effective.from]
  const isForeign = (domain: string) =>
    homes.every((home) => domain !== home && !domain.endsWith(`.${home}`))
  const domains = effective.record.rua.map(reportDomain).filter((domain) => domain !== null)
  const foreign = domains.filter(isForeign)
  return { from: effective.from, targets: [...new Set(foreign)].slice(0, MOST_TARGETS) }
}
