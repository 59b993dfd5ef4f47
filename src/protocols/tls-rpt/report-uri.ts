/**
 * One address of a TLS-RPT record: a URI by RFC 3986 with `,`, `;` and `!` percent-encoded, and of the schemes `mailto`
 * or `https` (RFC 8460 section 3):
 *
 *     mailto:tlsrpt@example.com
 *     https://reports.example.com/v1?customer=7
 */
import ipaddr from 'ipaddr.js'
import type { Taken } from '../text/cursor.ts'

export type ReportScheme = 'mailto' | 'https'

/** Where reports go. */
export interface ReportUri {
  scheme: ReportScheme
  /** As it stands in the record. */
  uri: string
  /** Mail domain or web host, lower-case; an IPv6 address keeps its brackets. */
  host: string
  /** Decoded; null for `https`. */
  localPart: string | null
}

export type ReportUriFault =
  | 'rua-empty'
  | 'rua-no-scheme'
  | 'rua-scheme'
  | 'rua-mailto-syntax'
  | 'rua-https-syntax'
  | 'rua-size-suffix'
  | 'rua-unescaped'
  | 'rua-separator'
  | 'escaped'

/** A usable address, or the most specific thing wrong with it, at its place. */
export type ReportUriResult = { uri: ReportUri } | { fault: ReportUriFault; at: Taken }

/** Reads one item of the list; blanks at its ends are the list's, not its own. */
export function readReportUri(item: Taken): ReportUriResult {
  const general = generalFault(item)
  if (general !== null) return general
  const scheme = schemeOf(item.text)
  const rest = item.text.slice((scheme ?? '').length + 1)
  const read = scheme === 'mailto' ? mailto(rest) : scheme === 'https' ? https(rest) : null
  if (read === null)
    return { fault: scheme === null ? withoutScheme(item) : 'rua-scheme', at: item }
  if (typeof read === 'string') return { fault: read, at: item }
  return { uri: { scheme: scheme === 'https' ? scheme : 'mailto', uri: item.text, ...read } }
}

/** Does a text begin as a report address does? */
export function opensReportUri(text: string): boolean {
  return /^(?:mailto:|https?:)/i.test(text)
}

