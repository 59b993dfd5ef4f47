/**
 * What people type or paste where a domain is asked for: a domain, a mail address, a web address, a record's name. This
 * file takes the wrapping off; whether what is left is a domain is decided elsewhere.
 */

export interface Unwrapped {
  /** What should be a domain. */
  host: string
  /** Local part, when a mail address was typed; a quoted one keeps its quotes. */
  localPart: string | null
}

/** Takes off blanks, brackets and quotes, `mailto:`, scheme, path, user, port and final dot. */
export function unwrap(typed: string): Unwrapped {
  const text = unquoted(typed.replace(EDGE_BLANKS, ''))
  const mailto = /^mailto:(?:\/\/)?/i.exec(text)?.[0]
  if (mailto !== undefined)
    return address(percentDecoded(text.slice(mailto.length).replace(/\?.*$/s, '')))
  const scheme = /^(?:[a-z][a-z0-9+.-]{0,30}:)?\/\//i.exec(text)?.[0]
  if (scheme !== undefined)
    return { host: hostOf(afterUser(authorityOf(text.slice(scheme.length)))), localPart: null }
  return address(text)
}

/** Blanks of any kind, and what no eye sees: zero-width characters and byte-order marks. */
const EDGE_BLANKS = /^[\s\u200b-\u200d\u2060\ufeff]+|[\s\u200b-\u200d\u2060\ufeff]+$/g

/** `Katie <katie@example.com>`, `<example.com>`, `"example.com"`, and blanks inside. */
function unquoted(text: string): string {
  const opened = text.lastIndexOf('<')
  if (opened >= 0 && text.endsWith('>')) return text.slice(opened + 1, -1).replace(EDGE_BLANKS, '')
  const quote = text.charAt(0)
  const closing = { '"': '"', "'": "'", '“': '”', '„': '“', '`': '`' }[quote]
  const isQuoted = closing !== undefined && text.length > 1 && text.endsWith(closing)
  return isQuoted ? text.slice(1, -1).replace(EDGE_BLANKS, '') : text
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** A mail address, or a bare domain with or without a path. The last `@` parts (RFC 5321 section 4.1.2, `Mailbox`). */
function address(text: string): Unwrapped {
  const at = text.lastIndexOf('@')
  // `social.example/@katie`: that `@` belongs to a path. A local part may hold a slash, but then a domain follows.
  const isInPath = /^[^@/?#]+[/?#]/.test(text) && !/[.\u3002\uff0e\uff61:[]/.test(text.slice(at))
  if (at < 0 || isInPath) return { host: hostOf(authorityOf(text)), localPart: null }
  const localPart = text.slice(0, at).replace(EDGE_BLANKS, '')
  const host = hostOf(authorityOf(text.slice(at + 1).replace(EDGE_BLANKS, '')))
  return { host, localPart: localPart === '' ? null : localPart }
}

function authorityOf(text: string): string {
  return /^[^/?#\\]*/.exec(text)?.[0] ?? ''
}

function afterUser(authority: string): string {
  return authority.slice(authority.lastIndexOf('@') + 1)
}

/** Without port and final dot. An IPv6 address has more than one colon, so it keeps them. */
function hostOf(authority: string): string {
  const port = /^[^:]*(?<port>:\d*)$|^\[[^\]]*\](?<behind>:\d*)$/.exec(authority)?.groups
  const length = (port?.['port'] ?? port?.['behind'] ?? '').length
  return authority.slice(0, authority.length - length).replace(/[.\u3002\uff0e\uff61]$/, '')
}
