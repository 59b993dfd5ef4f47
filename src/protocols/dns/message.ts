/**
 * DNS messages from the wire (RFC 1035 section 4, RFC 6891, RFC 8914). `dns-packet`'s codecs read the data of records;
 * the frame and the names are read here, because the library joins labels by plain dots, lets the data of one record
 * run into the next, and answers bad bytes with exceptions (docs/decisions/003-libraries.md).
 */
import { opt } from '@dnsquery/dns-packet'
import { decodeText } from '../text/utf8.ts'
import { readName, WireFault } from './name.ts'
import { readValue, TYPE_CODES, typeOf, type DnsRecord, type ValueType } from './record-data.ts'
import type { ExtendedError } from './records.ts'

export interface DnsMessage {
  id: number
  isResponse: boolean
  /** TC: the answer did not fit. */
  truncated: boolean
  /** AD: the resolver validated the answer (RFC 4035 section 3.2.3). */
  authenticated: boolean
  checkingDisabled: boolean
  /** `NOERROR`, `NXDOMAIN` …, with the upper bits from EDNS; `RCODE11` where the number has no name here. */
  rcode: string
  /** Null unless there is exactly one question, of class IN. */
  question: { name: string; type: number } | null
  /** Records of class IN and of the types that this program knows. */
  answers: DnsRecord[]
  authorities: DnsRecord[]
  extendedErrors: ExtendedError[]
}

export type Decoded = { ok: true; message: DnsMessage } | { ok: false; problem: string }

/** Never throws: bytes that are no DNS message give a problem in words. */
export function decodeMessage(bytes: Uint8Array): Decoded {
  try {
    return { ok: true, message: readMessage(bytes) }
  } catch (error) {
    const problem = error instanceof WireFault ? error.message : 'a record that cannot be read'
    return { ok: false, problem }
  }
}

const HEADER = 12
const CLASS_IN = 1
const OPT = 41
const EXTENDED_ERROR = 15

export const RCODES = [
  'NOERROR',
  'FORMERR',
  'SERVFAIL',
  'NXDOMAIN',
  'NOTIMP',
  'REFUSED',
  'YXDOMAIN',
  'YXRRSET',
  'NXRRSET',
  'NOTAUTH',
  'NOTZONE',
] as const

function readMessage(bytes: Uint8Array): DnsMessage {
  if (bytes.length < HEADER) throw new WireFault('shorter than a header')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const [id, flags, ...counts] = Array.from({ length: 6 }, (_, place) => view.getUint16(2 * place))
  const [questions = 0, answers = 0, authorities = 0, additionals = 0] = counts
  const reader: Reader = { bytes, view, at: HEADER }
  const asked = times(questions, () => readQuestion(reader))
  const answer = times(answers, () => readRecord(reader))
  const authority = times(authorities, () => readRecord(reader))
  const edns = times(additionals, () => readRecord(reader)).find(({ type }) => type === OPT)
  const lowerBits = (flags ?? 0) & 0x0f
  const rcode = edns === undefined ? lowerBits : ((edns.ttl >>> 24) << 4) | lowerBits
  const is = (mask: number) => ((flags ?? 0) & mask) !== 0
  return {
    id: id ?? 0,
    isResponse: is(0x8000),
    truncated: is(0x0200),
    authenticated: is(0x0020),
    checkingDisabled: is(0x0010),
    rcode: RCODES[rcode] ?? `RCODE${rcode}`,
    question: (asked.length === 1 ? asked[0] : null) ?? null,
    answers: answer.flatMap((record) => toRecord(reader, record)),
    authorities: authority.flatMap((record) => toRecord(reader, record)),
    extendedErrors: edns === undefined ? [] : extendedErrors(bytes, edns),
  }
}

interface Reader {
  bytes: Uint8Array
  view: DataView
  at: number
}

/** A record whose data is not read yet. */
interface Frame {
  name: string
  type: number
  class: number
  ttl: number
  /** Places of the data: its two bytes of length come before `start`. */
  start: number
  end: number
}

function times<T>(count: number, read: () => T): T[] {
  const results: T[] = []
  for (let i = 0; i < count; i += 1) results.push(read())
  return results
}

function readQuestion(reader: Reader): DnsMessage['question'] {
  const { name, end } = readName(reader.bytes, reader.at)
  need(reader, end + 4)
  reader.at = end + 4
  const type = reader.view.getUint16(end)
  return reader.view.getUint16(end + 2) === CLASS_IN ? { name, type } : null
}

function readRecord(reader: Reader): Frame {
  const { name, end: at } = readName(reader.bytes, reader.at)
  need(reader, at + 10)
  const { view } = reader
  const start = at + 10
  const end = start + view.getUint16(at + 8)
  need(reader, end)
  reader.at = end
  const [type, klass] = [view.getUint16(at), view.getUint16(at + 2)]
  return { name, type, class: klass, ttl: view.getUint32(at + 4), start, end }
}

function need({ bytes }: Reader, end: number): void {
  if (end > bytes.length) throw new WireFault('the message ends inside a record')
}

function toRecord({ bytes }: Reader, frame: Frame): DnsRecord[] {
  const type = frame.class === CLASS_IN ? typeOf(frame.type) : undefined
  if (type === undefined) return []
  const { name, start, end } = frame
  // RFC 2181 section 8: a TTL with the highest bit set counts as zero.
  const ttl = frame.ttl > 0x7fffffff ? 0 : frame.ttl
  return [{ name, ttl, type, value: readValue(type, bytes, start, end) }]
}

/** RFC 8914 section 2: two bytes of code, then text in UTF-8, possibly none. */
function extendedErrors(bytes: Uint8Array, { start, end }: Frame): ExtendedError[] {
  return opt.decode(bytes.slice(start - 2, end)).flatMap((option) => {
    if (Number(option.code) !== EXTENDED_ERROR || !('data' in option)) return []
    const [high, low] = option.data
    if (high === undefined || low === undefined) return []
    const text = decodeText(option.data.subarray(2)).text.replace(/\0+$/, '')
    return [{ code: (high << 8) | low, text }]
  })
}

/** Is this the answer to that question (case does not count)? */
export function answersQuestion(message: DnsMessage, name: string, type: ValueType): boolean {
  const { isResponse, question } = message
  return isResponse && question?.name === name && question.type === TYPE_CODES[type]
}
