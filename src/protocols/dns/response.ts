/**
 * Answers for the wire, for whoever stands in for a resolver: the built-in samples and tests. They go through the same
 * reader as real ones.
 */
import { packet, type Answer } from '@dnsquery/dns-packet'
import { RCODES } from './message.ts'
import { readName } from './name.ts'
import { isOfType, type DnsRecord } from './record-data.ts'
import type { ExtendedError, TlsaRecord, TxtRecord } from './records.ts'

export type Rcode = (typeof RCODES)[number]

export interface Response {
  /** `NOERROR` unless told otherwise. */
  rcode?: Rcode
  authenticated?: boolean
  truncated?: boolean
  /** Names here are plain: no escaped dots. */
  answers?: readonly DnsRecord[]
  authorities?: readonly DnsRecord[]
  extendedErrors?: readonly ExtendedError[]
}

const HEADER = 12
const OPT = 41
const EXTENDED_ERROR = 15
const RECURSION = 0x0180
const AUTHENTIC_DATA = 0x0020
const TRUNCATED = 0x0200

/** @throws when the query is none, or a record cannot be written */
export function encodeResponse(query: Uint8Array, response: Response): Uint8Array<ArrayBuffer> {
  const asked = readName(query, HEADER).end + 4
  const rest = packet.encode({
    type: 'response',
    id: ((query[0] ?? 0) << 8) | (query[1] ?? 0),
    flags: flagsOf(response),
    questions: [{ name: '.', type: 'A' }],
    answers: (response.answers ?? []).map(toAnswer),
    authorities: (response.authorities ?? []).map(toAnswer),
  })
  // The question comes back byte for byte, in place of the root's five bytes; one additional record follows.
  return Uint8Array.from([
    ...rest.subarray(0, HEADER - 2),
    ...uint16(1),
    ...query.subarray(HEADER, asked),
    ...rest.subarray(HEADER + 5),
    ...edns(response.extendedErrors ?? []),
  ])
}

function flagsOf({ rcode = 'NOERROR', authenticated, truncated }: Response): number {
  return (
    RECURSION |
    (authenticated === true ? AUTHENTIC_DATA : 0) |
    (truncated === true ? TRUNCATED : 0) |
    RCODES.indexOf(rcode)
  )
}

/** RFC 6891 section 6.1.2 and RFC 8914 section 2, by hand: the library loses the data of options that it writes. */
function edns(errors: readonly ExtendedError[]): number[] {
  const options = errors.flatMap(({ code, text }) => {
    const data = [...uint16(code), ...new TextEncoder().encode(text)]
    return [...uint16(EXTENDED_ERROR), ...uint16(data.length), ...data]
  })
  return [0, ...uint16(OPT), ...uint16(1232), 0, 0, 0, 0, ...uint16(options.length), ...options]
}

function uint16(value: number): [number, number] {
  return [(value >> 8) & 0xff, value & 0xff]
}

function toAnswer(record: DnsRecord): Answer {
  const { type, ttl } = record
  return { name: dotted(record.name), type, ttl, data: dataOf(record) } as Answer
}

function dataOf(record: DnsRecord): Answer['data'] {
  if (isOfType(record, 'TXT')) return stringsOf(record.value)
  if (isOfType(record, 'MX')) return { ...record.value, exchange: dotted(record.value.exchange) }
  if (isOfType(record, 'SOA')) {
    const { primary, mailbox, serial, minimum } = record.value
    return { mname: dotted(primary), rname: dotted(mailbox), serial, minimum }
  }
  if (isOfType(record, 'TLSA')) return tlsaBytes(record.value)
  if (isOfType(record, 'DS')) return { ...record.value, digest: fromHex(record.value.digest) }
  if (isOfType(record, 'NS') || isOfType(record, 'CNAME')) return dotted(record.value)
  return record.value as Answer['data']
}

/** The library writes the data of a type that it does not know as it is. */
function tlsaBytes({ usage, selector, matchingType, data }: TlsaRecord): Uint8Array {
  return Uint8Array.from([usage, selector, matchingType, ...fromHex(data)])
}

/** The root has a name here. */
function dotted(name: string): string {
  return name === '' ? '.' : name
}

function stringsOf({ strings, encoding }: TxtRecord): Uint8Array[] {
  return strings.map((string) =>
    encoding === 'utf-8'
      ? new TextEncoder().encode(string)
      : Uint8Array.from(string, (character) => character.charCodeAt(0)),
  )
}

function fromHex(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
}
