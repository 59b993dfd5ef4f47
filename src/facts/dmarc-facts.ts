import type { TxtRecord } from '../protocols/dns/records.ts'
import type { DmarcProblem, DmarcRecord } from '../protocols/dmarc/record.ts'
import type { EffectivePolicy, WalkAnswer } from '../protocols/dmarc/tree-walk.ts'
import type { Fact } from './fact.ts'
import type { NamedTxt, TxtSelection } from './txt.ts'

/** Does a foreign domain agree to receive aggregate reports (RFC 9990 section 4)? */
export interface ReportConsent {
  /** The target's domain. */
  domain: string
  /** TXT at `<policy domain>._report._dmarc.<domain>`. */
  txt: Fact<TxtRecord[]>
}

export interface DmarcRawFacts {
  /** TXT at `_dmarc.<domain>`. */
  dmarcTxt: Fact<TxtRecord[]>
  /** TXT at `_dmarc.` before each further name of the tree walk, and before the suffix list's organizational domain. */
  dmarcAbove: Fact<NamedTxt[]>
  /** TXT at `dmarc.<domain>`; asked only when the right name has no record. */
  dmarcElsewhere: Fact<NamedTxt[]>
  /** Asked for targets outside the organizational domain. */
  dmarcConsents: Fact<ReportConsent[]>
}

/** What a receiver makes of all `_dmarc` records on the way up. */
export interface DmarcDiscovery {
  domain: string
  /** One answer per name of the walk, in its order. */
  walk: WalkAnswer[]
  /** By the tree walk of RFC 9989. */
  organizationalDomain: string
  /** By the Public Suffix List, as receivers of RFC 7489 do it; null for a suffix itself. */
  listedDomain: string | null
  /** For mail from the domain itself. */
  effective: EffectivePolicy | null
  /** The same by the old discovery: the domain's record, else that of the listed domain. */
  listedEffective: EffectivePolicy | null
}

export interface DmarcDerivedFacts {
  /** The records at `_dmarc.<domain>`. */
  dmarcRecord: Fact<TxtSelection<DmarcRecord, DmarcProblem>>
  dmarc: Fact<DmarcDiscovery>
}
