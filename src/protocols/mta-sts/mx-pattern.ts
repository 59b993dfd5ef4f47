/**
 * The value of an `mx` line: a host name, or `*.` and a host name (RFC 8461 section 3.2; `Domain` is that of RFC 5321
 * section 4.1.2). How a mail server's name is held against it is section 4.1:
 *
 *     mx: *.mail.protection.outlook.com
 */

export type MxPatternFlaw =
  | 'mx-empty'
  | 'mx-multi-value'
  | 'mx-priority'
  | 'mx-url'
  | 'mx-ip'
  /** `192.0.2.1` fits `Domain` letter by letter, so the policy stands, but no host ever has that name. */
  | 'mx-ip-domain'
  | 'mx-port'
  | 'mx-underscore'
  | 'mx-wildcard-form'
  | 'mx-idn'
  | 'mx-trailing-dot'
  | 'mx-syntax'
  | 'non-ascii'

export interface MxPattern {
  flaw: MxPatternFlaw | null
  /** Lower-case; null when a strict sender cannot use it. */
  pattern: string | null
  /** What was probably meant, where that is a good pattern. */
  expected?: string
}

const LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?'
const DOMAIN = new RegExp(`^${LABEL}(?:\\.${LABEL})*$`)
const IPV4 = /^\d{1,3}(?:\.\d{1,3}){3}$/
/** Longer than any pattern with anything around it: not worth a closer look. */
const TOO_LONG = 2000

/** Domain = sub-domain *("." sub-domain), in lower case; at most 253 characters, as the DNS has it. */
function isDomain(text: string): boolean {
  return text.length <= 253 && DOMAIN.test(text)
}

/** sts-policy-mx value = ["*."] Domain */
export function isMxPattern(text: string): boolean {
  const lower = text.toLowerCase()
  return isDomain(lower.startsWith('*.') ? lower.slice(2) : lower)
}

/** Reads a value without the blanks around it; the most specific flaw only. */
export function readMxPattern(value: string): MxPattern {
  const lower = value.toLowerCase()
  if (IPV4.test(lower)) return { flaw: 'mx-ip-domain', pattern: lower }
  if (isMxPattern(lower)) return { flaw: null, pattern: lower }
  if (value.length > TOO_LONG) return flawed('mx-syntax')
  for (const kind of KINDS) {
    const flaw = kind(lower)
    if (flaw !== null) return flaw
  }
  return flawed('mx-syntax')
}

type Kind = (lower: string) => MxPattern | null

/** In this order: what looks like several things is the first of them. */
const KINDS: readonly Kind[] = [
  (value) => (value === '' ? flawed('mx-empty') : null),
  priority,
  severalNames,
  url,
  address,
  port,
  international,
  wildcardForm,
  underscore,
  trailingDot,
]

/** `10 mail.example.com`, or a whole record of the zone file: `example.com. IN MX 10 mail.example.com.` */
function priority(value: string): MxPattern | null {
  const tokens = tokensOf(value)
  const host = tokens.at(-1) ?? ''
  const number = tokens.at(-2) ?? ''
  const before = tokens.slice(0, -2)
  const record = before.length === 0 || (before.length <= 4 && before.at(-1) === 'mx')
  if (record && isPreference(number) && isHostLike(host))
    return flawed('mx-priority', withoutDot(host))
  const reversed = tokens.length === 2 && isHostLike(number) && isPreference(host)
  return reversed ? flawed('mx-priority', withoutDot(number)) : null
}

/** `a.example, b.example` */
function severalNames(value: string): MxPattern | null {
  const tokens = tokensOf(value).filter((token) => !isPreference(token))
  return tokens.length > 1 && tokens.every((token) => IPV4.test(token) || isHostLike(token))
    ? flawed('mx-multi-value')
    : null
}

