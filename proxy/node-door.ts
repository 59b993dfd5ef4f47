import type { HttpBindings } from '@hono/node-server'
import { addressLookup } from './lookup.ts'
import type { AskDns } from './ask-dns.ts'
import type { Door } from './door.ts'
import { policyFetcher } from './fetch-policy-node.ts'
import { clientOfAddress } from './rate-limit.ts'

const FETCHES_PER_MINUTE = 60
/** A check asks some twenty questions. */
const QUESTIONS_PER_MINUTE = 1200

export interface NodeDoorOptions {
  /** Answers `/dns-query`. */
  relay: AskDns
  /** Finds the addresses of policy hosts. */
  resolver: AskDns
  allowPrivate?: boolean
  /** Further trusted roots, PEM. */
  ca?: readonly string[]
  /** For tests. */
  port?: number
}

export function nodeDoor({ relay, resolver, ...fetching }: NodeDoorOptions): Door {
  return {
    name: 'node',
    tls: true,
    policy: policyFetcher({ addressesOf: addressLookup(resolver), ...fetching }),
    dns: relay,
    clientOf: (request, env) => clientOf(request, env as Partial<HttpBindings> | undefined),
    now: () => Date.now(),
    fetchesPerMinute: FETCHES_PER_MINUTE,
    questionsPerMinute: QUESTIONS_PER_MINUTE,
  }
}

/** Behind a web server on the same machine every connection is that server's; it says for whom it asks. */
function clientOf(request: Request, env: Partial<HttpBindings> | undefined): string {
  const peer = env?.incoming?.socket.remoteAddress ?? ''
  const forwarded = request.headers.get('X-Forwarded-For')?.split(',').at(-1)?.trim()
  const isLocal = /^(?:::ffff:)?127\.|^::1$/.test(peer)
  return clientOfAddress(isLocal && forwarded ? forwarded : peer)
}
