import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { cors } from 'hono/cors'
import type { HttpFailureReason, HttpOutcome } from '../src/protocols/http/answer.ts'
import type { Capabilities } from '../src/protocols/http/capabilities.ts'
import { dnsQueryOf, isDnsQuery, MAX_QUERY } from './dns-query.ts'
import { domainParameter } from './domain-parameter.ts'
import { MAX_BIMI_BYTES, MAX_BYTES, MAX_MS, type Door } from './door.ts'
import { Failing, failure, messageOf } from './failure.ts'
import { rateLimit, type RateLimit } from './rate-limit.ts'
import { SECURITY_HEADERS } from './security-headers.ts'
import { selectorParameter } from './selector-parameter.ts'

const DNS_MESSAGE = 'application/dns-message'

const CORS = {
  origin: '*',
  allowMethods: ['GET', 'HEAD', 'POST', 'OPTIONS'],
  allowHeaders: ['Content-Type'],
  exposeHeaders: ['Retry-After'],
  maxAge: 86_400,
}

/** The routes that every door has. */
const FETCHING = ['/api/capabilities', '/api/policy', '/api/indicator', '/api/evidence'] as const

/** The proxy: the same routes behind both doors. It takes a domain from its caller and never a URL. */
export function createApp(door: Door): Hono {
  const app = new Hono()
  app.use('*', cors(CORS))
  app.use('*', async (context, next) => {
    await next()
    for (const [name, value] of Object.entries(SECURITY_HEADERS))
      context.res.headers.set(name, value)
  })
  app.onError((error, context) => refuse(context, 500, 'internal', messageOf(error)))
  app.get('/api/capabilities', (context) => context.json(capabilitiesOf(door)))
  const limit = rateLimit(door.fetchesPerMinute, door.now)
  addPolicy(app, door, limit)
  addBimi(app, door, limit)
  if (door.dns !== undefined) addDns(app, door, door.dns)
  for (const path of ['/api', '/api/*', '/dns-query'])
    app.all(path, (context) => notHere(context, capabilitiesOf(door)))
  app.notFound((context) => refuse(context, 404, 'bad-request', 'there is nothing at this address'))
  return app
}

function addPolicy(app: Hono, door: Door, limit: RateLimit): void {
  app.get('/api/policy', (context) =>
    answerFetch(context, { door, limit }, (domain) => door.policy(domain, context.req.raw.signal)),
  )
}

function addBimi(app: Hono, door: Door, limit: RateLimit): void {
  for (const kind of ['indicator', 'evidence'] as const)
    app.get(`/api/${kind}`, (context) =>
      answerFetch(context, { door, limit }, (domain) => {
        const selector = selectorParameter(context.req.query('selector'), domain)
        return selector === null
          ? '`selector` must be letters, digits and hyphens, with dots between labels'
          : door[kind](domain, selector, context.req.raw.signal)
      }),
    )
}

/**
 * One limit for all fetches; wrong requests count as well.
 *
 * @param fetchFor the fetch, or what is wrong with the request
 */
async function answerFetch(
  context: Context,
  { door, limit }: { door: Door; limit: RateLimit },
  fetchFor: (domain: string) => string | Promise<HttpOutcome>,
): Promise<Response> {
  const wait = limit.take(door.clientOf(context.req.raw, context.env))
  if (wait > 0) return tooMany(context, wait)
  const domain = domainParameter(context.req.query('domain'))
  if (domain === null)
    return refuse(context, 400, 'bad-request', '`domain` must be a domain name in A-labels')
  const fetching = fetchFor(domain)
  if (typeof fetching === 'string') return refuse(context, 400, 'bad-request', fetching)
  context.header('Cache-Control', 'no-store')
  return context.json(await fetching)
}

/** RFC 8484 section 4.1: the message in `dns` as base64url, or as the body of a POST. */
function addDns(app: Hono, door: Door, relay: NonNullable<Door['dns']>): void {
  const limit = rateLimit(door.questionsPerMinute, door.now)
  const tooLarge = (context: Context) =>
    refuse(context, 413, 'bad-request', `a DNS query has at most ${MAX_QUERY} bytes`)
  app.get('/dns-query', (context) =>
    answerDns(context, { door, relay, limit }, dnsQueryOf(context.req.query('dns'))),
  )
  app.post('/dns-query', bodyLimit({ maxSize: MAX_QUERY, onError: tooLarge }), async (context) => {
    const type = context.req.header('Content-Type') ?? ''
    if (type.split(';')[0]?.trim().toLowerCase() !== DNS_MESSAGE)
      return refuse(context, 415, 'bad-request', `the body must be ${DNS_MESSAGE}`)
    const query = new Uint8Array(await context.req.arrayBuffer())
    return answerDns(context, { door, relay, limit }, query)
  })
}

interface Relay {
  door: Door
  relay: NonNullable<Door['dns']>
  limit: RateLimit
}

async function answerDns(
  context: Context,
  { door, relay, limit }: Relay,
  query: Uint8Array | null,
): Promise<Response> {
  const wait = limit.take(door.clientOf(context.req.raw, context.env))
  if (wait > 0) return tooMany(context, wait)
  if (query === null || !isDnsQuery(query))
    return refuse(context, 400, 'bad-request', '`dns` must be one DNS query in base64url')
  try {
    const answer = await relay(query, context.req.raw.signal)
    // Freshness is the asker's choice; a copy kept here or on the way would only hide a change.
    context.header('Cache-Control', 'no-store')
    context.header('Content-Type', DNS_MESSAGE)
    return context.body(new Uint8Array(answer))
  } catch (error) {
    const reason = error instanceof Failing ? error.reason : 'resolver'
    return refuse(context, reason === 'timeout' ? 504 : 502, reason, messageOf(error))
  }
}

function capabilitiesOf(door: Door): Capabilities {
  const relays = door.dns !== undefined
  return {
    door: door.name,
    routes: [...FETCHING, ...(relays ? (['/dns-query'] as const) : [])],
    limits: {
      bytes: MAX_BYTES,
      bimiBytes: MAX_BIMI_BYTES,
      milliseconds: MAX_MS,
      fetchesPerMinute: door.fetchesPerMinute,
      ...(relays ? { questionsPerMinute: door.questionsPerMinute } : {}),
    },
    tls: door.tls,
  }
}

/** A route that exists took a method it does not know; any other does not exist on this door. */
function notHere(context: Context, { routes }: Capabilities): Response {
  if (!routes.some((route) => route === context.req.path))
    return refuse(context, 404, 'bad-request', `this door has no ${context.req.path}`)
  context.header('Allow', context.req.path === '/dns-query' ? 'GET, HEAD, POST' : 'GET, HEAD')
  return refuse(context, 405, 'bad-request', `${context.req.method} is not for this route`)
}

function tooMany(context: Context, seconds: number): Response {
  context.header('Retry-After', String(seconds))
  return refuse(context, 429, 'rate-limited', `too many requests; try again in ${seconds} s`)
}

function refuse(
  context: Context,
  status: 400 | 404 | 405 | 413 | 415 | 429 | 500 | 502 | 504,
  reason: HttpFailureReason,
  detail: string,
): Response {
  context.header('Cache-Control', 'no-store')
  return context.json(failure(reason, detail), status)
}
