/** The Workers door: the same app without a DNS relay and without certificates. The app's files are static assets. */
import { createApp } from './app.ts'
import { bimiFetcher } from './bimi-fetcher.ts'
import { dohDns } from './doh.ts'
import { workerHttpsGet } from './https-get-worker.ts'
import { addressLookup, txtLookup } from './lookup.ts'
import { policyFetcher } from './policy-fetcher.ts'
import { clientOfAddress } from './rate-limit.ts'

const FETCHES_PER_MINUTE = 60
/** Used when the variable SIGNET_RESOLVER is not set. */
const RESOLVER = 'https://cloudflare-dns.com/dns-query'

interface Env {
  SIGNET_RESOLVER?: string
}

type App = ReturnType<typeof createApp>
let app: App | undefined

function appFor(env: Env): App {
  const fetch: typeof globalThis.fetch = (input, init) => globalThis.fetch(input, init)
  const now = () => Date.now()
  const resolver = dohDns(env.SIGNET_RESOLVER ?? RESOLVER, fetch)
  const get = workerHttpsGet({ addressesOf: addressLookup(resolver), fetch, now })
  const bimi = { txt: txtLookup(resolver), get }
  return createApp({
    name: 'worker',
    tls: false,
    policy: policyFetcher(get),
    indicator: bimiFetcher('indicator', bimi),
    evidence: bimiFetcher('evidence', bimi),
    clientOf: (request) => clientOfAddress(request.headers.get('CF-Connecting-IP') ?? ''),
    now,
    fetchesPerMinute: FETCHES_PER_MINUTE,
    questionsPerMinute: 0,
  })
}

export default {
  fetch(request: Request, env: Env): Response | Promise<Response> {
    app ??= appFor(env)
    return app.fetch(request, env)
  },
}
