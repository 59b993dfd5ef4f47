import { describe, expect, test } from 'vitest'
import type { Hono } from 'hono'
import type { HttpOutcome } from '../src/protocols/http/answer.ts'
import { createApp } from './app.ts'
import type { Door } from './door.ts'
import { Failing, failure } from './failure.ts'
import { SECURITY_HEADERS } from './security-headers.ts'

const QUESTION = 'AAABIAABAAAAAAABCF9tdGEtc3RzB2V4YW1wbGUDY29tAAAQAAEAACkQAAAAAAAAAA'
const DNS = { 'Content-Type': 'application/dns-message' }

const FETCHING = ['/api/capabilities', '/api/policy', '/api/indicator', '/api/evidence']

const ANSWER: HttpOutcome = {
  url: 'https://mta-sts.example.com/.well-known/mta-sts.txt',
  status: 200,
  bytes: 0,
  body: '',
  truncated: false,
  elapsedMs: 5,
}

const WITHOUT_DNS: Door = {
  name: 'worker',
  tls: false,
  policy: () => Promise.resolve(ANSWER),
  indicator: () => Promise.resolve(ANSWER),
  evidence: () => Promise.resolve(ANSWER),
  clientOf: (request) => request.headers.get('Client') ?? '',
  now: () => 0,
  fetchesPerMinute: 2,
  questionsPerMinute: 3,
}

function app(door: Partial<Door> = {}): Hono {
  const dns = (query: Uint8Array) => Promise.resolve(query)
  return createApp({ ...WITHOUT_DNS, name: 'node', tls: true, dns, ...door })
}

const withoutDns = () => createApp(WITHOUT_DNS)

test('a door says which routes it has, and its limits', async () => {
  expect(await (await app().request('/api/capabilities')).json()).toEqual({
    door: 'node',
    routes: [...FETCHING, '/dns-query'],
    limits: {
      bytes: 65_536,
      bimiBytes: 524_288,
      milliseconds: 10_000,
      fetchesPerMinute: 2,
      questionsPerMinute: 3,
    },
    tls: true,
  })
  expect(await (await withoutDns().request('/api/capabilities')).json()).toEqual({
    door: 'worker',
    routes: FETCHING,
    limits: { bytes: 65_536, bimiBytes: 524_288, milliseconds: 10_000, fetchesPerMinute: 2 },
    tls: false,
  })
})

test('the policy of a domain is asked for in lower case, and its description is the answer', async () => {
  const asked: string[] = []
  const response = await app({
    policy: (domain) => {
      asked.push(domain)
      return Promise.resolve(ANSWER)
    },
  }).request('/api/policy?domain=Example.COM')
  expect(response.status).toBe(200)
  expect(response.headers.get('Content-Type')).toContain('application/json')
  expect(response.headers.get('Cache-Control')).toBe('no-store')
  expect(await response.json()).toEqual(ANSWER)
  expect(asked).toEqual(['example.com'])
})

test('a failure is an answer about the domain, not an error of the proxy', async () => {
  const policy = () => Promise.resolve(failure('refused', 'so it is'))
  const response = await app({ policy }).request('/api/policy?domain=example.com')
  expect(response.status).toBe(200)
  expect(await response.json()).toEqual({ failed: { reason: 'refused', detail: 'so it is' } })
})

test.each([
  ['', 'missing'],
  ['?domain=', 'empty'],
  ['?domain=https://example.com/', 'a URL'],
  ['?domain=127.0.0.1', 'an address'],
  ['?url=https://example.com/&domain=localhost', 'one label'],
])('%s: the domain is %s, and nothing is fetched', async (query) => {
  const policy = () => {
    throw new Error('was asked')
  }
  const response = await app({ policy }).request(`/api/policy${query}`)
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({ failed: { reason: 'bad-request' } })
})

test('of several domains the first counts, and no URL is taken', async () => {
  const asked: string[] = []
  const policy = (domain: string) => {
    asked.push(domain)
    return Promise.resolve(ANSWER)
  }
  await app({ policy }).request('/api/policy?domain=a.test&domain=b.test&url=https://c.test/')
  expect(asked).toEqual(['a.test'])
})

describe.each(['indicator', 'evidence'] as const)('/api/%s', (kind) => {
  const ask = async (query: string) => {
    const asked: string[][] = []
    const fetcher: Door['indicator'] = (...[domain, selector]) => {
      asked.push([domain, selector])
      return Promise.resolve(ANSWER)
    }
    const never = () => Promise.reject(new Error('was asked'))
    const door = { policy: never, indicator: never, evidence: never, [kind]: fetcher }
    const response = await app(door).request(`/api/${kind}?${query}`)
    return { asked, status: response.status, body: await response.json() }
  }

  test.each([
    ['domain=Example.COM', ['example.com', 'default']],
    ['domain=example.com&selector=', ['example.com', 'default']],
    ['domain=example.com&selector=Brand.2026', ['example.com', 'brand.2026']],
  ])('%s', async (query, expected) =>
    expect(await ask(query)).toEqual({ asked: [expected], status: 200, body: ANSWER }),
  )

  test.each([
    'selector=default',
    'domain=https://example.com/',
    'domain=example.com&selector=my_logo',
    'domain=example.com&selector=a..b',
    'domain=example.com&selector=-a',
    'domain=example.com&selector=a%00b',
    'domain=example.com&selector=a/../b',
    `domain=example.com&selector=${'a.'.repeat(130)}a`,
  ])('%s: nothing is asked', async (query) =>
    expect(await ask(query)).toEqual({
      asked: [],
      status: 400,
      body: { failed: { reason: 'bad-request', detail: expect.any(String) } },
    }),
  )
})

