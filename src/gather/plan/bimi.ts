/** BIMI: the assertion record as receivers discover it, and what it names (BIMI draft, Assertion Record Discovery). */
import { absent, mapFact, valueOf, type Source } from '../../facts/fact.ts'
import { parseBimiRecord } from '../../protocols/bimi/record.ts'
import { DEFAULT_SELECTOR, recordName } from '../../protocols/bimi/selector.ts'
import { isSelectedBimiRecord } from '../../protocols/bimi/version.ts'
import type { FactPlan } from '../plan.ts'
import { askAddresses, askNames, askRecord, entry, hasNone, together } from './ask.ts'
import {
  namedFile,
  namedHosts,
  nameFor,
  nameForAddress,
  organizationOf,
  prefixNames,
  selectorOf,
} from './assertion.ts'

const FOUND_BY = ['bimiTxt', 'bimiOrgTxt', 'bimiLocalPartTxt'] as const

export const BIMI_PLAN: readonly FactPlan[] = [
  entry({
    name: 'bimiTxt',
    after: [],
    of: 'resolver',
    asks: (subject) => `\`TXT\` of \`${nameFor(subject)}\``,
    gather: (subject, _, sources, signal) => askRecord(nameFor(subject), sources, signal),
  }),
  entry({
    name: 'bimiOrgTxt',
    after: ['bimiTxt', 'dmarcTxt', 'dmarcAbove'],
    of: 'resolver',
    asks: (subject) => `the assertion record of the organization above \`${subject.domain}\``,
    when: (known, { domain }) => {
      // Records that receivers drop are no record: they go on to the organizational domain.
      const isNone = hasNone(known.bimiTxt, (text) => ({ ours: isSelectedBimiRecord(text) }))
      const organization = organizationOf(known)
      return isNone && organization !== undefined && valueOf(organization) !== domain
    },
    async gather(subject, known, sources, signal) {
      const organization = organizationOf(known)
      if (organization === undefined) return absent('nodata', nowhere(subject.domain))
      if (organization.state !== 'found') return mapFact(organization, () => [])
      return sources.dns(recordName(selectorOf(subject), organization.value), 'TXT', signal)
    },
  }),
  entry({
    name: 'bimiElsewhere',
    after: ['bimiTxt', 'bimiOrgTxt'],
    of: 'resolver',
    asks: (subject) => `\`TXT\` at names that are taken for \`${nameFor(subject)}\``,
    when: ({ bimiTxt, bimiOrgTxt }, subject) =>
      selectorOf(subject) === DEFAULT_SELECTOR &&
      hasNone(bimiTxt, parseBimiRecord) &&
      (bimiOrgTxt === undefined || hasNone(bimiOrgTxt, parseBimiRecord)),
    async gather({ domain }, _, sources, signal) {
      // bimi.record.wrong-name; the domain itself is a fact of its own.
      const names = [
        `_bimi.${domain}`,
        `default_bimi.${domain}`,
        `default.bimi.${domain}`,
        `default._bimi.${domain}.${domain}`,
      ]
      return together(await askNames(names, sources, signal), domain)
    },
  }),
  entry({
    name: 'bimiLocalPartTxt',
    after: ['bimiTxt', 'bimiOrgTxt'],
    of: 'resolver',
    asks: ({ domain }) => `the assertion record for the address typed, below \`${domain}\``,
    when: (known, subject) => nameForAddress(known, subject) !== null,
    gather: (subject, known, sources, signal) =>
      sources.dns(nameForAddress(known, subject) ?? nameFor(subject), 'TXT', signal),
  }),
  entry({
    name: 'bimiPrefixes',
    after: FOUND_BY,
    of: 'resolver',
    asks: ({ domain }) => `the records that \`lps\` of \`${domain}\` announces`,
    when: (known) => prefixNames(known).length > 0,
    gather: async ({ domain }, known, sources, signal) =>
      together(await askNames(prefixNames(known), sources, signal), domain),
  }),
  entry({
    name: 'bimiHosts',
    after: FOUND_BY,
    of: 'resolver',
    asks: ({ domain }) => `addresses of the hosts of the logo and certificate of \`${domain}\``,
    when: (known) => namedHosts(known).length > 0,
    async gather({ domain }, known, sources, signal) {
      const hosts = namedHosts(known).map((host) => askAddresses(host, sources, signal))
      return together(await Promise.all(hosts), domain)
    },
  }),
  entry({
    name: 'indicator',
    after: FOUND_BY,
    of: 'fetcher',
    asks: ({ domain }) => `the logo that \`${domain}\` names`,
    when: (known) => namedFile(known, 'location') !== null,
    async gather({ domain }, known, sources, signal) {
      const file = namedFile(known, 'location')
      return file === null ? absent('nodata', nowhere(domain)) : sources.indicator(file, signal)
    },
  }),
  entry({
    name: 'evidence',
    after: FOUND_BY,
    of: 'fetcher',
    asks: ({ domain }) => `the mark certificate that \`${domain}\` names`,
    when: (known) => namedFile(known, 'evidence') !== null,
    async gather({ domain }, known, sources, signal) {
      const file = namedFile(known, 'evidence')
      return file === null ? absent('nodata', nowhere(domain)) : sources.evidence(file, signal)
    },
  }),
]

/** Of what is not there because nobody names it. */
function nowhere(name: string): Source {
  return { name, via: 'derived' }
}
