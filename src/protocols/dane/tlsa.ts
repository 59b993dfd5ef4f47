/**
 * TLSA records of mail servers, at `_25._tcp.<mx host>` (RFC 6698, RFC 7671, RFC 7672):
 *
 *     3 1 1 8cb0fc6c527506a053f4f14c8464bebbd6dede2738d11468dd953d7d6a3021f1
 */
import type { TlsaRecord } from '../dns/records.ts'

export type { TlsaRecord }

/** Bytes that a digest of this matching type has. */
const DIGEST_BYTES: Record<number, number> = { 1: 32, 2: 64 }

/** Numbers within the registries and data of the right length (RFC 6698 section 2.1). */
export function isWellFormed({ usage, selector, matchingType, data }: TlsaRecord): boolean {
  const inRange = usage <= 3 && selector <= 1 && matchingType <= 2
  const length = DIGEST_BYTES[matchingType]
  const whole = /^(?:[0-9a-f]{2})+$/i.test(data)
  return inRange && whole && (length === undefined || data.length === 2 * length)
}

/** For mail only DANE-TA and DANE-EE count; the others are unusable (RFC 7672 section 3.1.3). */
export function isUsableForMail(record: TlsaRecord): boolean {
  return isWellFormed(record) && (record.usage === 2 || record.usage === 3)
}

/** Presentation form; long data is kept whole. */
export function formatTlsa({ usage, selector, matchingType, data }: TlsaRecord): string {
  return `${usage} ${selector} ${matchingType} ${data}`
}

/** Where the record of a mail server stands (RFC 7672 section 2.2.3). */
export function tlsaName(host: string): string {
  return `_25._tcp.${host}`
}
