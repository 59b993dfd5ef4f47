import type { HttpBindings } from '@hono/node-server'
import type { AskDns } from './ask-dns.ts'
import { bimiFetcher } from './bimi-fetcher.ts'
import type { Door } from './door.ts'
import { nodeHttpsGet } from './https-get-node.ts'
import { addressLookup, txtLookup } from './lookup.ts'
import { policyFetcher } from './policy-fetcher.ts'
import { clientOfAddress } from './rate-limit.ts'

const FETCHES_PER_MINUTE = 60
/** A check asks some twenty questions. */
const QUESTIONS_PER_MINUTE = 1200

export interface NodeDoorOptions extends FetchingOptions {
  /** Answers `/dns-query`. */
  relay: AskDns
}

export interface FetchingOptions {
  /** Finds the records that name files, and the addresses of hosts. */
  resolver: AskDns
  /** Private, loopback and link-local addresses too, and ports other than 443. */
  allowPrivate?: boolean
  /** Further trusted roots, PEM. */
  ca?: readonly string[]
  /** In the place of 443, for tests. */
  port?: number
}

/** All fetches of the Node door; the command line without a proxy makes them by itself. */
export function nodeFetchers({
  resolver,
  ...options
}: FetchingOptions): Pick<Door, 'policy' | 'indicator' | 'evidence'> {
  const get = nodeHttpsGet({ addressesOf: addressLookup(resolver), ...options })
  const bimi = { txt: txtLookup(resolver), get, anyPort: options.allowPrivate === true }
  return {
    policy: policyFetcher(get),
    indicator: bimiFetcher('indicator', bimi),
    evidence: bimiFetcher('evidence', bimi),
  }
}

export function nodeDoor({ relay, ...fetching }: NodeDoorOptions): Door {
  return {
    name: 'node',
    tls: true,
    ...nodeFetchers(fetching),
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
