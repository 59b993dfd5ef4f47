import { afterEach, expect, test, vi } from 'vitest'
import type { Capabilities } from '../protocols/http/capabilities.ts'
import { randomLabel } from './create-sources.ts'
import { pageSources, resolversFor, siteSources } from './page-sources.ts'
import type { ResolverChoice } from './settings.ts'
import { worldFetch } from './sample/world-fetch.ts'

afterEach(() => vi.unstubAllGlobals())

const ORIGIN = 'https://signet.test'
const door = (...routes: Capabilities['routes']): Capabilities => ({
  door: 'node',
  routes,
  tls: true,
  limits: { bytes: 65_536, bimiBytes: 100_000, milliseconds: 10_000, fetchesPerMinute: 60 },
})
const NODE = door('/api/policy', '/dns-query')
const WORKER = door('/api/policy')

const SITE = 'signet.test'
const CLOUDFLARE = 'cloudflare-dns.com'
const GOOGLE = 'dns.google'

test.each<[ResolverChoice, string, Capabilities | null, string[]]>([
  ['automatic', 'the Node door', NODE, [SITE, CLOUDFLARE, GOOGLE]],
  ['automatic', 'the Workers door', WORKER, [CLOUDFLARE, GOOGLE]],
  ['automatic', 'a static host', null, [CLOUDFLARE, GOOGLE]],
  ['site', 'the Node door', NODE, [SITE]],
  ['site', 'a static host', null, [CLOUDFLARE, GOOGLE]],
  ['cloudflare', 'the Node door', NODE, [CLOUDFLARE]],
  ['google', 'the Node door', NODE, [GOOGLE]],
  ['https://dns.mine.test/q', 'the Node door', NODE, ['dns.mine.test']],
])('%s, behind %s', (choice, _, site, expected) => {
  const resolvers = resolversFor({ choice, site, origin: ORIGIN })
  expect(resolvers.map(({ name }) => name)).toEqual(expected)
})

test.each([
  [NODE, 'this site’s proxy', `${ORIGIN}/api/policy?domain=a.test`],
  [null, 'this browser', 'https://mta-sts.a.test/.well-known/mta-sts.txt'],
])('the policy file is fetched by whoever can', async (site, fetcher, address) => {
  const fetch = vi.fn(worldFetch({ dns: {}, http: {} }))
  const options = { site, origin: ORIGIN, choice: 'automatic', fresh: false, fetch } as const
  const sources = pageSources({ ...options, isOnline: () => true })
  await sources.policyFile('a.test')
  expect(sources.fetcher).toBe(fetcher)
  expect(fetch).toHaveBeenCalledWith(address, expect.anything())
})

test('the site’s own resolver is asked first, past the cache when checking again', async () => {
  const fetch = vi.fn(worldFetch({ dns: { 'a.test MX': ['10 m.a.test'] }, http: {} }))
  const options = { site: NODE, origin: ORIGIN, choice: 'automatic', fetch } as const
  const sources = pageSources({ ...options, fresh: true, isOnline: () => true })
  expect(sources.resolver).toBe(SITE)
  expect(await sources.dns('a.test', 'MX')).toMatchObject({ state: 'found' })
  expect(fetch).toHaveBeenCalledWith(
    expect.stringMatching(/^https:\/\/signet\.test\/dns-query\?dns=/),
    expect.objectContaining({ cache: 'no-store' }),
  )
})

test('samples ask nobody', async () => {
  const fetch = vi.fn()
  vi.stubGlobal('fetch', fetch)
  const sources = await siteSources({ domain: 'sealed.example', fresh: false })
  expect(await sources.dns('sealed.example', 'MX')).toMatchObject({
    state: 'found',
    source: { via: 'sample' },
  })
  expect(fetch).not.toHaveBeenCalled()
})

test('a label that nobody chose is a label, and another one each time', () => {
  const labels = Array.from({ length: 50 }, randomLabel)
  expect(new Set(labels).size).toBe(50)
  for (const label of labels) expect(label).toMatch(/^[a-z0-9-]{20,63}$/)
})
