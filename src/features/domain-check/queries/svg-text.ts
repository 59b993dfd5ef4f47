/** Plain text of a logo file; compressed ones (SVGZ, RFC 1952) are unpacked by the browser, with a limit. */

/** Far more than any logo; a small file can unpack to very much. */
const LARGEST = 1_000_000

/** Null when it does not unpack, or unpacks to more than anybody would show. */
export async function svgText(bytes: Uint8Array<ArrayBuffer>): Promise<string | null> {
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b
  if (!isPacked) return bytes.length > LARGEST ? null : new TextDecoder().decode(bytes)
  try {
    return await unpacked(bytes)
  } catch {
    return null
  }
}

async function unpacked(bytes: Uint8Array<ArrayBuffer>): Promise<string | null> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))
  const reader = stream.getReader()
  const decoder = new TextDecoder()
  let text = ''
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    size += value.length
    if (size > LARGEST) {
      await reader.cancel()
      return null
    }
    text += decoder.decode(value, { stream: true })
  }
}
