import type { HttpOutcome } from '../../protocols/http/answer.ts'
import { fromBase64Url } from '../../protocols/dns/query.ts'
import type { Fetch } from '../doh-request.ts'
import { pause } from '../waiting.ts'
import { answerBimi, bimiDelay } from './answer-bimi.ts'
import { answerDns, answerPolicy, policyDelay } from './answer.ts'
import type { World } from './world.ts'

/**
 * A fetch that reaches nothing but a world: questions in a `dns` parameter, and the proxy's routes for files. Anything
 * else is not found. `delays` are waited for only on request; a resolver that does not answer is given up at once.
 */
export function worldFetch(world: World, { delays = false } = {}): Fetch {
  return async (address, { signal }) => {
    const url = new URL(address)
    const wait = (ms: number) => (delays && ms > 0 ? pause(ms, signal ?? undefined) : undefined)
    const query = fromBase64Url(url.searchParams.get('dns') ?? '')
    if (query !== null && query.length > 0) {
      const reply = answerDns(world, query)
      await wait(reply.delayMs)
      if ('failure' in reply) throw failureOf(reply.failure)
      return new Response(reply.bytes, { headers: { 'Content-Type': 'application/dns-message' } })
    }
    const file = fileFor(world, url)
    if (file === null) return new Response('', { status: 404 })
    await wait(file.delayMs)
    return Response.json(file.outcome)
  }
}

interface FileReply {
  delayMs: number
  outcome: HttpOutcome
}

function fileFor(world: World, { pathname, searchParams }: URL): FileReply | null {
  const domain = searchParams.get('domain')
  if (domain === null) return null
  if (pathname === '/api/policy')
    return { delayMs: policyDelay(world, domain), outcome: answerPolicy(world, domain) }
  const kind = (['indicator', 'evidence'] as const).find((name) => pathname === `/api/${name}`)
  if (kind === undefined) return null
  const wanted = { kind, domain, selector: searchParams.get('selector') ?? 'default' }
  return { delayMs: bimiDelay(world, wanted), outcome: answerBimi(world, wanted) }
}

function failureOf(failure: 'timeout' | 'unreachable'): Error {
  return failure === 'timeout'
    ? new DOMException('The resolver does not answer.', 'TimeoutError')
    : new TypeError('Failed to fetch')
}
