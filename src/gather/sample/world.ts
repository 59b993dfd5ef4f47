/**
 * A small Internet as data: what DNS says and what policy hosts answer. The built-in samples are one, and so are the
 * recorded answers of tests. Plain JSON; names are plain A-labels without final dot.
 */
import type { ExtendedError } from '../../protocols/dns/records.ts'
import type { ValueType } from '../../protocols/dns/record-data.ts'
import type { Rcode } from '../../protocols/dns/response.ts'
import type { HttpAnswer, HttpFailure } from '../../protocols/http/answer.ts'

export interface World {
  /**
   * By `<name> <type>`: `_mta-sts.sealed.example TXT`. `*.sealed.example TXT` answers for every name below that is not
   * there; the type `*` stands for every type that has no entry of its own. A name that is nowhere in here does not exist.
   */
  dns: Record<string, DnsEntry>
  /** By policy domain. One that is not here has no policy host. */
  http: Record<string, HttpEntry>
  /** By address: what assertion records name. The host of one that is not here does not exist. */
  files?: Record<string, HttpEntry>
}

/** How one question is answered. Records alone stand for an ordinary answer with them. */
export type DnsEntry = DnsRecords | DnsDetails

/**
 * In presentation form, without final dots: `10 mail.sealed.example` (a null MX is `0 .`), `192.0.2.1`,
 * `0 issue "ca.example"`, `60485 13 2 00FF…` (DS), `3 1 1 00FF…` (TLSA), `primary mailbox serial minimum` (SOA, shortened). A TXT record is its
 * text, or the list of its strings.
 */
export type DnsRecords = readonly (string | readonly string[])[]

export interface DnsDetails {
  records?: DnsRecords
  rcode?: Rcode
  /** Seconds; 3600 unless told otherwise. */
  ttl?: number
  /** The AD bit. */
  authenticated?: boolean
  extendedErrors?: readonly ExtendedError[]
  truncated?: boolean
  /** The signatures do not verify: SERVFAIL, unless checking is disabled. */
  bogus?: boolean
  /** There is no answer at all. */
  failure?: 'timeout' | 'unreachable'
  /** Milliseconds until the answer. */
  delayMs?: number
}

/** How a host answers: what became of the fetch, or an ordinary answer with some differences. */
export type HttpEntry = HttpFailure | HttpDetails

export interface HttpDetails extends Partial<Omit<HttpAnswer, 'body' | 'bytes'>> {
  /** The body, as its lines: each gets CRLF. */
  lines?: readonly string[]
  /** The body as it is, in place of lines. */
  text?: string
  /** The body as bytes, in place of lines. */
  base64?: string
  /** Milliseconds until the answer. */
  delayMs?: number
}

export function detailsOf(entry: DnsEntry): DnsDetails {
  return isRecords(entry) ? { records: entry } : entry
}

function isRecords(entry: DnsEntry): entry is DnsRecords {
  return Array.isArray(entry)
}

/** Several worlds side by side. */
export function joinWorlds(...worlds: readonly World[]): World {
  return {
    dns: Object.assign({}, ...worlds.map(({ dns }) => dns)) as World['dns'],
    http: Object.assign({}, ...worlds.map(({ http }) => http)) as World['http'],
    files: Object.assign({}, ...worlds.map(({ files }) => files)) as NonNullable<World['files']>,
  }
}

export interface Matched {
  details: DnsDetails
  /** False when nothing of that name is in the world, not even below it. */
  exists: boolean
}

/** What the world says to one question, aliases not followed: the name itself, else a wildcard above it. */
export function entryFor({ dns }: World, name: string, type: ValueType): Matched {
  const own = ownEntry(dns, name, type)
  if (own.exists) return own
  // RFC 4592 section 3.3.1: the wildcard below the closest name that exists.
  for (let parent = above(name); parent !== ''; parent = above(parent)) {
    const wildcard = ownEntry(dns, `*.${parent}`, type)
    if (wildcard.exists) return wildcard
    if (ownEntry(dns, parent, type).exists) break
  }
  return own
}

function ownEntry(dns: World['dns'], name: string, type: ValueType): Matched {
  const entry = dns[`${name} ${type}`] ?? dns[`${name} *`]
  if (entry !== undefined) return { details: detailsOf(entry), exists: true }
  const isOwn = (key: string) => key.startsWith(`${name} `) || key.includes(`.${name} `)
  return { details: {}, exists: Object.keys(dns).some(isOwn) }
}

function above(name: string): string {
  const dot = name.indexOf('.')
  return dot < 0 ? '' : name.slice(dot + 1)
}
