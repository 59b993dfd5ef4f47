/**
 * The field that says where reports go: tlsrpt-rua = %s"rua=" uri *(*WSP "," *WSP uri) (RFC 8460 section 3).
 *
 *     rua=mailto:tlsrpt@example.com, https://reports.example.com/v1
 */
import { Cursor, shifted, trimmed, type Taken } from '../text/cursor.ts'
import { readReportUri, type ReportUri, type ReportUriFault } from './report-uri.ts'

export type RuaProblem =
  | ReportUriFault
  /** Another scheme, beside an address that can be used. */
  | 'rua-scheme-beside'
  | 'rua-second-no-scheme'
  | 'rua-empty-item'
  /** An empty item, beside an address that can be used. */
  | 'rua-empty-item-beside'
  | 'rua-mailto-query'
  | 'rua-duplicate-uri'
  | 'rua-many'

export interface Rua {
  /** The addresses that can be used, in order. */
  uris: ReportUri[]
  problems: { code: RuaProblem; at: Taken }[]
}

/**
 * @param value what stands behind `rua=`
 * @param cutBy the semicolon that cut the last URI in two, where the next field is its other half
 */
export function readRua(value: Taken, cutBy: Taken | null): Rua {
  const { items, empty } = splitItems(value, cutBy)
  if (items.length === 0 && empty.length === 0)
    return { uris: [], problems: [{ code: 'rua-empty', at: value }] }
  const read = items.map(({ at, cut }) =>
    cut === null ? { at, ...readReportUri(at) } : { fault: 'rua-unescaped' as const, at: cut },
  )
  const good = read.flatMap((item) => ('uri' in item ? [item] : []))
  const bad = read.flatMap((item) => ('fault' in item ? [item] : []))
  const beside = good.length > 0 ? '-beside' : ''
  const problems: Rua['problems'] = [
    ...empty.map((at) => ({ code: `rua-empty-item${beside}`, at }) as const),
    ...schemeless(bad, items[0]?.at).map(({ fault, at }) =>
      fault === 'rua-scheme' ? { code: `rua-scheme${beside}` as const, at } : { code: fault, at },
    ),
    ...remarks(good),
  ]
  if (bad.length === 0 && good[2]) problems.push({ code: 'rua-many', at: good[2].at })
  return { uris: good.map(({ uri }) => uri), problems }
}

/** Does a piece without scheme look like the rest of the URI before it, cut off by a raw comma or semicolon? */
export function continues(before: string, piece: string): boolean {
  if (/^mailto:[^@]*$/i.test(before)) return piece.includes('@')
  const isOpenEnded = /^mailto:[^?]*\?|^https:\/\/[^/?]+[/?]/i.test(before)
  const isOther = piece.includes('@') || /^[a-z\d-]+(?:\.[a-z\d-]+)+(?:[:/]|$)/i.test(piece)
  return isOpenEnded && !isOther && !/^[a-z][a-z\d+-]*:/i.test(piece)
}

interface Item {
  at: Taken
  /** The comma or semicolon by which it was cut. */
  cut: Taken | null
}

function splitItems(value: Taken, cutBy: Taken | null): { items: Item[]; empty: Taken[] } {
  const items: Item[] = []
  const empty: Taken[] = []
  const cursor = new Cursor(value.text)
  let comma: Taken | null = null
  let wasEmpty = false
  while (!cursor.done || comma !== null) {
    const at = trimmed(shifted(cursor.until(','), value.start))
    const next = cursor.literal(',') ? shifted(cursor.since(cursor.at - 1), value.start) : null
    const last = items.at(-1)
    const isGlued = comma !== null && at.start === comma.end
    if (at.text === '') note(empty, comma ?? next ?? at, wasEmpty)
    else if (isGlued && last !== undefined && continues(last.at.text, at.text)) last.cut = comma
    else items.push({ at, cut: null })
    wasEmpty = at.text === ''
    comma = next
  }
  const last = items.at(-1)
  if (cutBy !== null && last !== undefined) last.cut ??= cutBy
  return { items, empty }
}

/** Neighbours are one: `a,,,` lacks one item in the eyes of its author, not two. */
function note(empty: Taken[], at: Taken, wasEmpty: boolean): void {
  const last = empty.at(-1)
  if (wasEmpty && last !== undefined) last.end = at.end
  else empty.push({ ...at })
}

interface Bad {
  fault: ReportUriFault
  at: Taken
}

interface Named {
  fault: ReportUriFault | 'rua-second-no-scheme'
  at: Taken
}

/** A missing scheme is said once when it is missing everywhere, and of each item when the first has one. */
function schemeless(bad: Bad[], first: Taken | undefined): Named[] {
  const lacking = bad.filter(({ fault }) => fault === 'rua-no-scheme')
  const firstLacks = lacking.some(({ at }) => at.start === first?.start)
  return bad.flatMap(({ fault, at }): Named[] => {
    if (fault !== 'rua-no-scheme' || at.start === first?.start) return [{ fault, at }]
    return firstLacks ? [] : [{ fault: 'rua-second-no-scheme', at }]
  })
}

/** What is worth knowing about addresses that work. */
function remarks(good: { uri: ReportUri; at: Taken }[]): Rua['problems'] {
  return good.flatMap(({ uri, at }, index) => {
    const queries = uri.scheme === 'mailto' && uri.uri.includes('?')
    const earlier = good.slice(0, index).some((other) => sameTarget(other.uri, uri))
    return [
      ...(queries ? [{ code: 'rua-mailto-query' as const, at }] : []),
      ...(earlier ? [{ code: 'rua-duplicate-uri' as const, at }] : []),
    ]
  })
}

/** Mail addresses differ by more than case only in theory; paths of URLs do so in practice. */
function sameTarget(a: ReportUri, b: ReportUri): boolean {
  return normalized(a) === normalized(b)
}

function normalized({ scheme, uri, host, localPart }: ReportUri): string {
  if (localPart !== null) return `${localPart}@${host}`.toLowerCase()
  const afterHost = uri.slice(`${scheme}://`.length + host.length)
  return `${host}${afterHost === '' ? '/' : afterHost}`
}
