import type {
  CaaRecord,
  DsRecord,
  MxRecord,
  SoaRecord,
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
  TXT: TxtRecord
}

/**
 * Everything that a check may ask of the outside. No method throws: what went wrong is a fact. The page, the command
 * line, the built-in samples and the tests each have their own.
 */
export interface Sources {
  /** Milliseconds since 1970. */
  now(): number
  /** One DNS question; a question asked before in the same run is not asked again. */
  dns<T extends keyof Answers>(
    name: string,
    type: T,
    signal?: AbortSignal,
  ): Promise<Fact<Answers[T][]>>
  /** The policy file of a domain, at its one address. */
  policyFile(domain: string, signal?: AbortSignal): Promise<Fact<HttpAnswer>>
  /** Who is asked, for people: "cloudflare-dns.com", "this site's proxy", "the built-in samples". */
  readonly resolver: string
  readonly fetcher: string
}