/** What is wrong with it as a piece of the list, whatever its scheme. */
function generalFault(item: Taken): ReportUriResult | null {
  const backslash = item.text.indexOf('\\')
  if (backslash >= 0) return { fault: 'escaped', at: part(item, backslash, backslash + 2) }
  const second = /[\s|]+(?=(?:mailto|https?):)/i.exec(item.text)
  if (second !== null)
    return { fault: 'rua-separator', at: part(item, second.index, second.index + second[0].length) }
  const suffix = /!\d+[kmgt]?$/i.exec(item.text)
  if (suffix !== null)
    return { fault: 'rua-size-suffix', at: part(item, suffix.index, item.text.length) }
  // `&quot;` ends at the semicolon: the DNS panel stored an HTML entity.
  if (/^&(?:quot|amp|lt|gt|#\d+)$/i.test(item.text)) return { fault: 'escaped', at: item }
  const mark = item.text.indexOf('!')
  return mark < 0 ? null : { fault: 'rua-unescaped', at: part(item, mark, mark + 1) }
}

/** scheme = ALPHA *( ALPHA / DIGIT / "+" / "-" / "." ), of any case (RFC 3986 section 3.1); `host.example:8443` has none. */
function schemeOf(text: string): string | null {
  const scheme = /^([a-z][a-z\d+-]*):/i.exec(text)?.[1]
  return scheme?.toLowerCase() ?? null
}

/** `mailto=a@d`, `https//d`, `<mailto:a@d>`: the scheme is meant. */
function withoutScheme(item: Taken): ReportUriFault {
  const meant = /^[\s<"'([]*(?:(mailto)(?=[=\s:/])|(https)(?=[=\s:/]))/i.exec(item.text)
  if (meant?.[1] !== undefined) return 'rua-mailto-syntax'
  return meant?.[2] === undefined ? 'rua-no-scheme' : 'rua-https-syntax'
}

type Read = Pick<ReportUri, 'host' | 'localPart'>

/**
 * RFC 6068 section 2, with exactly one `addr-spec`. Its header fields are told apart by the caller. What has a meaning
 * in URIs or is no part of them (`/ # [ ] < >`, quotes) must be percent-encoded in the local part.
 */
function mailto(rest: string): Read | ReportUriFault {
  if (rest === '') return 'rua-empty'
  const match =
    /^(?<local>(?:[\w$&'*+=.~-]|%[\da-f]{2})+)@(?<host>[^?]+)(?:\?(?<query>.*))?$/i.exec(rest)
  const { local = '', host = '', query = '' } = match?.groups ?? {}
  const localPart = percentDecoded(local)
  const isRight =
    localPart !== null && isLocalPart(localPart) && isMailDomain(host) && isQuery(query)
  return isRight ? { host: host.toLowerCase(), localPart } : 'rua-mailto-syntax'
}

/**
 * local-part = dot-atom-text / quoted-string (RFC 6068 section 2, RFC 5322 sections 3.2.3 and 3.2.4). What RFC 8460
 * section 3 wants encoded, and a blank, may stand without quotes: senders decode the address and hand it on as it is.
 */
function isLocalPart(text: string): boolean {
  return text.split('.').every((atom) => ATOM.test(atom)) || /^"(?:[^"\\]|\\.)*"$/.test(text)
}

const ATOM = /^[\w!#$%&'*+/=?^`{|}~,; \u{80}-\u{10ffff}-]+$/u

/** Domain (RFC 5321 section 4.1.2): letters, digits and inner hyphens; no address literal, no final dot. */
function isMailDomain(host: string): boolean {
  return host.length <= 253 && /^(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.|$))+(?<!\.)$/i.test(host)
}

/** "https" "://" host [":" port] path-abempty ["?" query] ["#" fragment] (RFC 3986 section 3), without a user's name. */
function https(rest: string): Read | ReportUriFault {
  const match =
    /^\/\/(?<host>[^/?#@[\]:]+|\[[^\]/?#@]+\])(?<port>:\d{0,5})?(?<path>\/[^?#]*)?(?:\?(?<query>[^#]*))?(?:#(?<hash>.*))?$/.exec(
      rest,
    )
  const { host = '', port = '', path = '', query = '', hash = '' } = match?.groups ?? {}
  const isRight =
    isHost(host) &&
    Number(port.slice(1)) <= 65535 &&
    isPath(path) &&
    isQuery(query) &&
    isQuery(hash)
  return isRight ? { host: host.toLowerCase(), localPart: null } : 'rua-https-syntax'
}

/** host = IP-literal / IPv4address / reg-name (RFC 3986 section 3.2.2), here without the sub-delims that must be encoded. */
function isHost(host: string): boolean {
  if (/^\[v[\da-f]+\.[\w.~$&'()*+=:-]+\]$/i.test(host)) return true
  if (host.startsWith('['))
    return /^\[[\da-f:.]+\]$/i.test(host) && ipaddr.IPv6.isValid(host.slice(1, -1))
  return /^(?:[\w.~$&'()*+=-]|%[\da-f]{2})+$/i.test(host)
}

/** path-abempty = *( "/" *pchar ) (RFC 3986 section 3.3) */
function isPath(path: string): boolean {
  return /^(?:[\w.~$&'()*+=:@/-]|%[\da-f]{2})*$/i.test(path)
}

/** query, fragment = *( pchar / "/" / "?" ) (RFC 3986 sections 3.4 and 3.5) */
function isQuery(query: string): boolean {
  return /^(?:[\w.~$&'()*+=:@/?-]|%[\da-f]{2})*$/i.test(query)
}

function percentDecoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

function part(whole: Taken, from: number, to: number): Taken {
  const text = whole.text.slice(from, to)
  return { text, start: whole.start + from, end: whole.start + from + text.length }
}
