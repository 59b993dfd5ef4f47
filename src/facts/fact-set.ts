import type { Certificate } from '../protocols/certificate/certificate.ts'
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
import type { TlsRptProblem, TlsRptRecord } from '../protocols/tls-rpt/record.ts'
import type { BimiDerivedFacts, BimiRawFacts } from './bimi-facts.ts'
import type { DaneRawFacts } from './dane-facts.ts'
import type { DmarcDerivedFacts, DmarcRawFacts } from './dmarc-facts.ts'
import type { Fact, Failed } from './fact.ts'
import type { HeaderRawFacts } from './header-facts.ts'
import type { HostAddresses } from './host-addresses.ts'
import type { LogoDerivedFacts, LogoRawFacts } from './logo-facts.ts'
import type { NamedTxt, TxtSelection } from './txt.ts'

export type { HostAddresses, NamedTxt, TxtSelection }

/** One target of an MX record. */
export interface MxHost extends HostAddresses {
  /** SOA of the registrable domain; asked only when the host does not exist. */
  zone?: Fact<SoaRecord[]>
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
  /** `_mta-sts.<random>.<domain>`; asked only when a wildcard answers and the domain has TXT there. */
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
export interface RawFacts
  extends DmarcRawFacts, BimiRawFacts, DaneRawFacts, HeaderRawFacts, LogoRawFacts {
  /** Milliseconds since 1970; rules have no other clock. */
  now: Fact<number>
  subject: Fact<DomainInput>
  mx: Fact<MxRecord[]>
  mxHosts: Fact<MxHost[]>
  /** Addresses of the domain itself; asked only when it has no MX. */
  domainAddresses: Fact<HostAddresses>
  /** TXT of the domain itself: SPF, and records published one level too high. */
  domainTxt: Fact<TxtRecord[]>
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

/** What a handshake showed, with its certificates read. */
export interface PolicyTls {
  host: string
  /** `TLSv1.3`, `TLSv1.2` … */
  protocol: string
  trusted: boolean
  /** Why it is not trusted: the code of the TLS library; null when it is, or when the library gave none. */
  error: string | null
  /** The certificate of the host itself; null when it could not be read. */
  leaf: Certificate | null
  /** Those above it that the host sent along, as far as they could be read. */
  above: Certificate[]
}

/** Computed from raw facts by `derive`. */
export interface DerivedFacts extends DmarcDerivedFacts, BimiDerivedFacts, LogoDerivedFacts {
  mtaStsRecord: Fact<TxtSelection<StsRecord, StsRecordProblem>>
  mtaStsPolicy: Fact<ParsedStsPolicy>
  /** Whatever the policy host answered, of any status and behind any certificate. */
  policyAnswer: Fact<HttpAnswer>
  /** The handshake with the policy host; missing where the way of fetching does not show it. */
  policyTls: Fact<PolicyTls>
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
  // Facts are plain data. An instance of a class, such as the tree of a logo, holds none.
  if (!Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype) return []
  return Object.values(value).flatMap(inner)
}

/** Every rule asks about the same facts, which do not change. */
const FAILURES = new WeakMap<Fact<unknown>, readonly Failed[]>()

export function failuresIn(fact: Fact<unknown>): readonly Failed[] {
  const known = FAILURES.get(fact)
  if (known !== undefined) return known
  const failures = partsOf(fact).filter((part) => part.state === 'failed')
  FAILURES.set(fact, failures)
  return failures
}
