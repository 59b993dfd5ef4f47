/**
 * A dropped or fetched file as a logo: bytes, text, tree, and what the published schema says of it. The rest (values,
 * references, drawing) is computed by those who ask.
 */
import { gunzip, isGzip, otherFormat, otherText } from './bytes.ts'
import { decodeXml } from './encoding.ts'
import { readXml, type XmlDocument } from './read-xml.ts'
import { schemaFaults, type Fault } from './schema.ts'
import type { Span, SvgElement } from './tree.ts'

export interface Logo {
  /** What it is instead of an SVG: `a PNG image`; null when it may be one. */
  instead: string | null
  /** Gzip that does not decompress, or to more than 1 MB. */
  corrupt: boolean
  compressed: boolean
  /** Bytes of the SVG itself, uncompressed. */
  bytes: number
  text: string
  encoding: string
  document: XmlDocument | null
  /** The root, when all of it could be read and it is an `svg`. */
  root: SvgElement | null
  /** By the published schema alone, in the order of the text. */
  faults: Fault[]
  /** Would a validator with the schema accept it? A DOCTYPE counts as no. */
  schemaValid: boolean
}

export function readLogo(bytes: Uint8Array): Logo {
  const compressed = isGzip(bytes)
  const content = compressed ? gunzip(bytes) : bytes
  const nothing = {
    corrupt: content === null,
    compressed,
    bytes: (content ?? bytes).length,
    text: '',
    encoding: '',
    document: null,
    root: null,
    faults: [],
    schemaValid: false,
  }
  if (content === null) return { instead: null, ...nothing }
  const instead = otherFormat(content)
  return instead === null ? readText(content, nothing) : { ...nothing, instead }
}

/** What stands for the first bytes that are no character. */
function unreadCharacter(text: string): Span | null {
  const start = text.indexOf('\ufffd')
  return start === -1 ? null : { start, end: start + 1 }
}

function readText(content: Uint8Array, nothing: Omit<Logo, 'instead'>): Logo {
  const { text, encoding, trouble } = decodeXml(content)
  const instead = otherText(text)
  if (instead !== null) return { ...nothing, text, encoding, instead }
  const document = readXml(text)
  if (trouble !== null) {
    const { start, end } = unreadCharacter(text) ?? document.encoding ?? { start: 0, end: 0 }
    document.notWellFormed = { expected: trouble, start, end }
  }
  const { root } = document
  if (root === null || document.notWellFormed !== null)
    return { ...nothing, text, encoding, document, instead: null }
  if (root.local !== 'svg')
    return { ...nothing, text, encoding, document, instead: `XML with the root \`${root.name}\`` }
  const faults = schemaFaults(root)
  const isWhole = document.doctype === null && document.references.length === 0
  const schemaValid = faults.length === 0 && isWhole
  return { ...nothing, instead: null, text, encoding, document, root, faults, schemaValid }
}
