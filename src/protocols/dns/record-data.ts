/** The data of the record types that this program knows, from the wire (RFC 1035 section 3.3 and the types' own). */
import { a, aaaa, ds, txt } from '@dnsquery/dns-packet'
import { decodeText } from '../text/utf8.ts'
import { readName, WireFault } from './name.ts'
import type {
  CaaRecord,
  DsRecord,
  MxRecord,
  RecordType,
  SoaRecord,
  TlsaRecord,
  TxtRecord,
} from './records.ts'

/** What the data of a record is read as. */
export interface RecordValues {
  A: string
  AAAA: string
  CAA: CaaRecord
  CNAME: string
  DS: DsRecord
  MX: MxRecord
  NS: string
  SOA: SoaRecord
  TLSA: TlsaRecord
  TXT: TxtRecord
}

export type ValueType = keyof RecordValues

export interface DnsRecord<T extends ValueType = ValueType> {
  name: string
  ttl: number
  type: T
  value: RecordValues[T]
}

export const TYPE_CODES = {
  A: 1,
  NS: 2,
  CNAME: 5,
  SOA: 6,
  MX: 15,
  TXT: 16,
  AAAA: 28,
  DS: 43,
  TLSA: 52,
  CAA: 257,
} as const satisfies Partial<Record<RecordType, number>>

const TYPES = Object.keys(TYPE_CODES) as ValueType[]

export function typeOf(code: number): ValueType | undefined {
  return TYPES.find((type) => TYPE_CODES[type] === code)
}

export function isOfType<T extends ValueType>(record: DnsRecord, type: T): record is DnsRecord<T> {
  return record.type === type
}

/** @throws {WireFault} and what the library throws */
export function readValue(
  type: ValueType,
  bytes: Uint8Array,
  start: number,
  end: number,
): RecordValues[ValueType] {
  return READERS[type]({ bytes, start, end })
}

interface Data {
  bytes: Uint8Array
  start: number
  end: number
}

const READERS: { [T in ValueType]: (data: Data) => RecordValues[T] } = {
  A: (data) => a.decode(framed(data, 4)),
  AAAA: (data) => aaaa.decode(framed(data, 16)),
  CAA: readCaa,
  CNAME: (data) => onlyName(data, data.start),
  DS: readDs,
  MX: (data) => ({
    preference: uint(data, data.start, 2),
    exchange: onlyName(data, data.start + 2),
  }),
  NS: (data) => onlyName(data, data.start),
  SOA: readSoa,
  TLSA: readTlsa,
  TXT: (data) => toTxt(txt.decode(framed(data))),
}

/** The data with its two bytes of length, as the library's codecs want it, and nothing beyond. */
function framed({ bytes, start, end }: Data, size?: number): Uint8Array {
  if (size !== undefined && end - start !== size)
    throw new WireFault(`${end - start} bytes of data in place of ${size}`)
  return bytes.slice(start - 2, end)
}

function uint({ bytes, end }: Data, at: number, size: 1 | 2 | 4): number {
  if (at + size > end) throw new WireFault('a record that ends too early')
  let value = 0
  for (let i = 0; i < size; i += 1) value = value * 256 + (bytes[at + i] ?? 0)
  return value
}

/** A name that ends where the data ends. Names in data may be compressed, so they are read in the whole message. */
function onlyName({ bytes, end }: Data, at: number): string {
  const read = readName(bytes, at)
  if (at >= end || read.end !== end) throw new WireFault('a name that does not fit its record')
  return read.name
}

/** RFC 1035 section 3.3.13. */
function readSoa(data: Data): SoaRecord {
  const primary = readName(data.bytes, data.start)
  const mailbox = readName(data.bytes, primary.end)
  if (mailbox.end + 20 !== data.end) throw new WireFault('an SOA record of another length')
  return {
    primary: primary.name,
    mailbox: mailbox.name,
    serial: uint(data, mailbox.end, 4),
    minimum: uint(data, mailbox.end + 16, 4),
  }
}

/** RFC 8659 section 4.1: flags, length of the tag, tag, value. */
function readCaa(data: Data): CaaRecord {
  const flags = uint(data, data.start, 1)
  const value = data.start + 2 + uint(data, data.start + 1, 1)
  if (value > data.end) throw new WireFault('a CAA record that ends inside its tag')
  return {
    flags,
    tag: decodeText(data.bytes.subarray(data.start + 2, value)).text,
    value: decodeText(data.bytes.subarray(value, data.end)).text,
  }
}

/** RFC 4034 section 5.1. */
function readDs(data: Data): DsRecord {
  uint(data, data.start, 4)
  const { keyTag, algorithm, digestType, digest } = ds.decode(framed(data))
  return { keyTag, algorithm, digestType, digest: toHex(digest) }
}

/** RFC 6698 section 2.1: three numbers of a byte each, then the data, by hand: the library does not know the type. */
function readTlsa(data: Data): TlsaRecord {
  const { bytes, start, end } = data
  return {
    usage: uint(data, start, 1),
    selector: uint(data, start + 1, 1),
    matchingType: uint(data, start + 2, 1),
    data: toHex(bytes.subarray(start + 3, end)),
  }
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** The bytes are joined before they are decoded: a character may stand in two strings. */
function toTxt(strings: Uint8Array[]): TxtRecord {
  const whole = decodeText(Uint8Array.from(strings.flatMap((string) => [...string])))
  return {
    ...whole,
    strings: whole.encoding === 'utf-8' ? cut(whole.text, strings) : strings.map(byBytes),
  }
}

function byBytes(string: Uint8Array): string {
  return Array.from(string, (byte) => String.fromCharCode(byte)).join('')
}

/**
 * The joined text cut where the strings were glued, so that the strings always make up the text. A character that
 * began in one string and ended in the next goes with the string in which it ends.
 */
function cut(text: string, strings: Uint8Array[]): string[] {
  const encoder = new TextEncoder()
  const characters = [...text]
  let taken = 0
  let bytes = 0
  let limit = 0
  return strings.map((string) => {
    limit += string.length
    const from = taken
    for (; taken < characters.length; taken += 1) {
      const size = encoder.encode(characters[taken]).length
      if (bytes + size > limit) break
      bytes += size
    }
    return characters.slice(from, taken).join('')
  })
}
