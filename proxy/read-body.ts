export interface Body {
  bytes: Uint8Array
  /** There was more. */
  truncated: boolean
}

/** Reads a body up to a limit and stops there; leaving the loop closes the stream. */
export async function readBody(
  stream: AsyncIterable<Uint8Array> | null,
  limit: number,
): Promise<Body> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream ?? []) {
    const room = limit - size
    chunks.push(chunk.subarray(0, room))
    size += Math.min(chunk.length, room)
    if (chunk.length > room) return { bytes: join(chunks, size), truncated: true }
  }
  return { bytes: join(chunks, size), truncated: false }
}

function join(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const all = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.length
  }
  return all
}
