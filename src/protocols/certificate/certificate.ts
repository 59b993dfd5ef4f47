/**
 * What a reader needs of an X.509 certificate (RFC 5280 section 4): for which names it stands, until when, and from
 * whom. Nothing is verified here; whether a chain leads to a trusted root is told by whoever made the connection.
 */
import { AsnConvert } from '@peculiar/asn1-schema'
import {
  Certificate as X509,
  SubjectAlternativeName,
  id_ce_subjectAltName,
  type Name,
} from '@peculiar/asn1-x509'
import { decodeBase64 } from '../text/utf8.ts'

export interface Certificate {
  /** DNS names among the subject alternative names (section 4.2.1.6), lower-case. The common name is not one of them. */
  names: string[]
  /** Milliseconds since 1970, both inclusive (section 4.1.2.5). */
  notBefore: number
  notAfter: number
  /** `CN=…, O=…`, in the order of the certificate. */
  subject: string
  issuer: string
  /** Subject and issuer are the same: a root, or a certificate that nobody else vouches for. */
  selfIssued: boolean
}

/** Reads the first certificate of a PEM text (RFC 7468 section 5); null when there is none that can be read. */
export function readCertificate(pem: string): Certificate | null {
  const bytes = pemBytes(pem)
  if (bytes === null) return null
  try {
    return describe(AsnConvert.parse(bytes, X509))
  } catch {
    return null
  }
}

function pemBytes(pem: string): Uint8Array<ArrayBuffer> | null {
  const body = /-----BEGIN CERTIFICATE-----([^-]*)-----END CERTIFICATE-----/.exec(pem)?.[1]
  const bytes = body === undefined ? null : decodeBase64(body.replace(/\s/g, ''))
  return bytes === null ? null : Uint8Array.from(bytes)
}

function describe({ tbsCertificate: tbs }: X509): Certificate {
  const subject = nameText(tbs.subject)
  const issuer = nameText(tbs.issuer)
  return {
    names: dnsNames(tbs),
    notBefore: tbs.validity.notBefore.getTime().getTime(),
    notAfter: tbs.validity.notAfter.getTime().getTime(),
    subject,
    issuer,
    selfIssued: subject === issuer,
  }
}

function dnsNames({ extensions }: X509['tbsCertificate']): string[] {
  const extension = extensions?.find(({ extnID }) => extnID === id_ce_subjectAltName)
  if (extension === undefined) return []
  return AsnConvert.parse(extension.extnValue, SubjectAlternativeName).flatMap(
    ({ dNSName }) => dNSName?.toLowerCase() ?? [],
  )
}

/** The attributes that people know by a short name (RFC 4519); others stay numbers. */
const ATTRIBUTES: Record<string, string> = {
  '2.5.4.3': 'CN',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
}

function nameText(name: Name): string {
  return Array.from(name)
    .flatMap((relative) => Array.from(relative))
    .map(({ type, value }) => `${ATTRIBUTES[type] ?? type}=${value.toString()}`)
    .join(', ')
}

/**
 * Does one of the names stand for the host (RFC 9525 section 6.3)? A wildcard is a complete left-most label and stands
 * for exactly one label.
 */
export function coversHost(names: readonly string[], host: string): boolean {
  const wanted = host.toLowerCase().replace(/\.$/, '')
  const parent = wanted.slice(wanted.indexOf('.') + 1)
  return names.some((name) => {
    if (!name.startsWith('*.')) return name === wanted
    return name.slice(2) === parent && parent !== wanted && !wanted.startsWith('.')
  })
}
