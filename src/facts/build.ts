/**
 * Facts written by hand: for the examples of rules, for the command line and for tests. Everything here has the form
 * that gathering gives it.
 */
import type { MxRecord, RecordType, TxtRecord } from '../protocols/dns/records.ts'
import type { HttpAnswer } from '../protocols/http/answer.ts'
import { encodeBase64 } from '../protocols/text/utf8.ts'
import { absent, found, type Absent, type DnsSource, type Fact, type Source } from './fact.ts'
import type { HostAddresses } from './fact-set.ts'

export type DnsDetails = Partial<Omit<DnsSource, 'type'>>

/** The source of a DNS answer; details that are not given are those of an ordinary unsigned answer. */
export function dnsSource(name: string, type: RecordType, details: DnsDetails = {}): Source {
  const base = {
    resolver: 'dns.example',
    ttl: 3600,
    authenticated: false,
    chain: [],
    extendedErrors: [],
    rcode: 'NOERROR',
  }
  return { name, via: 'dns', dns: { type, ...base, ...details } }
}

export function txtRecord(...strings: string[]): TxtRecord {
  return { text: strings.join(''), strings, encoding: 'utf-8' }
}

/** TXT records at a name; each is one string, or a list of strings to be joined. */
export function txtFact(
  name: string,
  records: (string | string[])[],
  details?: DnsDetails,
): Fact<TxtRecord[]> {
  const value = records.map((record) => txtRecord(...[record].flat()))
  return found(value, dnsSource(name, 'TXT', details))
}

export function nothing(
  name: string,
  type: RecordType,
  how: 'nxdomain' | 'nodata' = 'nxdomain',
  details: DnsDetails = {},
): Absent<never> {
  const rcode = how === 'nxdomain' ? 'NXDOMAIN' : 'NOERROR'
  return absent(how, dnsSource(name, type, { rcode, ttl: null, ...details }))
}

/** MX records from their presentation form: `10 mail1.example.com`; `0 .` is a null MX. */
export function mxFact(name: string, records: string[], details?: DnsDetails): Fact<MxRecord[]> {
  const value = records.map((record) => {
    const [preference = '', exchange = ''] = record.split(' ')
    return { preference: Number(preference), exchange: exchange.replace(/\.$/, '').toLowerCase() }
  })
  return found(value, dnsSource(name, 'MX', details))
}

/** Addresses of a host: IPv4 and IPv6 are told apart by their look; no address of a kind means NODATA. */
export function hostAddresses(
  name: string,
  addresses: string[],
  details?: DnsDetails,
): HostAddresses {
  const of = (type: 'A' | 'AAAA', value: string[]): Fact<string[]> =>
    value.length > 0
      ? found(value, dnsSource(name, type, details))
      : nothing(name, type, 'nodata', details)
  return {
    name,
    a: of(
      'A',
      addresses.filter((address) => !address.includes(':')),
    ),
    aaaa: of(
      'AAAA',
      addresses.filter((address) => address.includes(':')),
    ),
  }
}

/** A host that does not exist. */
export function noHost(name: string, details?: DnsDetails): HostAddresses {
  return {
    name,
    a: nothing(name, 'A', 'nxdomain', details),
    aaaa: nothing(name, 'AAAA', 'nxdomain', details),
  }
}

export function policyUrl(domain: string): string {
  return `https://mta-sts.${domain}/.well-known/mta-sts.txt`
}

/** An answer of the policy host: status 200, `text/plain`, a good certificate, unless told otherwise. */
export function policyAnswer(
  domain: string,
  body: string | Uint8Array,
  details: Partial<HttpAnswer> = {},
): HttpAnswer {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
  return {
    url: policyUrl(domain),
    status: 200,
    mediaType: 'text/plain',
    bytes: bytes.length,
    body: encodeBase64(bytes),
    truncated: false,
    elapsedMs: 120,
    ...details,
  }
}

export function policyFileFact(
  domain: string,
  body: string | Uint8Array,
  details: Partial<HttpAnswer> = {},
): Fact<HttpAnswer> {
  return found(policyAnswer(domain, body, details), { name: policyUrl(domain), via: 'proxy' })
}
