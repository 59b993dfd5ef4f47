/** What the bytes of a dropped file are, whatever its name says. */
import { gunzipSync } from 'fflate'

/** Far above any logo; keeps a small file from becoming a large one in memory. */
export const INFLATED_LIMIT = 1_048_576

export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b
}

/** The content of a gzip file (RFC 1952); null when it is damaged, cut off or over the limit. */
export function gunzip(bytes: Uint8Array): Uint8Array | null {
  if (bytes.length < 18) return null
  const trailer = new DataView(bytes.buffer, bytes.byteOffset + bytes.length - 8, 8)
  const size = trailer.getUint32(4, true)
  if (size > INFLATED_LIMIT) return null
  try {
    const inflated = gunzipSync(bytes, { out: new Uint8Array(size) })
    const intact = inflated.length === size && crc32(inflated) === trailer.getUint32(0, true)
    return intact ? inflated : null
  } catch {
    return null
  }
}

/** RFC 1952 section 8. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}

const MAGIC: readonly [name: string, magic: readonly number[]][] = [
  ['a PNG image', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG image', [0xff, 0xd8, 0xff]],
  ['a GIF image', [0x47, 0x49, 0x46, 0x38]],
  ['a WebP image', [0x52, 0x49, 0x46, 0x46]],
  ['a PDF or Illustrator document', [0x25, 0x50, 0x44, 0x46]],
  ['a PostScript document', [0x25, 0x21, 0x50, 0x53]],
  ['a zip archive', [0x50, 0x4b, 0x03, 0x04]],
  ['a Photoshop document', [0x38, 0x42, 0x50, 0x53]],
  ['a TIFF image', [0x49, 0x49, 0x2a, 0x00]],
  ['a TIFF image', [0x4d, 0x4d, 0x00, 0x2a]],
  ['a BMP image', [0x42, 0x4d]],
  ['an icon file', [0x00, 0x00, 0x01, 0x00]],
]

/** What else it is; null when it may be text. */
export function otherFormat(bytes: Uint8Array): string | null {
  if (bytes.length === 0) return 'empty'
  const known = MAGIC.find(([, magic]) => magic.every((byte, i) => bytes[i] === byte))
  return known?.[0] ?? null
}

/** What else a text is; null when it may be XML. */
export function otherText(text: string): string | null {
  const begin = text.replace(/^\ufeff/, '').trimStart()
  if (begin === '') return 'empty'
  if (/^(?:<!doctype\s+html|<html)/i.test(begin)) return 'an HTML page'
  if (begin.startsWith('{') || begin.startsWith('[')) return 'JSON'
  if (begin.startsWith('-----BEGIN')) return 'a PEM file'
  if (begin.startsWith('data:')) return 'a `data:` address'
  return begin.startsWith('<') ? null : 'plain text'
}
