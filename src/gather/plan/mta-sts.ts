/** MTA-STS: the record, the policy host and the file, all from the start (RFC 8461 sections 3.1 to 3.3). */
import { policyUrl } from '../../facts/build.ts'
import { valueOf } from '../../facts/fact.ts'
import type { RawFactSet } from '../../facts/fact-set.ts'
import { hasAddress, hasNoAddress } from '../../facts/host.ts'
import { parseStsRecord } from '../../protocols/mta-sts/record.ts'
import type { FactPlan } from '../plan.ts'
import { askAddresses, askNames, askRecord, entry, hasNone, together } from './ask.ts'
import { climbCaa } from './caa.ts'

export const MTA_STS_PLAN: readonly FactPlan[] = [
  entry({
    name: 'mtaStsTxt',
    after: [],
    of: 'resolver',
    asks: ({ domain }) => `\`TXT\` of \`_mta-sts.${domain}\``,
    gather: ({ domain }, _, sources, signal) => askRecord(`_mta-sts.${domain}`, sources, signal),
  }),
  entry({
    name: 'mtaStsPolicyFile',
    after: [],
    of: 'fetcher',
    asks: ({ domain }) => `\`${policyUrl(domain)}\``,
    gather: ({ domain }, _, sources, signal) => sources.policyFile(domain, signal),
  }),
  entry({
    name: 'policyHost',
    after: [],
    of: 'resolver',
    asks: ({ domain }) => `\`A\` and \`AAAA\` of \`mta-sts.${domain}\``,
    gather: async ({ domain }, _, sources, signal) => {
      const name = `mta-sts.${domain}`
      return together(await askAddresses(name, sources, signal), name)
    },
  }),
  entry({
    name: 'mtaStsElsewhere',
    after: ['mtaStsTxt'],
    of: 'resolver',
    asks: ({ domain }) => `\`TXT\` at names that are taken for \`_mta-sts.${domain}\``,
    when: ({ mtaStsTxt }) => hasNone(mtaStsTxt, parseStsRecord),
    async gather({ domain }, _, sources, signal) {
      // sts.record.wrong-name; the domain itself is a fact of its own.
      const names = [
        `mta-sts.${domain}`,
        `_mta_sts.${domain}`,
        `_mtasts.${domain}`,
        `_mta-sts.${domain}.${domain}`,
      ]
      return together(await askNames(names, sources, signal), domain)
    },
  }),
  entry({
    name: 'underscoreHost',
    after: ['policyHost'],
    of: 'resolver',
    asks: ({ domain }) => `\`A\` and \`AAAA\` of \`_mta-sts.${domain}\``,
    when: ({ policyHost }) => policyHost?.state === 'found' && hasNoAddress(policyHost.value),
    async gather({ domain }, _, sources, signal) {
      const name = `_mta-sts.${domain}`
      return together(await askAddresses(name, sources, signal), name)
    },
  }),
  entry({
    name: 'wildcard',
    after: ['mtaStsTxt', 'policyHost'],
    of: 'resolver',
    asks: ({ domain }) => `a name below \`${domain}\` that nobody chose`,
    async gather({ domain }, known, sources, signal) {
      const name = `${sources.randomLabel()}.${domain}`
      const hostInQuestion = hasUnannouncedHost(known)
      const [txt, addresses] = await Promise.all([
        sources.dns(name, 'TXT', signal),
        hostInQuestion ? askAddresses(name, sources, signal) : undefined,
      ])
      const probe = { name, txt, ...(addresses === undefined ? {} : { addresses }) }
      // A wildcard answers at every depth (RFC 4592 section 2.2): where it has no TXT here, it has none below.
      const isDoubtful = txt.state === 'found' && known.mtaStsTxt?.state === 'found'
      if (!isDoubtful) return together(probe, name)
      const mtaStsTxt = await sources.dns(`_mta-sts.${name}`, 'TXT', signal)
      return together({ ...probe, mtaStsTxt }, name)
    },
  }),
  entry({
    name: 'caa',
    after: ['policyHost'],
    of: 'resolver',
    asks: ({ domain }) => `\`CAA\` of \`mta-sts.${domain}\` and the names above`,
    when: ({ policyHost }) => policyHost?.state === 'found' && hasAddress(policyHost.value),
    async gather({ domain }, _, sources, signal) {
      const host = `mta-sts.${domain}`
      return together([await climbCaa(host, sources, signal)], host)
    },
  }),
]

/** A policy host, and no record: does it only exist because of a wildcard? */
function hasUnannouncedHost({ policyHost, mtaStsTxt }: RawFactSet): boolean {
  const host = valueOf(policyHost)
  return host !== null && hasAddress(host) && hasNone(mtaStsTxt, parseStsRecord)
}