/** `https://mail.example.com`, `smtp:mail.example.com`, `mail.example.com/` */
function url(value: string): MxPattern | null {
  const match = /^(?:[a-z][a-z0-9+.-]*:\/\/|(?:https?|smtps?|mailto):)(.*)$/.exec(value)
  const rest = match?.[1] ?? value
  if (match === null && !/^[a-z0-9*.-]+\//.test(value)) return null
  return flawed('mx-url', rest.replace(/[/:?#].*$/, ''))
}

/** `[192.0.2.1]`, `192.0.2.1:25`, `2001:db8::1`, `[IPv6:2001:db8::1]` */
function address(value: string): MxPattern | null {
  const inner = /^\[(?:ipv6:)?([^\]]*)\](?::\d+)?$/.exec(value)?.[1] ?? value
  const isAddress =
    IPV4.test(inner.replace(/:\d{1,5}$/, '')) || (/^[0-9a-f:.]+$/.test(inner) && /:.*:/.test(inner))
  return isAddress ? flawed('mx-ip') : null
}

/** `mail.example.com:25` */
function port(value: string): MxPattern | null {
  const match = /^([a-z0-9*._-]+):\d{1,5}$/.exec(value)
  return match === null ? null : flawed('mx-port', withoutDot(match[1] ?? ''))
}

/** `müller.example`: mail servers are compared in the form that the DNS has. */
function international(value: string): MxPattern | null {
  if (/^[ -~\t]*$/.test(value)) return null
  // A blank, quote or full stop of another script is a slip of the keyboard or of a word processor, not a name.
  if (!/[^ -~]/u.test(value.replace(/[^\p{L}\p{M}\p{N}]/gu, ''))) return flawed('non-ascii')
  const wildcard = value.startsWith('*.')
  const ascii = toAscii(wildcard ? value.slice(2) : value)
  return flawed('mx-idn', ascii === null ? '' : `${wildcard ? '*.' : ''}${withoutDot(ascii)}`)
}

/** `*`, `mail*.example.com`, `*.*.example.com`, and `.example.com` as early drafts of the document had it. */
function wildcardForm(value: string): MxPattern | null {
  const dotted = value.length > 1 && value.startsWith('.')
  const rest = value.startsWith('*.') ? value.slice(2) : value
  const starred = rest.includes('*') || rest === '' || (rest !== value && rest.startsWith('.'))
  if (!dotted && !starred) return null
  return flawed('mx-wildcard-form', `*.${rest.replace(/^[*.]+|\.$/g, '')}`)
}

function underscore(value: string): MxPattern | null {
  return value.includes('_') && /^[a-z0-9*._-]+$/.test(value) ? flawed('mx-underscore') : null
}

function trailingDot(value: string): MxPattern | null {
  const without = withoutDot(value)
  return without !== value && isMxPattern(without) ? flawed('mx-trailing-dot', without) : null
}

function flawed(flaw: MxPatternFlaw, expected = ''): MxPattern {
  const base = { flaw, pattern: null }
  return isMxPattern(expected) && !IPV4.test(expected) ? { ...base, expected } : base
}

/** Parts between blanks, commas and semicolons. */
function tokensOf(value: string): string[] {
  return value.split(/[\s,;]/).filter((token) => token !== '')
}

function isPreference(token: string): boolean {
  return /^\d{1,5}$/.test(token)
}

/** Something meant as a host, whatever form flaw it has of its own. */
function isHostLike(token: string): boolean {
  return /[^\d.]/.test(token) && /^[a-z0-9*._[\]:/\u0080-\uffff-]+$/.test(token)
}

function withoutDot(name: string): string {
  return name.endsWith('.') ? name.slice(0, -1) : name
}

/** The A-labels of a name by UTS #46, or null; ASCII names only change their case. */
export function toAscii(name: string): string | null {
  if (/^[!-~]*$/.test(name)) return name.toLowerCase()
  // These would end or alter the host part of the URL that does the conversion.
  if (/[/\\?#@:%[\]\s]/.test(name)) return null
  const address = `http://${name}/`
  return URL.canParse(address) ? new URL(address).hostname : null
}

/** A host name as it is compared: A-labels, lower-case, without the final dot of the DNS. */
export function normalHost(host: string): string {
  return withoutDot(toAscii(host) ?? host.toLowerCase())
}

/**
 * Does a pattern of the policy cover the name in an MX record (section 4.1)? A wildcard stands for exactly one label,
 * the left-most. The pattern is taken as it stands: in any other form than A-labels it covers nothing.
 */
export function matchesMxPattern(pattern: string, host: string): boolean {
  if (!isMxPattern(pattern)) return false
  const wanted = pattern.toLowerCase()
  const name = normalHost(host)
  if (!wanted.startsWith('*.')) return wanted === name
  const dot = name.indexOf('.')
  return dot > 0 && name.slice(dot + 1) === wanted.slice(2)
}
