/** Resource records as this program uses them: presentation-free, names lower-case A-labels without final dot. */

export type RecordType =
  'A' | 'AAAA' | 'CAA' | 'CNAME' | 'DS' | 'MX' | 'NS' | 'SOA' | 'TLSA' | 'TXT'

/** One TXT record (RFC 1035 section 3.3.14). */
export interface TxtRecord {
  /** The strings joined without separator; UTF-8 where the bytes are, one character per byte elsewhere. */
  text: string
  /** The character-strings as they came, decoded in the same way. */
  strings: string[]
  encoding: 'utf-8' | 'bytes'
}

/** One MX record (RFC 1035 section 3.3.9); a null MX has the empty exchange (RFC 7505). */
export interface MxRecord {
  preference: number
  exchange: string
}

/** One SOA record (RFC 1035 section 3.3.13), the parts that are shown. */
export interface SoaRecord {
  primary: string
  mailbox: string
  serial: number
  /** Seconds that a negative answer may be kept (RFC 2308 section 4). */
  minimum: number
}

/** One CAA record (RFC 8659 section 4). */
export interface CaaRecord {
  flags: number
  tag: string
  value: string
}

/** One DS record (RFC 4034 section 5). */
export interface DsRecord {
  keyTag: number
  algorithm: number
  digestType: number
  digest: string
}

/** One TLSA record (RFC 6698 section 2). */
export interface TlsaRecord {
  /** 0 PKIX-TA, 1 PKIX-EE, 2 DANE-TA, 3 DANE-EE; any byte on the wire. */
  usage: number
  /** 0 the certificate, 1 its public key. */
  selector: number
  /** 0 the data itself, 1 SHA-256, 2 SHA-512. */
  matchingType: number
  /** Hexadecimal, lower-case. */
  data: string
}

/** One step of an alias chain, as it stood in an answer. */
export interface Alias {
  name: string
  target: string
  ttl: number
}

/** An Extended DNS Error (RFC 8914). */
export interface ExtendedError {
  code: number
  text: string
}
