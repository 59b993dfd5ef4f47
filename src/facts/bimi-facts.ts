import type { TxtRecord } from '../protocols/dns/records.ts'
import type { HttpAnswer } from '../protocols/http/answer.ts'
import type { BimiRecordProblem } from '../protocols/bimi/problem.ts'
import type { BimiRecord } from '../protocols/bimi/record.ts'
import type { Fact } from './fact.ts'
import type { HostAddresses } from './host-addresses.ts'
import type { NamedTxt, TxtSelection } from './txt.ts'

/** Which record is asked for. */
export interface BimiQuestion {
  selector: string
  /** The visitor or a message named it: then nothing falls back to `default`. */
  custom: boolean
  /** Of the author's address, when one was typed: for `lps`. */
  localPart: string | null
}

export interface BimiRawFacts {
  bimiQuestion: Fact<BimiQuestion>
  /** TXT at `<selector>._bimi.<domain>`. */
  bimiTxt: Fact<TxtRecord[]>
  /** The same at the organizational domain, where that is another; asked when the domain has no record. */
  bimiOrgTxt: Fact<TxtRecord[]>
  /** TXT at `<label of the local part>._bimi.<same domain>`; asked when the record has `lps` that covers it. */
  bimiLocalPartTxt: Fact<TxtRecord[]>
  /** Whether records for the prefixes of `lps` exist. */
  bimiPrefixes: Fact<NamedTxt[]>
  /** Wrong names; asked only when no record was found. */
  bimiElsewhere: Fact<NamedTxt[]>
  /** Addresses of the hosts of `l=` and `a=`. */
  bimiHosts: Fact<HostAddresses[]>
  /** What the address in `l=` answers, as the proxy or the page saw it. */
  indicator: Fact<HttpAnswer>
  /** What the address in `a=` answers. */
  evidence: Fact<HttpAnswer>
}

/** The record that a receiver uses, and where it stands. */
export interface BimiAssertion {
  /** `default._bimi.example.com` */
  name: string
  at: 'domain' | 'organizational-domain' | 'local-part'
  record: BimiRecord
}

export type BimiSelection = TxtSelection<BimiRecord, BimiRecordProblem>

export interface BimiDerivedFacts {
  /** The records at the domain itself, or, where it has none, at its organizational domain. */
  bimiRecord: Fact<BimiSelection>
  /** Absent when no usable record applies. */
  bimiAssertion: Fact<BimiAssertion>
}