test('all fetches share one limit', async () => {
  const hono = app()
  const ask = (path: string) => hono.request(`${path}?domain=example.com`)
  const paths = ['/api/policy', '/api/indicator', '/api/evidence']
  const statuses: number[] = []
  for (const path of paths) statuses.push((await ask(path)).status)
  expect(statuses).toEqual([200, 200, 429])
})

test('a client that asks too often is told when to come back; others are not kept waiting', async () => {
  const clock = { now: 0 }
  const hono = app({ now: () => clock.now })
  const ask = (client: string) =>
    hono.request('/api/policy?domain=example.com', { headers: { Client: client } })
  const statuses = [await ask('a'), await ask('a'), await ask('a'), await ask('b')]
  expect(statuses.map(({ status }) => status)).toEqual([200, 200, 429, 200])
  expect(statuses[2]?.headers.get('Retry-After')).toBe('30')
  expect(await statuses[2]?.json()).toMatchObject({ failed: { reason: 'rate-limited' } })
  clock.now += 30_000
  expect((await ask('a')).status).toBe(200)
})

test('requests that are wrong count as well', async () => {
  const hono = app()
  for (let i = 0; i < 2; i++) await hono.request('/api/policy')
  expect((await hono.request('/api/policy?domain=example.com')).status).toBe(429)
})

test('capabilities are free', async () => {
  const hono = app()
  for (let i = 0; i < 10; i++) expect((await hono.request('/api/capabilities')).status).toBe(200)
})

test('a DNS question by GET and by POST reaches the resolver as it is', async () => {
  const byGet = await app().request(`/dns-query?dns=${QUESTION}`)
  const bytes = new Uint8Array(await byGet.arrayBuffer())
  expect(byGet.status).toBe(200)
  expect(byGet.headers.get('Content-Type')).toBe('application/dns-message')
  expect(bytes).toHaveLength(49)
  const byPost = await app().request('/dns-query', { method: 'POST', headers: DNS, body: bytes })
  expect(new Uint8Array(await byPost.arrayBuffer())).toEqual(bytes)
})

test.each<[number, string, string, RequestInit]>([
  [400, 'no question', '/dns-query', {}],
  [400, 'something else', '/dns-query?dns=AAAA', {}],
  [415, 'another media type', '/dns-query', { method: 'POST', body: 'x' }],
  [413, 'too much', '/dns-query', { method: 'POST', headers: DNS, body: 'x'.repeat(5000) }],
  [400, 'no message', '/dns-query', { method: 'POST', headers: DNS, body: 'x' }],
  [405, 'another method', '/dns-query', { method: 'PUT', body: 'x' }],
  [405, 'another method', '/api/policy?domain=example.com', { method: 'POST' }],
  [404, 'an unknown route', '/api/unknown', {}],
  [404, 'a route of a later version', '/api/mail-servers?domain=example.com', {}],
])('%i for %s', async (status, _what, path, init) => {
  const response = await app().request(path, init)
  expect(response.status).toBe(status)
  expect(await response.json()).toMatchObject({ failed: { reason: 'bad-request' } })
  expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*')
  if (status === 405) expect(response.headers.get('Allow')).toMatch(/^GET/)
})

test('a door without a resolver has no relay', async () => {
  const response = await withoutDns().request(`/dns-query?dns=${QUESTION}`)
  expect(response.status).toBe(404)
})

test.each([
  [504, new Failing('timeout', 'no answer')],
  [502, new Failing('resolver', 'broken')],
  [502, new Error('broken')],
])('a resolver that fails is a %i', async (status, error) => {
  const response = await app({ dns: () => Promise.reject(error) }).request(
    `/dns-query?dns=${QUESTION}`,
  )
  expect(response.status).toBe(status)
  expect(await response.json()).toMatchObject({ failed: { detail: error.message } })
})

test('questions have a limit of their own', async () => {
  const hono = app()
  const ask = () => hono.request(`/dns-query?dns=${QUESTION}`)
  const statuses = [await ask(), await ask(), await ask(), await ask()]
  expect(statuses.map(({ status }) => status)).toEqual([200, 200, 200, 429])
  expect((await hono.request('/api/policy?domain=example.com')).status).toBe(200)
})

test('any page may read any answer, and every answer has the security headers', async () => {
  const broken = () => {
    throw new Error('broken')
  }
  const hono = app({ policy: broken, fetchesPerMinute: 1 })
  const all = [
    [200, await hono.request('/api/capabilities')],
    [500, await hono.request('/api/policy?domain=example.com')],
    [429, await hono.request('/api/policy?domain=example.com')],
    [404, await hono.request('/nowhere')],
    [404, await hono.request('/api/nowhere')],
    [200, await hono.request(`/dns-query?dns=${QUESTION}`)],
    [400, await hono.request('/dns-query')],
  ] as const
  for (const [status, response] of all) {
    expect(response.status).toBe(status)
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*')
    expect(response.headers.get('Access-Control-Expose-Headers')).toBe('Retry-After')
    for (const [name, value] of Object.entries(SECURITY_HEADERS))
      expect(response.headers.get(name)).toBe(value)
  }
  expect(await all[1][1].json()).toEqual({ failed: { reason: 'internal', detail: 'broken' } })
})

test('a browser that asks first is let in', async () => {
  const response = await app().request('/dns-query', {
    method: 'OPTIONS',
    headers: {
      Origin: 'https://signet.test',
      'Access-Control-Request-Method': 'POST',
      'Access-Control-Request-Headers': 'content-type',
    },
  })
  expect(response.status).toBe(204)
  expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*')
  expect(response.headers.get('Access-Control-Allow-Methods')).toContain('POST')
  expect(response.headers.get('Access-Control-Allow-Headers')?.toLowerCase()).toContain(
    'content-type',
  )
})
