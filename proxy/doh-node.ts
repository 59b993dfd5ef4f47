/**
 * `fetch` for resolvers in Node: over TLS it speaks HTTP/2 where the server does (BIND speaks nothing else), and trusts
 * further roots; without TLS, on loopback, it finds out which of the two versions the server speaks.
 */
import { getCACertificates } from 'node:tls'
import { Agent, fetch as undiciFetch, H2CClient, type Dispatcher } from 'undici'
import { codeOf } from './failure.ts'

type Fetch = typeof globalThis.fetch

export function nodeDohFetch(ca: readonly string[] = []): Fetch {
  const roots = ca.length > 0 ? { ca: [...getCACertificates('default'), ...ca] } : {}
  const negotiated = new Agent({ allowH2: true, connect: roots })
  const plainHttp2 = new Agent({ factory: (origin) => new H2CClient(origin) })
  const speakHttp2 = new Set<string>()
  const through = (dispatcher: Dispatcher, url: string, init: RequestInit | undefined) =>
    // One interface under two names: Node's types declare the `fetch` of the undici inside Node, this is a newer one.
    (undiciFetch as unknown as Fetch)(url, { ...init, dispatcher } as RequestInit)
  return async (input, init) => {
    const url = input instanceof Request ? input.url : String(input)
    const { origin, protocol } = new URL(url)
    if (speakHttp2.has(origin)) return through(plainHttp2, url, init)
    try {
      return await through(negotiated, url, init)
    } catch (error) {
      if (protocol !== 'http:' || !isOtherProtocol(error)) throw error
      const response = await through(plainHttp2, url, init)
      speakHttp2.add(origin)
      return response
    }
  }
}

/** What an HTTP/1 client sees when an HTTP/2 server answers: a frame where a status line belongs, or a hang-up. */
function isOtherProtocol(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined
  if (cause instanceof Error && cause.name === 'HTTPParserError') return true
  return ['UND_ERR_SOCKET', 'ECONNRESET'].includes(codeOf(error))
}
