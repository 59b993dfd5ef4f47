/**
 * From what was typed to the policy domain. The URL class converts international names, and brings traps of its own
 * (WHATWG URL, host parsing): it reads a number at the end as an IPv4 address (`1.2.3` → `1.2.0.3`), decodes `%`, and
 * lets `a..b`, `exa_mple.com` and `-a.example` pass. So labels are split and looked at first, and again afterwards.
 */
import ipaddr from 'ipaddr.js'
import { isFakeALabel, toALabels, toULabels } from './idn.ts'
import { unwrap } from './typed-text.ts'

export interface DomainInput {
  /** Exactly what was typed. */
  typed: string
  /** The policy domain: lower-case A-labels, no final dot, at least two labels. */
  domain: string
  /** The same with U-labels, for people. */
  unicode: string
  /** Local part, when an address was typed. */
  localPart: string | null
  /** What was taken off or changed on the way; a change of case alone is none. */
  changes: InputChange[]
}

export interface InputChange {
  /**
   * `trim`: blanks, scheme, path, user, port or final dot were taken off; `seen` is what was typed.
   * `prefix`: a record's or policy host's name was typed; `seen` is that name, lower-case.
   * `idn`: letters beyond ASCII were converted; `seen` is the name before.
   */
  code: 'trim' | 'prefix' | 'idn'
  seen: string
}

export type RefusalReason =
  | 'nothing'
  | 'one-label'
  | 'empty-label'
  | 'long-label'
  | 'long-name'
  | 'address'
  | 'number'
  | 'blank'
  | 'underscore'
  | 'hyphen'
  | 'character'
  | 'fake-a-label'

export type RefusalCode = 'input.length' | 'input.ip' | 'input.idn-error' | 'idn.fake-a-label'

/** Why a text is no domain that could be checked. */
export interface Refusal {
  ok: false
  typed: string
  /** The finding id that explains it. */
  code: RefusalCode
  reason: RefusalReason
  /** The label or name that it is about. */
  seen: string
}

export type InputResult = { ok: true; input: DomainInput } | Refusal

/**
 * @param options.asTyped keeps `mta-sts.` and other prefixes: the undo of a change with code `prefix`. A name with an
 * underscore is then refused, because no mail domain has one.
 */
export function readDomainInput(typed: string, options: { asTyped?: boolean } = {}): InputResult {
  const { host, localPart } = unwrap(typed)
  const keepsPrefix = options.asTyped === true || localPart !== null
  const whole = host.split(DOTS).join('.').toLowerCase()
  const name = keepsPrefix ? whole : withoutPrefix(whole)
  const result = toDomain(name)
  if (typeof result !== 'string') return { ok: false, typed, code: CODES[result.reason], ...result }
  const changes: InputChange[] = []
  if (host !== typed) changes.push({ code: 'trim', seen: typed })
  if (name !== whole) changes.push({ code: 'prefix', seen: whole })
  if (name !== result) changes.push({ code: 'idn', seen: name })
  return {
    ok: true,
    input: { typed, domain: result, unicode: toULabels(result), localPart, changes },
  }
}

/** The full stop and those of other scripts that UTS #46 maps to it. */
const DOTS = /[.\u3002\uff0e\uff61]/

/** Names of records and of the policy host, as people copy them from a zone or from an error message. */
const PREFIX = /^(?:mta-sts|_mta-sts|_smtp\._tls|_dmarc|[^.]+\._bimi)\.(?=[^.]+\.)/

function withoutPrefix(name: string): string {
  return name.replace(PREFIX, '')
}

const CODES: Record<RefusalReason, RefusalCode> = {
  'nothing': 'input.length',
  'one-label': 'input.length',
  'empty-label': 'input.length',
  'long-label': 'input.length',
  'long-name': 'input.length',
  'address': 'input.ip',
  'number': 'input.idn-error',
  'blank': 'input.idn-error',
  'underscore': 'input.idn-error',
  'hyphen': 'input.idn-error',
  'character': 'input.idn-error',
  'fake-a-label': 'idn.fake-a-label',
} // prettier-ignore

type Fault = Pick<Refusal, 'reason' | 'seen'>

/** Far beyond any name, but short enough to convert: ignorable characters may vanish on the way. */
const LONGEST_TEXT = 1000

function toDomain(name: string): string | Fault {
  if (name === '') return { reason: 'nothing', seen: '' }
  if (isAddress(name)) return { reason: 'address', seen: name }
  if (name.length > LONGEST_TEXT) return { reason: 'long-name', seen: name }
  const before = faultIn(name.split('.'), faultBefore)
  if (before !== null) return before
  const converted = /\P{ASCII}/u.test(name) ? toALabels(name) : name
  if (converted === null) return { reason: 'character', seen: name }
  const labels = converted.split('.')
  const after = faultIn(labels, faultAfter)
  if (after !== null) return after
  if (isNumber(labels.at(-1) ?? '')) return { reason: 'number', seen: converted }
  if (labels.length < 2) return { reason: 'one-label', seen: converted }
  // RFC 1035 section 2.3.4: 255 bytes on the wire, which is 253 characters.
  return converted.length > 253 ? { reason: 'long-name', seen: converted } : converted
}

/** An address literal with or without brackets, in any of the forms that the URL class would read as IPv4. */
function isAddress(name: string): boolean {
  const literal = /^\[?(?:ipv6:)?([^\]]*)\]?$/.exec(name)?.[1] ?? name
  if (ipaddr.isValid(literal)) return true
  return name.split('.').length <= 4 && name.split('.').every(isNumber)
}

/** WHATWG URL, "ends in a number": decimal, or hexadecimal behind `0x`. */
function isNumber(label: string): boolean {
  return /^(?:\d+|0x[\da-f]*)$/.test(label)
}

function faultIn(labels: string[], faultOf: (label: string) => RefusalReason | null): Fault | null {
  for (const seen of labels) {
    const reason = faultOf(seen)
    if (reason !== null) return { reason, seen: reason === 'empty-label' ? labels.join('.') : seen }
  }
  return null
}

/** Before conversion, so that the URL class sees nothing that has a meaning to it. */
function faultBefore(label: string): RefusalReason | null {
  if (label === '') return 'empty-label'
  if (/\s/.test(label)) return 'blank'
  if (label.includes('_')) return 'underscore'
  if (/\p{ASCII}/u.test(label.replace(/[a-z\d-]/g, ''))) return 'character'
  return isFakeALabel(label) ? 'fake-a-label' : null
}

/** After conversion: `sub-domain = Let-dig [Ldh-str]` (RFC 5321 section 4.1.2), 1 to 63 (RFC 1035 section 2.3.4). */
function faultAfter(label: string): RefusalReason | null {
  if (label === '') return 'empty-label'
  if (!/^[a-z\d-]+$/.test(label)) return 'character'
  if (label.startsWith('-') || label.endsWith('-')) return 'hyphen'
  return label.length > 63 ? 'long-label' : null
}
