/** One target of TLS reports, as typed: made ready for the record, or told why it cannot be (RFC 8460 section 3). */
import { registrableDomainOf } from '../../protocols/dns/public-suffix.ts'
import { toAscii } from '../../protocols/mta-sts/mx-pattern.ts'
import {
  readReportUri,
  type ReportScheme,
  type ReportUri,
  type ReportUriFault,
} from '../../protocols/tls-rpt/report-uri.ts'
import { shown, type Read } from './fault.ts'
import { encoded, encodedWhole } from './percent.ts'

/** A mail address, a `mailto:` URI or an `https:` URL → the URI with everything escaped that the record needs escaped. */
export function readReportTarget(typed: string): Read<string> {
  const text = typed.trim()
  if (/[\s,;|]\s*(?:mailto|https?):/i.test(text)) return wrong(text, 'rua-separator')
  const uri = isGood(text) ? text : /^https:/i.test(text) ? escapedHttps(text) : escapedMail(text)
  const read = readReportUri({ text: uri, start: 0, end: uri.length })
  return 'uri' in read ? { value: uri } : wrong(text, read.fault)
}

function isGood(text: string): boolean {
  return 'uri' in readReportUri({ text, start: 0, end: text.length })
}

function wrong(text: string, fault: ReportUriFault): Read<string> {
  return { wrong: `${shown(text)} ${WRONG[fault]}` }
}

/** What is left as it is in the local part of a `mailto:` URI; `, ; ! % ? #` and blanks are not (RFC 6068 section 2). */
const LOCAL = /[\w$&'*+=.~-]/
/** Reserved and unreserved characters of RFC 3986 without `,`, `;` and `!`, which have a meaning in the record. */
const HTTPS = /[\w.~$&'()*+=:@/?#[\]-]/

function escapedMail(text: string): string {
  const uri = /^mailto:(.*)$/is.exec(text)?.[1]
  const address = uri ?? text
  const at = address.lastIndexOf('@')
  const local = address.slice(0, at)
  const isOther = uri === undefined && /^[a-z][a-z\d+.-]*:/i.test(text)
  // Another scheme, no address, or two of them: told as it was typed. A control character is in no mailbox's name.
  if (at < 1 || isOther || /\p{Cc}/u.test(local) || (local.includes('@') && !isQuoted(local)))
    return text
  const rest = address.slice(at + 1)
  const query = uri === undefined ? -1 : rest.indexOf('?')
  const host = (query < 0 ? rest : rest.slice(0, query)).replace(/\.$/, '')
  const fields = query < 0 ? '' : encoded(rest.slice(query), HTTPS)
  const plain = uri === undefined ? local : decoded(local)
  return `mailto:${encodedWhole(quotedIfNeeded(plain), LOCAL)}@${toAscii(host) ?? host}${fields}`
}

/** Encoded, commas and blanks stand as they are; quotes, brackets and the like need a quoted string (RFC 5322 section 3.4.1). */
function quotedIfNeeded(local: string): string {
  const isPlain = local
    .split('.')
    .every((atom) => /^[\w!#$%&'*+/=?^`{|}~,; \u{80}-\u{10ffff}-]+$/u.test(atom))
  return isPlain || isQuoted(local) ? local : `"${local.replace(/["\\]/g, '\\$&')}"`
}

function isQuoted(local: string): boolean {
  return /^"(?:[^"\\]|\\.)*"$/.test(local)
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function escapedHttps(text: string): string {
  const [, authority, rest] = /^https:\/\/([^/?#]*)(.*)$/is.exec(text) ?? []
  if (authority === undefined || rest === undefined) return text
  const [, host = '', port = ''] = /^(.*?)(:\d*)?$/s.exec(authority) ?? []
  return `https://${toAscii(host) ?? host}${port}${encoded(rest, HTTPS)}`
}

const MAIL = 'is not a mail address; write `mailto:name@domain`'

const WRONG: Record<ReportUriFault, string> = {
  'rua-empty': 'has no address in it',
  'rua-no-scheme': 'is neither a `mailto:` address nor an `https:` URL',
  'rua-scheme': 'is of another kind; reports go to `mailto:` and `https:` only',
  'rua-mailto-syntax': MAIL,
  'rua-https-syntax': 'is not a complete URL; write `https://host/path`',
  'rua-size-suffix': 'ends with a size, which only DMARC has; leave it out',
  'rua-unescaped': MAIL,
  'rua-separator': 'holds several targets; give each its own place',
  'escaped': 'has a backslash in it',
} // prettier-ignore

/** What is worth knowing about a target before it is published; words and severities are those of the rules. */
export interface TargetFacts {
  uri: string
  scheme: ReportScheme
  /** Mail domain or web host, lower-case. */
  host: string
  /** Decoded; null for `https`. */
  localPart: string | null
  /** Under the same registrable domain as the policy domain: when its mail is down, these reports wait too. */
  isInside: boolean
}

/** The targets of a record, in its order; those that cannot be read are left out. */
export function targetFacts(rua: readonly string[], domain: string): TargetFacts[] {
  const owner = registrableDomainOf(domain) ?? domain
  return rua.flatMap((text) => {
    const read = readReportUri({ text, start: 0, end: text.length })
    return 'uri' in read ? [{ ...read.uri, isInside: isInside(read.uri, owner) }] : []
  })
}

function isInside({ host }: ReportUri, owner: string): boolean {
  return host === owner || host.endsWith(`.${owner}`)
}

/**
 * What would make the list better: a target elsewhere that still works when the domain's own mail does not, a mailbox
 * for senders that only mail, and no more than the two that every sender uses.
 */
export type TargetAdvice = 'add-outside' | 'add-mailbox' | 'too-many'

export function targetAdvice(targets: readonly TargetFacts[]): TargetAdvice[] {
  if (targets.length === 0) return []
  return [
    ...(targets.every(({ scheme }) => scheme === 'https') ? (['add-mailbox'] as const) : []),
    ...(targets.every(({ isInside }) => isInside) ? (['add-outside'] as const) : []),
    ...(targets.length > 2 ? (['too-many'] as const) : []),
  ]
}
