import type { DomainInput } from '../protocols/dns/domain-input.ts'
import type {
  CaaRecord,
  DsRecord,
  MxRecord,
  SoaRecord,
  TxtRecord,
} from '../protocols/dns/records.ts'
import type { HttpAnswer } from '../protocols/http/answer.ts'
import type { ParsedStsPolicy } from '../protocols/mta-sts/policy.ts'
import type { StsRecord, StsRecordProblem } from '../protocols/mta-sts/record.ts'
import type { Parsed } from '../protocols/text/problem.ts'
import type { TlsRptProblem, TlsRptRecord } from '../protocols/tls-rpt/record.ts'
import type { Fact, Failed } from './fact.ts'

/** A and AAAA of one name, aliases in each fact's source. */
export interface HostAddresses {
  name: string
  a: Fact<string[]>
  aaaa: Fact<string[]>
}

/** One target of an MX record. */
export interface MxHost extends HostAddresses {
  /** SOA of the registrable domain; asked only when the host does not exist. */
  zone?: Fact<SoaRecord[]>
}

/** TXT of a name other than the right one, where people publish records by mistake. */
export interface NamedTxt {
  name: string
  txt: Fact<TxtRecord[]>
}

/** Does the target of a report address exist, and does it take mail? */
export interface ReportTarget {
  /** The URI as it stands in the record. */
  uri: string
  kind: 'mailto' | 'https'
  host: string
  /** MX of the mail domain; asked for `mailto` only. */
  mx?: Fact<MxRecord[]>
  /** Addresses; asked for `https`, and for `mailto` when there is no MX. */
  addresses?: HostAddresses
}

/** Names with a label that nobody chose; an answer shows a wildcard. */
export interface WildcardProbe {
  /** `<random>.<domain>` */
  name: string
  txt: Fact<TxtRecord[]>
  /** `_mta-sts.<random>.<domain>`; asked only when the domain publishes a record. */
  mtaStsTxt?: Fact<TxtRecord[]>
  /** Addresses of `<random>.<domain>`; asked only when there is a policy host and no record that announces it. */
  addresses?: HostAddresses
}

/** CAA as a certification authority would find it (RFC 8659 section 3). */
export interface CaaClimb {
  host: string
  /** The name at which the set was found; the last one asked when none was. */
  at: string
  records: Fact<CaaRecord[]>
}

/** What the last check of this domain, kept in this browser, had seen. */
export interface PreviousCheck {
  time: string
  stsId: string | null
  policyText: string | null
  mode: string | null
  maxAge: number | null
}

/** What was looked up, dropped, typed or kept. A missing key: nobody asked. */
export interface RawFacts {
  /** Milliseconds since 1970; rules have no other clock. */
  now: Fact<number>
  subject: Fact<DomainInput>
  mx: Fact<MxRecord[]>
  mxHosts: Fact<MxHost[]>
  /** Addresses of the domain itself; asked only when it has no MX. */
  domainAddresses: Fact<HostAddresses>
  /** TXT of the domain itself: SPF, and records published one level too high. */
  domainTxt: Fact<TxtRecord[]>
  /** TXT at `_dmarc.<domain>`. */
  dmarcTxt: Fact<TxtRecord[]>
  mtaStsTxt: Fact<TxtRecord[]>
  /** Wrong names; asked only when the right one has no record. */
  mtaStsElsewhere: Fact<NamedTxt[]>
  policyHost: Fact<HostAddresses>
  /** Does a host `_mta-sts.<domain>` exist; asked only when the policy host does not. */
  underscoreHost: Fact<HostAddresses>
  mtaStsPolicyFile: Fact<HttpAnswer>
  tlsRptTxt: Fact<TxtRecord[]>
  tlsRptElsewhere: Fact<NamedTxt[]>
  tlsRptTargets: Fact<ReportTarget[]>
  soa: Fact<SoaRecord[]>
  ns: Fact<string[]>
  /** DS at the parent; asked only when answers are not authenticated. */
  ds: Fact<DsRecord[]>
  /** TXT of sub-domains that receive mail: `_mta-sts.<mx host's domain>` and so on. */
  mailSubdomains: Fact<MailSubdomain[]>
  wildcard: Fact<WildcardProbe>
  caa: Fact<CaaClimb[]>
  previous: Fact<PreviousCheck>
  /** The visitor says that this domain only sends mail. */
  sendsOnly: Fact<boolean>
}

/** A name below the domain that has an MX of its own, and what it publishes. */
export interface MailSubdomain {
  name: string
  mx: Fact<MxRecord[]>
  mtaStsTxt: Fact<TxtRecord[]>
  tlsRptTxt: Fact<TxtRecord[]>
}

/** All TXT records of a name read as one kind of record, as a sender selects among them. */
export interface TxtSelection<T, Code extends string> {
  /** In the order of the answer, which means nothing. */
  entries: Parsed<T, Code>[]
  /** Places in `entries` that the sender's filter keeps: those that begin with exactly the version and a semicolon. */
  selected: number[]
  /** The one record that a strict sender uses, or null. */
  usable: T | null
}

/** Computed from raw facts by `derive`. */
export interface DerivedFacts {
  mtaStsRecord: Fact<TxtSelection<StsRecord, StsRecordProblem>>
  mtaStsPolicy: Fact<ParsedStsPolicy>
  tlsRptRecord: Fact<TxtSelection<TlsRptRecord, TlsRptProblem>>
  /** Every DNS fact of the set, nested ones included: for rules about DNS itself. */
  lookups: Fact<Lookup[]>
}

/** One DNS question and how it went. */
export type Lookup = Fact<unknown> & {
  source: { dns: NonNullable<Fact<unknown>['source']['dns']> }
}

export interface Facts extends RawFacts, DerivedFacts {}
export type FactName = keyof Facts
export type RawFactSet = Partial<RawFacts>
export type FactSet = Partial<Facts>

/** What `Facts[name]` holds when found. */
export type ValueOf<Name extends FactName> = Facts[Name] extends Fact<infer T> ? T : never

function isFact(value: unknown): value is Fact<unknown> {
  return typeof value === 'object' && value !== null && 'state' in value && 'source' in value
}

/** All facts inside a fact, itself first: an MX host carries its addresses as facts of their own. */
export function partsOf(fact: Fact<unknown>): Fact<unknown>[] {
  return [fact, ...inner(fact.state === 'found' ? fact.value : undefined)]
}

function inner(value: unknown): Fact<unknown>[] {
  if (typeof value !== 'object' || value === null) return []
  if (isFact(value)) return partsOf(value)
  return Object.values(value).flatMap(inner)
}

export function failuresIn(fact: Fact<unknown>): Failed[] {
  return partsOf(fact).filter((part) => part.state === 'failed')
}
