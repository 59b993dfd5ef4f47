/**
 * Report addresses as people write them, and as a TLS-RPT record needs them (RFC 8460 section 3): each with its scheme,
 * parted by commas, with `,` `;` and `!` percent-encoded inside.
 */
import { readReportUri } from '../../protocols/tls-rpt/report-uri.ts'
import { continues } from '../../protocols/tls-rpt/rua.ts'

/** The addresses in a list that can be used, or be repaired, each once. */
export function reportAddresses(list: string): string[] {
  const repaired = pieces(withoutEscapes(list)).map(repair)
  const good = repaired.filter((uri) => {
    const read = readReportUri({ text: uri, start: 0, end: uri.length })
    return 'uri' in read
  })
  return [...new Map(good.map((uri) => [sameness(uri), uri])).values()]
}

/** What DNS panels put in; percent-encoding is a URI's own. */
function withoutEscapes(list: string): string {
  return list
    .replace(/\\(.)/g, '$1')
    .replace(/&amp;/gi, '&')
    .replace(/&(?:quot|lt|gt|#\d+);/gi, ' ')
}

/** Parts between commas, semicolons and blanks; what was one URI before it was cut is one again. */
function pieces(list: string): string[] {
  const found: string[] = []
  for (const [, before = '', piece = ''] of list.matchAll(/([,;\s|]*)([^,;\s|]+)/g)) {
    const last = found.at(-1)
    const mark = ENCODED[before]
    if (last !== undefined && mark !== undefined && continues(last, piece))
      found[found.length - 1] = last + mark + piece
    else found.push(piece)
  }
  return found
}

const ENCODED: Record<string, string> = { ',': '%2C', ';': '%3B' }

/** Brackets and quotes around it, a size behind it, a missing or half-written scheme, raw marks, header fields. */
function repair(piece: string): string {
  const bare = piece
    .replace(/^[<"'([“]+|[>"')\]”.]+$/g, '')
    .replace(/!\d+[kmgt]?$/i, '')
    .replaceAll('!', '%21')
  const mail = /^(?:mailto[:=]?)?\/*<?([^@<>]+@[^@<>?]+)/i.exec(bare)
  if (mail?.[1] !== undefined && !/^https?:/i.test(bare)) return `mailto:${encodedLocal(mail[1])}`
  const web = /^https?[:=]?\/+(.+)$/i.exec(bare)
  if (web?.[1] !== undefined) return `https://${web[1]}`
  return /^[a-z\d-]+(?:\.[a-z\d-]+)+(?:[/?]|$)/i.test(bare) ? `https://${bare}` : bare
}

/** `/ # [ ]` and the like have a meaning in URIs. */
function encodedLocal(address: string): string {
  const at = address.lastIndexOf('@')
  const local = address.slice(0, at).replace(/[/#[\]^`{}|\s]/g, encodeURIComponent)
  return `${local}@${address.slice(at + 1).replace(/\.$/, '')}`
}

function sameness(uri: string): string {
  return uri.startsWith('mailto:') ? uri.toLowerCase() : uri
}
