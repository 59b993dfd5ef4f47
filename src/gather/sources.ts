import type {
  CaaRecord,
  DsRecord,
  MxRecord,
  SoaRecord,
  TlsaRecord,
  TxtRecord,
} from '../protocols/dns/records.ts'
import type { HttpAnswer } from '../protocols/http/answer.ts'
import type { Fact } from '../facts/fact.ts'

/** What one question of each type is answered with; CNAMEs come as the chain in a fact's source. */
export interface Answers {
  A: string
  AAAA: string
  CAA: CaaRecord
  DS: DsRecord
  MX: MxRecord
  NS: string
  SOA: SoaRecord
  TLSA: TlsaRecord
  TXT: TxtRecord
}

/** Whoever answers DNS questions. No method throws: what went wrong is a fact. */
export interface DnsAsker {
  /** One DNS question; a question asked before in the same run is not asked again. */
  dns<T extends keyof Answers>(
    name: string,
    type: T,
    signal?: AbortSignal,
  ): Promise<Fact<Answers[T][]>>
  /** The same TXT question to another resolver, when there is one; a difference is noted in the fact's source. */
  secondOpinion?(fact: Fact<TxtRecord[]>, signal?: AbortSignal): Promise<Fact<TxtRecord[]>>
  /** Who is asked first, for people: "cloudflare-dns.com", "the built-in samples". */
  readonly resolver: string
}

/** Whoever fetches policy files. Never throws. */
export interface PolicyFetcher {
  /** The policy file of a domain, at its one address. */
  policyFile(domain: string, signal?: AbortSignal): Promise<Fact<HttpAnswer>>
  /** Who fetches, for people: "this site's proxy". */
  readonly fetcher: string
}

/** A file that an assertion record names, and the record as this check saw it. */
export interface NamedFile {
  /** The record stands at `<selector>._bimi.<domain>`. */
  domain: string
  selector: string
  /** The address in it. */
  url: string
  text: string
}

/** Whoever fetches what assertion records name: the logo and the mark certificate. Never throws. */
export interface BimiFetcher {
  indicator(file: NamedFile, signal?: AbortSignal): Promise<Fact<HttpAnswer>>
  evidence(file: NamedFile, signal?: AbortSignal): Promise<Fact<HttpAnswer>>
}

/** Whoever fetches files of all kinds. */
export interface Fetchers extends PolicyFetcher, BimiFetcher {}

/**
 * Everything that a check may ask of the outside. The page, the command line, the built-in samples and the tests each
 * have their own.
 */
export interface Sources extends DnsAsker, Fetchers {
  /** Milliseconds since 1970. */
  now(): number
  /** A label that nobody has chosen, for finding wildcards. */
  randomLabel(): string
}
