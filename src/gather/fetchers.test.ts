import { describe, expect, test, vi } from 'vitest'
import type { Fact } from '../facts/fact.ts'
import type { HttpAnswer, HttpFailureReason, HttpOutcome } from '../protocols/http/answer.ts'
import type { ProxyRoute } from '../protocols/http/capabilities.ts'
import type { Fetch } from './doh-request.ts'
import { bimiFact, pageFetchers, proxyFetchers } from './fetchers.ts'
import type { NamedFile } from './sources.ts'

const URL_OF_FILE = 'https://logo.example/logo.svg'
const NAME = 'summer._bimi.example.com'
const FILE: NamedFile = {
  domain: 'example.com',
  selector: 'summer',
  url: URL_OF_FILE,
  text: `v=BIMI1; l=${URL_OF_FILE}`,
}
const ANSWER: HttpAnswer = {
  url: URL_OF_FILE,
  status: 200,
  mediaType: 'image/svg+xml',
  bytes: 6,
  body: btoa('<svg/>'),
  truncated: false,
  elapsedMs: 80,
  hops: [],
  record: { name: NAME, text: FILE.text },
}
const SOURCE = { name: URL_OF_FILE, via: 'proxy' } as const
const NOW = Date.parse('2026-09-01T12:00:00Z')

const options = (fetch: Fetch) => ({ fetch, now: () => NOW, isOnline: () => true })
const says =
  (outcome: HttpOutcome): Fetch =>
  () =>
    Promise.resolve(Response.json(outcome))
const inWords = (fact: Fact<HttpAnswer>) =>
  `${fact.state} ${fact.state === 'found' ? fact.source.via : fact.state === 'absent' ? fact.how : fact.reason}`

describe('what an outcome means for a file that a record names', () => {
  const tls = { protocol: 'TLSv1.3', trusted: false, error: 'CERT_HAS_EXPIRED', chain: [] }
  test.each<[string, Partial<HttpAnswer>, string]>([
    ['200', {}, 'found proxy'],
    ['200 after a redirect', { hops: [{ url: 'x', status: 301, location: 'y' }] }, 'found proxy'],
    ['a redirect that was not followed', { status: 302, location: 'http://x/' }, 'faulty redirect'],
    ['404: it was promised', { status: 404 }, 'faulty status'],
    ['410', { status: 410 }, 'faulty status'],
    ['403', { status: 403 }, 'faulty status'],
    ['a bad certificate', { tls, status: 404 }, 'faulty tls'],
    ['too large', { truncated: true }, 'faulty too-large'],
  ])('%s', (_, details, expected) => {
    const fact = bimiFact({ ...ANSWER, ...details }, FILE, SOURCE)
    expect(inWords(fact)).toBe(expected)
    expect(
      fact.state === 'found' ? fact.value : fact.state === 'faulty' && fact.seen,
    ).toMatchObject(details)
  })

  test.each<[HttpFailureReason, string]>([
    ['nxdomain', 'absent no-host'],
    ['refused', 'faulty refused'],
    ['tls', 'faulty tls'],
    ['timeout', 'failed timeout'],
    ['private-address', 'failed private-address'],
    ['port', 'failed proxy'],
    ['no-record', 'failed proxy'],
    ['no-location', 'failed proxy'],
  ])('failed: %s', (reason, expected) => {
    expect(inWords(bimiFact({ failed: { reason, detail: 'why' } }, FILE, SOURCE))).toBe(expected)
  })

  test('another record is told beside ours', () => {
    const failed = { reason: 'no-location', detail: 'nothing in l=' } as const
    const record = { name: NAME, text: 'v=BIMI1; l=;' }
    expect(bimiFact({ failed, record }, FILE, SOURCE)).toMatchObject({
      detail: `This check saw ${FILE.text} at ${NAME}; for the proxy the record there is v=BIMI1; l=;.`,
    })
    expect(bimiFact({ failed }, FILE, SOURCE)).toMatchObject({
      detail: `This check saw ${FILE.text} at ${NAME}; for the proxy nothing in l=.`,
    })
  })
})

describe('whom is asked, and for what', () => {
  test('the proxy, for a domain and a selector and no address', async () => {
    const fetch = vi.fn(says(ANSWER))
    const fetchers = proxyFetchers('https://signet.test', 'the proxy', options(fetch))
    expect(await fetchers.indicator(FILE)).toEqual({
      state: 'found',
      value: ANSWER,
      source: { ...SOURCE, time: '2026-09-01T12:00:00.000Z' },
    })
    await fetchers.evidence({ ...FILE, selector: 'a&b' })
    expect(fetch.mock.calls.map(([url]) => url)).toEqual([
      'https://signet.test/api/indicator?domain=example.com&selector=summer',
      'https://signet.test/api/evidence?domain=example.com&selector=a%26b',
    ])
  })

  test('a logo of 512 KB comes through', async () => {
    const large = { ...ANSWER, bytes: 524_288, body: btoa('a'.repeat(524_288)), truncated: true }
    const fetchers = proxyFetchers('https://signet.test', 'the proxy', options(says(large)))
    expect(inWords(await fetchers.indicator(FILE))).toBe('faulty too-large')
  })

  test.each<[string, readonly ProxyRoute[], string]>([
    ['with the route', ['/api/policy', '/api/indicator'], 'https://signet.test/api/indicator'],
    ['without', ['/api/policy'], URL_OF_FILE],
  ])('by a page whose site has a proxy %s', async (_, routes, address) => {
    const fetch = vi.fn(says(ANSWER))
    const site = (route: ProxyRoute) => (routes.includes(route) ? 'https://signet.test' : null)
    const fetchers = pageFetchers(site, options(fetch))
    await fetchers.indicator(FILE)
    expect(fetchers.fetcher).toBe('this site’s proxy')
    expect(fetch).toHaveBeenCalledWith(expect.stringContaining(address), expect.anything())
  })

  test('by the page itself the answer has no record and no handshake', async () => {
    const headers = { 'Content-Type': 'image/svg+xml' }
    const fetchers = pageFetchers(
      () => null,
      options(() => Promise.resolve(new Response('<svg/>', { headers }))),
    )
    const { record: _, hops: _hops, ...bare } = ANSWER
    expect(fetchers.fetcher).toBe('this browser')
    expect(await fetchers.indicator(FILE)).toMatchObject({
      state: 'found',
      value: { ...bare, elapsedMs: 0 },
      source: { via: 'page' },
    })
  })
})
