import { fromBase64Url } from '../../protocols/dns/query.ts'
import type { Fetch } from '../doh-request.ts'
import { pause } from '../waiting.ts'
import { answerDns, answerPolicy, policyDelay } from './answer.ts'
import type { World } from './world.ts'

/**
 * A fetch that reaches nothing but a world: questions in a `dns` parameter, and `/api/policy?domain=`. Anything else is
 * not found. `delays` are waited for only on request; a resolver that does not answer is given up at once.
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
    const domain = url.searchParams.get('domain')
    if (url.pathname !== '/api/policy' || domain === null) return new Response('', { status: 404 })
    await wait(policyDelay(world, domain))
    return Response.json(answerPolicy(world, domain))
  }
}

function failureOf(failure: 'timeout' | 'unreachable'): Error {
  return failure === 'timeout'
    ? new DOMException('The resolver does not answer.', 'TimeoutError')
    : new TypeError('Failed to fetch')
}
