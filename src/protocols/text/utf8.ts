/**
 * Bytes from outside to text, without ever losing one silently: valid UTF-8 is decoded as such (a byte-order mark
 * is kept), anything else becomes one character per byte (ISO 8859-1) and is said to be so.
 */
export interface DecodedText {
  text: string
  encoding: 'utf-8' | 'bytes'
}

export function decodeText(bytes: Uint8Array): DecodedText {
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
    return { text: decoder.decode(bytes), encoding: 'utf-8' }
  } catch {
    return {
      text: Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''),
      encoding: 'bytes',
    }
  }
}

/** Base64 (RFC 4648 section 4) to bytes; null when it is not base64. */
export function decodeBase64(text: string): Uint8Array | null {
  const clean = text.replace(/[\r\n]/g, '')
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(clean) || clean.length % 4 === 1) return null
  const bytes: number[] = []
  let bits = 0
  let held = 0
  for (const character of clean.replace(/=+$/, '')) {
    held = (held << 6) | BASE64.indexOf(character)
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes.push((held >> bits) & 0xff)
    held &= (1 << bits) - 1
  }
  return Uint8Array.from(bytes)
}

export function encodeBase64(bytes: Uint8Array): string {
  let text = ''
  for (let i = 0; i < bytes.length; i += 3) {
    const group = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0)
    const left = bytes.length - i
    text += BASE64.charAt(group >> 18) + BASE64.charAt((group >> 12) & 63)
    text += left > 1 ? BASE64.charAt((group >> 6) & 63) : '='
    text += left > 2 ? BASE64.charAt(group & 63) : '='
  }
  return text
}

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
