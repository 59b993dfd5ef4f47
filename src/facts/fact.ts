import type { Alias, ExtendedError, RecordType } from '../protocols/dns/records.ts'

/**
 * The most important type of the program: what we know, and how. A key missing from a set of facts means that
 * nobody asked. `faulty` is about the domain; `failed` says nothing about the domain. Raw text is always kept.
 */
export type Fact<T> = Found<T> | Absent<T> | Faulty<T> | Failed

/** We looked and here it is. */
export interface Found<T> {
  state: 'found'
  value: T
  source: Source
}

/** We looked and it is surely not there. */
export interface Absent<T> {
  state: 'absent'
  how: 'nxdomain' | 'nodata' | '404' | 'no-host'
  source: Source
  /** What was seen all the same, for example the page that came with the 404. */
  seen?: T
}

/** The other side answered in a way that its specification forbids. */
export interface Faulty<T> {
  state: 'faulty'
  reason: FaultyReason
  detail: string
  source: Source
  /** What was seen all the same, for example the answer of a server whose certificate has expired. */
  seen?: T
}

/** We could not learn. */
export interface Failed {
  state: 'failed'
  reason: FailedReason
  detail: string
  source: Source
}

export type FaultyReason =
  | 'tls'
  | 'redirect'
  | 'status'
  | 'media-type'
  | 'too-large'
  | 'unparseable'
  | 'refused'
  | 'not-http'
  | 'alias-loop'

export type FailedReason =
  | 'timeout'
  | 'servfail'
  | 'bogus'
  | 'rcode'
  | 'resolver'
  | 'proxy'
  | 'offline'
  | 'cors'
  | 'rate-limited'
  | 'private-address'
  | 'unreachable'
  | 'interrupted'
  | 'cancelled'

/** Where a fact comes from: enough for a reader to look again. */
export interface Source {
  /** Owner name, URL or file name. */
  name: string
  via: 'dns' | 'proxy' | 'page' | 'pasted' | 'file' | 'typed' | 'sample' | 'derived'
  /** ISO 8601, UTC. */
  time?: string
  dns?: DnsSource
}

/** How a DNS answer came. */
export interface DnsSource {
  type: RecordType
  /** Host name of the resolver, for people. */
  resolver: string
  /** Smallest TTL of the answer in seconds; null when there was none. */
  ttl: number | null
  /** The AD bit: the resolver validated the answer (RFC 4035 section 3.2.3). */
  authenticated: boolean
  /** Aliases followed, in order. */
  chain: Alias[]
  extendedErrors: ExtendedError[]
  /** `NOERROR`, `NXDOMAIN`, `SERVFAIL` … as the resolver said. */
  rcode: string
  /** Every resolver that was sent the name, where that was more than the one that answered. */
  asked?: readonly string[]
  /** A second resolver that was asked the same and saw something else. */
  otherResolver?: { resolver: string; saw: string }
}

export function found<T>(value: T, source: Source): Found<T> {
  return { state: 'found', value, source }
}

export function absent(how: Absent<never>['how'], source: Source): Absent<never> {
  return { state: 'absent', how, source }
}

export function failed(reason: FailedReason, detail: string, source: Source): Failed {
  return { state: 'failed', reason, detail, source }
}

export function faulty<T>(
  reason: FaultyReason,
  detail: string,
  source: Source,
  seen?: T,
): Faulty<T> {
  return seen === undefined
    ? { state: 'faulty', reason, detail, source }
    : { state: 'faulty', reason, detail, source, seen }
}

/** The value where it was found, else null: for rules that read a fact in any state. */
export function valueOf<T>(fact: Fact<T> | undefined): T | null {
  return fact?.state === 'found' ? fact.value : null
}

/** What there was to see, in whatever state: found, or seen all the same. */
export function seenOf<T>(fact: Fact<T> | undefined): T | null {
  if (fact === undefined || fact.state === 'failed') return null
  return (fact.state === 'found' ? fact.value : fact.seen) ?? null
}

/** The same fact with another value; all other states pass through without what was seen. */
export function mapFact<A, B>(fact: Fact<A>, derive: (value: A) => B): Fact<B> {
  if (fact.state === 'found') return { ...fact, value: derive(fact.value) }
  if (fact.state === 'failed') return fact
  const { seen, ...rest } = fact
  return seen === undefined ? rest : { ...rest, seen: derive(seen) }
}
