/** Bytes to text as XML 1.0 appendix F says: the byte-order mark, then the declaration, then UTF-8. */

export interface Decoded {
  text: string
  /** As it was read: `UTF-8`, `UTF-16LE` … */
  encoding: string
  /** Why it cannot be read so; the text is then only for showing. */
  trouble: string | null
}

/** Names that parsers of XML commonly know, beyond Unicode's. The table of jing's parser holds them all. */
const LABELS =
  /^(?:ISO-8859-(?:[2-9]|13|15)|WINDOWS-125[0-8]|KOI8-R|SHIFT_JIS|EUC-JP|EUC-KR|BIG5|GB2312|GBK|GB18030|ISO-2022-JP|IBM866|LATIN[1-5])$/
const LATIN1 = /^(?:ISO-8859-1|ISO_8859-1|LATIN1|L1|CP819|IBM819)$/
const ASCII = /^(?:US-ASCII|ASCII|ISO646-US|ANSI_X3\.4-1968|CP367|IBM367|US)$/
const DECLARED = /^\s*<\?xml\s[^>]*?\sencoding\s*=\s*["']([A-Za-z][A-Za-z0-9._-]*)["']/

export function decodeXml(bytes: Uint8Array): Decoded {
  const wide = wideEncoding(bytes)
  if (wide !== null) return decodeWide(bytes, wide)
  const declared = declaredIn(bytes)
  // The mark of UTF-8 before another declared encoding: parsers skip it, then do as the declaration says.
  const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  return decodeAs(isMarked && !/^utf-8$/i.test(declared) ? bytes.subarray(3) : bytes, declared)
}

function declaredIn(bytes: Uint8Array): string {
  // `<?`, or a blank or a mark before it: all else declares nothing.
  if (bytes[0] === 0x3c && bytes[1] !== 0x3f) return 'UTF-8'
  const head = latin1(bytes.subarray(0, 200)).replace(/^\u00ef\u00bb\u00bf/, '')
  return DECLARED.exec(head)?.[1] ?? 'UTF-8'
}

function wideEncoding([a, b, c, d]: Uint8Array): 'UTF-16BE' | 'UTF-16LE' | null {
  if (a === 0xfe && b === 0xff) return 'UTF-16BE'
  if (a === 0xff && b === 0xfe) return 'UTF-16LE'
  if (a === 0 && b === 0x3c && c === 0 && d === 0x3f) return 'UTF-16BE'
  if (a === 0x3c && b === 0 && c === 0x3f && d === 0) return 'UTF-16LE'
  return null
}

function decodeWide(bytes: Uint8Array, encoding: 'UTF-16BE' | 'UTF-16LE'): Decoded {
  const { text, ok } = strictly(bytes, encoding)
  const declared = DECLARED.exec(text.replace(/^\ufeff/, ''))?.[1]?.toUpperCase()
  const fits =
    declared === undefined ||
    declared === 'UTF-16' ||
    declared === 'ISO-10646-UCS-2' ||
    declared === encoding
  if (!fits)
    return { text, encoding, trouble: `the bytes are ${encoding}, and \`${declared}\` is declared` }
  return { text, encoding, trouble: ok ? null : `not all bytes are ${encoding}` }
}

function decodeAs(bytes: Uint8Array, declared: string): Decoded {
  const encoding = declared.toUpperCase()
  if (encoding === 'UTF-8') {
    const { text, ok } = strictly(bytes, 'UTF-8')
    return { text, encoding, trouble: ok ? null : 'not all bytes are UTF-8' }
  }
  if (ASCII.test(encoding)) {
    const plain = bytes.every((byte) => byte < 0x80)
    return { text: latin1(bytes), encoding, trouble: plain ? null : 'not all bytes are ASCII' }
  }
  if (LATIN1.test(encoding)) return { text: latin1(bytes), encoding, trouble: null }
  if (LABELS.test(encoding))
    return { text: new TextDecoder(encoding).decode(bytes), encoding, trouble: null }
  const { text } = strictly(bytes, 'UTF-8')
  const trouble = encoding.startsWith('UTF-16')
    ? `the bytes are not ${encoding}, which is declared`
    : `\`${declared}\` is not the registered name of an encoding that parsers know`
  return { text, encoding, trouble }
}

const STRICT_UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function strictly(bytes: Uint8Array, label: string): { text: string; ok: boolean } {
  try {
    const decoder =
      label === 'UTF-8' ? STRICT_UTF8 : new TextDecoder(label, { fatal: true, ignoreBOM: true })
    return { text: decoder.decode(bytes), ok: true }
  } catch {
    return { text: new TextDecoder(label, { ignoreBOM: true }).decode(bytes), ok: false }
  }
}

function latin1(bytes: Uint8Array): string {
  let text = ''
  for (let i = 0; i < bytes.length; i += 4096)
    text += String.fromCharCode(...bytes.subarray(i, i + 4096))
  return text
}
