/**
 * Token buckets: each client has as many tokens as it may ask questions in a minute, and they come back evenly. Kept in
 * memory: one process, or one isolate, is one memory, and a limit that is a little generous is good enough here.
 */
export interface RateLimit {
  /** Takes a token; 0, or the seconds after which there will be one. */
  take: (client: string) => number
}

const MINUTE = 60_000
/** More clients than this are not told apart for longer than it takes to fill a bucket. */
const MAX_CLIENTS = 10_000

export function rateLimit(perMinute: number, now: () => number): RateLimit {
  const buckets = new Map<string, { tokens: number; at: number }>()
  const perMs = perMinute / MINUTE
  return {
    take: (client) => {
      const at = now()
      const last = buckets.get(client) ?? { tokens: perMinute, at }
      const tokens = Math.min(perMinute, last.tokens + Math.max(0, at - last.at) * perMs)
      // A client that asks again moves to the end, so the first is always the one that has been quiet longest.
      buckets.delete(client)
      if (buckets.size >= MAX_CLIENTS) forgetOldest(buckets)
      buckets.set(client, { tokens: tokens >= 1 ? tokens - 1 : tokens, at })
      return tokens >= 1 ? 0 : Math.ceil((1 - tokens) / perMs / 1000)
    },
  }
}

function forgetOldest(buckets: Map<string, unknown>): void {
  for (const client of buckets.keys()) {
    buckets.delete(client)
    return
  }
}

/** The client behind an address: an IPv6 customer has a /64 and may use any address in it. */
export function clientOfAddress(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  if (!plain.includes(':')) return plain
  const [head = '', tail] = plain.toLowerCase().split('::')
  const front = head === '' ? [] : head.split(':')
  const back = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? 0 : 8 - front.length - back.length
  return [...front, ...Array.from({ length: Math.max(0, zeros) }, () => '0'), ...back]
    .slice(0, 4)
    .join(':')
}
