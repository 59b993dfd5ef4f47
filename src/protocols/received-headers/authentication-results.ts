/**
 * What a receiver found out about a message (RFC 8601 section 2.2):
 *
 *     mx.example.net; dmarc=pass (p=reject) header.from=example.com; bimi=pass header.d=example.com header.selector=default
 *
 * Written by many hands, so read with patience: what does not fit the grammar is kept as text.
 */
export interface AuthenticationResults {
  /** The receiver by its own name. */
  server: string
  results: MethodResult[]
  /** Parts that are no results. */
  leftover: string[]
}

export interface MethodResult {
  /** `dmarc`, `dkim`, `spf`, `bimi` …, lower-case. */
  method: string
  /** `pass`, `fail`, `none` …, lower-case. */
  result: string
  /** The reason or the first comment. */
  reason: string
  /** `header.from` → `example.com`; the first of a name counts. */
  properties: Record<string, string>
}

export function parseAuthenticationResults(value: string): AuthenticationResults {
  const [head, ...parts] = partsOf(value)
  const read = parts.map((part) => ({ text: part.text.trim(), result: methodResult(part) }))
  return {
    // authserv-id [ CFWS authres-version ]
    server: head?.text.trim().split(/\s+/)[0] ?? '',
    results: read.flatMap(({ result }) => result ?? []),
    leftover: read
      .filter(({ text, result }) => result === null && text !== '' && text.toLowerCase() !== 'none')
      .map(({ text }) => text),
  }
}

/** methodspec [ CFWS reasonspec ] *( CFWS propspec ); a method may carry a version: `dkim/1`. */
function methodResult({ text, comments }: Part): MethodResult | null {
  const match = /^\s*([A-Za-z0-9-]+)(?:\s*\/\s*\d+)?\s*=\s*([A-Za-z0-9-]+)(.*)$/s.exec(text)
  if (match === null) return null
  const [, method = '', result = '', rest = ''] = match
  const properties: Record<string, string> = {}
  let reason = comments[0] ?? ''
  for (const [, name = '', quoted, bare = ''] of rest.matchAll(PROPERTY)) {
    const given = quoted === undefined ? bare : quoted.replace(/\\(.)/gs, '$1')
    if (name.toLowerCase() === 'reason') reason = given
    else properties[name.toLowerCase()] ??= given
  }
  return { method: method.toLowerCase(), result: result.toLowerCase(), reason, properties }
}

/** propspec = ptype "." property "=" pvalue, and `reason=`; values are bare or quoted. */
const PROPERTY = /([A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)?)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;"]*))/gs

/** What stands between two semicolons: its text with quoted strings and without comments, and the comments. */
interface Part {
  text: string
  comments: string[]
}

function partsOf(value: string): Part[] {
  let part: Part = { text: '', comments: [] }
  const parts = [part]
  for (let at = 0; at < value.length;) {
    const taken = tokenAt(value, at)
    if (taken === ';') parts.push((part = { text: '', comments: [] }))
    else if (taken.startsWith('(')) {
      part.comments.push(taken.replace(/^\(|\)$/g, '').trim())
      part.text += ' '
    } else part.text += taken
    at += taken.length
  }
  return parts
}

/** A quoted string, a comment with those inside it, or one character. Both run to the end when nobody closes them. */
function tokenAt(value: string, at: number): string {
  const first = value.charAt(at)
  if (first === '"') return /^"(?:[^"\\]|\\.)*"?/s.exec(value.slice(at))?.[0] ?? first
  return first === '(' ? value.slice(at, endOfComment(value, at)) : first
}

function endOfComment(value: string, start: number): number {
  let depth = 0
  for (let at = start; at < value.length; at++) {
    const character = value.charAt(at)
    if (character === '\\') at++
    else if (character === '(') depth++
    else if (character === ')' && --depth === 0) return at + 1
  }
  return value.length
}
