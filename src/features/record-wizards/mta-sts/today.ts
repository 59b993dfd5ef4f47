import { hostsOf, livePolicy, patternsFor } from '../../../checks/corrections/policy.ts'
import type { FactSet, RawFacts } from '../../../facts/fact-set.ts'
import { valueOf } from '../../../facts/fact.ts'
import { registrableDomainOf } from '../../../protocols/dns/public-suffix.ts'
import { isNullMx } from '../../../protocols/mx/mx.ts'
import { servedAge } from '../../../publish/make/max-age.ts'
import { stsStanding, type MtaStsToday } from '../../../publish/make/mta-sts.ts'
import { patternsFromMx, type PatternsFromMx } from '../../../publish/make/patterns-from-mx.ts'
import type { Live } from '../queries/use-live-facts.ts'

/** What the wizard looks up. */
export const WANTED: ReadonlySet<keyof RawFacts> = new Set([
  'mx',
  'domainAddresses',
  'mtaStsTxt',
  'mtaStsPolicyFile',
  'policyHost',
  'tlsRptTxt',
])

/** Without these the texts might double a record, or leave a mail server out. */
const NEEDED: readonly (keyof RawFacts)[] = [
  'mx',
  'domainAddresses',
  'mtaStsTxt',
  'mtaStsPolicyFile',
]

/** One mail server that the DNS names. */
export interface MailServer {
  host: string
  /** "MX 10", or that the domain itself takes its mail. */
  foundIn: string
}

export interface Today extends MtaStsToday {
  servers: readonly MailServer[]
  fromMx: PatternsFromMx
  /** `unknown`: could not be looked up. `null-mx`: takes no mail, and says so. */
  mail: 'known' | 'asking' | 'unknown' | 'none' | 'null-mx'
  /** False while an answer is out without which the texts might do harm. */
  isComplete: boolean
}

/** The domain today, as far as it is known by now. */
export function todayOf(domain: string, { facts, pending, zone, run }: Live): Today {
  const fromMx = patternsFromMx(hostsOf(facts, domain))
  const live = livePolicy(facts)
  const kept = live === null ? null : patternsFor(facts, domain, live)
  return {
    domain,
    zone: zone?.zone ?? registrableDomainOf(domain) ?? domain,
    now: run?.began ?? 0,
    record: stsStanding(domain, facts.mtaStsTxt),
    policy: servedAge(facts.mtaStsPolicyFile, live),
    patterns: kept?.mx ?? fromMx.patterns,
    servers: serversOf(facts, domain),
    fromMx,
    mail: mailOf(facts, pending),
    isComplete:
      run !== undefined && zone !== undefined && !NEEDED.some((name) => pending.has(name)),
  }
}

function serversOf(facts: FactSet, domain: string): MailServer[] {
  const records = valueOf(facts.mx)
  if (records === null)
    return hostsOf(facts, domain).map((host) => ({ host, foundIn: 'the domain’s own address' }))
  return hostsOf(facts, domain).map((host) => {
    const preferences = records
      .filter(({ exchange }) => exchange === host)
      .map(({ preference }) => preference)
    return { host, foundIn: `MX ${Math.min(...preferences)}` }
  })
}

function mailOf(facts: FactSet, pending: Live['pending']): Today['mail'] {
  const { mx, domainAddresses } = facts
  if (mx?.state === 'found') return isNullMx(mx.value) ? 'null-mx' : 'known'
  if (pending.has('mx') || pending.has('domainAddresses')) return 'asking'
  if (mx?.state !== 'absent' || domainAddresses?.state === 'failed') return 'unknown'
  return hostsOf(facts, facts.subject?.state === 'found' ? facts.subject.value.domain : '').length >
    0
    ? 'known'
    : 'none'
}
