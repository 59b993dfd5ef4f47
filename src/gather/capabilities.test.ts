import { afterEach, beforeEach, expect, test, vi } from 'vitest'

const NODE = { door: 'node', routes: ['/api/policy', '/dns-query'], tls: true, limits: {} }

beforeEach(() => vi.resetModules())
afterEach(() => vi.unstubAllGlobals())

async function ask(answer: () => Promise<Response>) {
  const fetch = vi.fn(answer)
  vi.stubGlobal('fetch', fetch)
  const { offers, siteCapabilities } = await import('./capabilities.ts')
  const site = await siteCapabilities()
  await siteCapabilities()
  expect(fetch).toHaveBeenCalledTimes(1)
  return { site, offers }
}

const json = (body: unknown, status = 200) => Promise.resolve(Response.json(body, { status }))

test('a door says what it has', async () => {
  const { site, offers } = await ask(() => json(NODE))
  expect(offers(site, '/dns-query')).toBe(true)
  expect(offers(site, '/api/indicator')).toBe(false)
})

test.each<[string, () => Promise<Response>]>([
  ['a static host', () => json({}, 404)],
  [
    'a host that sends its start page for every path',
    () => Promise.resolve(new Response('<!doctype html>')),
  ],
  ['an answer of another kind', () => json({ routes: 'all' })],
  [
    'no JSON after all',
    () => Promise.resolve(new Response('{', { headers: { 'content-type': 'application/json' } })),
  ],
  ['no network', () => Promise.reject(new TypeError('Failed to fetch'))],
])('%s has no proxy', async (_, answer) => {
  const { site, offers } = await ask(answer)
  expect(site).toBeNull()
  expect(offers(site, '/api/policy')).toBe(false)
})
