/**
 * What a dropped or pasted file is, by its first bytes. Names and media types are not asked: a policy file called
 * `mta-sts(1).txt.html` is a policy file.
 */
import { decodeText } from '../text/utf8.ts'

export type FileKind =
  | 'policy'
  | 'tls-report'
  | 'mail'
  | 'gzip'
  | 'zip'
  | 'svg'
  | 'pem'
  | 'der'
  | 'picture'
  | 'web-page'
  | 'signet-report'
  | 'json'
  | 'text'
  | 'empty'
  | 'unknown'

/** How many bytes are enough to tell. */
export const ENOUGH = 64 * 1024

/** Leading bytes, in hexadecimal, of formats that have them. */
const SIGNATURES: readonly (readonly [FileKind, RegExp])[] = [
  ['gzip', /^1f8b/], // RFC 1952 section 2.3.1
  ['zip', /^504b(0304|0506|0708)/],
  ['der', /^308[1-4]/], // a SEQUENCE in the long form, as certificates have it
  ['picture', /^(89504e470d0a1a0a|ffd8ff|474946383[79]61|52494646.{8}57454250|424d|00000100)/],
]

export function recogniseFile(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return 'empty'
  const head = [...bytes.subarray(0, 12)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  const signed = SIGNATURES.find(([, signature]) => signature.test(head))
  if (signed !== undefined) return signed[0]
  const text = asText(bytes.subarray(0, ENOUGH))
  return text === null ? 'unknown' : recogniseText(text)
}

/** The same for text that was pasted. */
export function recogniseText(text: string): FileKind {
  const start = text.trimStart()
  if (start === '') return 'empty'
  if (start.startsWith('{') || start.startsWith('[')) return recogniseJson(start)
  if (start.startsWith('<')) return recogniseMarkup(start)
  if (start.includes('-----BEGIN ')) return 'pem'
  // Mail before policies: a mail about MTA-STS may quote one.
  if (isMail(start)) return 'mail'
  if (isPolicy(start)) return 'policy'
  return 'text'
}

/** UTF-8, or UTF-16 with its mark; null when the bytes are no text. */
function asText(bytes: Uint8Array): string | null {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const { text } = decodeText(bytes)
  return text.includes('\u0000') ? null : text.replace(/^\ufeff/, '')
}

/** RFC 8460 section 4: a report names its policies and whom it is from, in keys of its own. */
function recogniseJson(text: string): FileKind {
  if (/"schema"\s*:\s*"signet-report\//.test(text)) return 'signet-report'
  const policies = /"policies"\s*:/.test(text)
  const keys = /"(organization-name|report-id|date-range|contact-info|policy-type|summary)"\s*:/
  return policies && keys.test(text) ? 'tls-report' : 'json'
}

function recogniseMarkup(text: string): FileKind {
  const bare = text.replace(/<!--[\s\S]*?(-->|$)/g, '')
  if (/<(\w+:)?svg[\s/>]/.test(bare)) return 'svg'
  return /<(!doctype html|html|head|body)[\s/>]/i.test(bare) ? 'web-page' : 'text'
}

/** RFC 5322 section 2.2: at least two header fields that mail has, or an mbox's first line before them. */
function isMail(text: string): boolean {
  const lines = text.replace(/^From \S.*\r?\n/, '').split(/\r?\n/, 60)
  const end = lines.indexOf('')
  const header = end === -1 ? lines : lines.slice(0, end)
  const known =
    /^(received|return-path|delivered-to|from|to|subject|date|message-id|mime-version|content-type|dkim-signature|tls-report-\w+):/i
  return known.test(lines[0] ?? '') && header.filter((line) => known.test(line)).length >= 2
}

/** RFC 8461 section 3.2: lines of a key, a colon and a value. One key of its own is enough; all may be misspelt but that. */
function isPolicy(text: string): boolean {
  const keys = /^[\t ]*"?(version|mode|mx|max_age)"?[\t ]*:/gim
  const found = new Set([...text.matchAll(keys)].map(([, key = '']) => key.toLowerCase()))
  return found.has('mx') || found.has('max_age') || found.size >= 2 || /^version:\s*sts/i.test(text)
}
