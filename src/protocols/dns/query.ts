/** Questions for the wire, as DNS over HTTPS wants them (RFC 8484 section 4.1). */
import { packet, type OptAnswer } from '@dnsquery/dns-packet'
import { decodeBase64, encodeBase64 } from '../text/utf8.ts'
import { writeName } from './name.ts'
import type { ValueType } from './record-data.ts'

export interface Query {
  name: string
  type: ValueType
  /** Checking disabled (RFC 4035 section 3.2.2): the answer even when its signatures do not verify. */
  cd?: boolean
  /** DNSSEC OK (RFC 3225): with signatures. */
  do?: boolean
}

const RECURSION_DESIRED = 0x0100
/** In a question: "tell me whether you validated", without asking for signatures (RFC 6840 section 5.7). */
const AUTHENTIC_DATA = 0x0020
const CHECKING_DISABLED = 0x0010
const DNSSEC_OK = 0x8000

const HEADER = 12

/**
 * One question with EDNS, without which no Extended DNS Errors come back; id 0, so that the same question is the same
 * address for every cache. Null when DNS cannot carry the name: it then surely does not exist.
 */
export function encodeQuery(query: Query): Uint8Array<ArrayBuffer> | null {
  const name = writeName(query.name)
  if (name === null) return null
  const edns: OptAnswer & { udpPayloadSize: number; flags: number } = {
    type: 'OPT',
    name: '.',
    udpPayloadSize: 4096,
    flags: query.do === true ? DNSSEC_OK : 0,
    data: [],
  }
  const root = packet.encode({
    type: 'query',
    id: 0,
    flags: RECURSION_DESIRED | (query.cd === true ? CHECKING_DISABLED : AUTHENTIC_DATA),
    questions: [{ name: '.', type: query.type }],
    additionals: [edns],
  })
  // The library divides names at every dot, escaped or not, so it asks for the root and the name is put in its place.
  return Uint8Array.from([...root.subarray(0, HEADER), ...name, ...root.subarray(HEADER + 1)])
}

/** Base64url without padding (RFC 4648 section 5), for the `dns` parameter. */
export function toBase64Url(bytes: Uint8Array): string {
  return encodeBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** Null when the text is not base64url. */
export function fromBase64Url(text: string): Uint8Array | null {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) return null
  return decodeBase64(text.replaceAll('-', '+').replaceAll('_', '/'))
}
