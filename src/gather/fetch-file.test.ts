import { describe, expect, test, vi } from 'vitest'
import { policyAnswer, policyUrl } from '../facts/build.ts'
import type { Fact } from '../facts/fact.ts'
import type { HttpAnswer, HttpFailureReason, HttpOutcome } from '../protocols/http/answer.ts'
import type { Fetch } from './doh-request.ts'
import { policyFact } from './policy-fact.ts'
import { byPage, direct, throughProxy } from './fetch-file.ts'
import { policyFile } from './fetchers.ts'

const D = 'example.com'
const FILE = policyFile(D)
const URL_OF_FILE = policyUrl(D)
const BODY = 'version: STSv1\r\n'
const GOOD = policyAnswer(D, BODY)
const NOW = Date.parse('2026-09-01T12:00:00Z')
const PROXY = 'https://signet.test'

const options = (fetch: Fetch, online = true) => ({ fetch, now: () => NOW, isOnline: () => online })
const inWords = (fact: Fact<HttpAnswer>) =>
  `${fact.state} ${fact.state === 'found' ? fact.source.via : fact.state === 'absent' ? fact.how : fact.reason}`
const cannotReach: Fetch = () => Promise.reject(new TypeError('Failed to fetch'))

describe('what an outcome means', () => {
  const tls = { protocol: 'TLSv1.3', trusted: false, error: 'CERT_HAS_EXPIRED', chain: [] }
  test.each<[string, Partial<HttpAnswer>, string]>([
    ['200', {}, 'found proxy'],
    ['200 over good TLS', { tls: { ...tls, trusted: true } }, 'found proxy'],
    ['200 behind a bad certificate', { tls }, 'faulty tls'],
    ['a redirect behind a bad certificate', { tls, status: 301 }, 'faulty tls'],
    ['301', { status: 301, location: 'https://x.example/' }, 'faulty redirect'],
    ['304', { status: 304 }, 'faulty redirect'],
    ['404', { status: 404 }, 'absent 404'],
    ['410', { status: 410 }, 'absent 404'],
    ['204', { status: 204 }, 'faulty status'],
    ['403', { status: 403 }, 'faulty status'],
    ['503', { status: 503 }, 'faulty status'],
    ['too large', { truncated: true }, 'faulty too-large'],
  ])('%s', (_, details, expected) => {
    const fact = policyFact({ ...GOOD, ...details }, { name: URL_OF_FILE, via: 'proxy' })
    expect(inWords(fact)).toBe(expected)
    expect(
      fact.state === 'found' ? fact.value : fact.state !== 'failed' && fact.seen,
    ).toMatchObject(details)
  })

  test.each<[HttpFailureReason, string]>([
    ['nxdomain', 'absent no-host'],
    ['no-address', 'absent no-host'],
    ['refused', 'faulty refused'],
    ['not-http', 'faulty not-http'],
    ['tls', 'faulty tls'],
    ['timeout', 'failed timeout'],
    ['private-address', 'failed private-address'],
    ['unreachable', 'failed unreachable'],
    ['interrupted', 'failed interrupted'],
    ['resolver', 'failed resolver'],
    ['rate-limited', 'failed rate-limited'],
    ['bad-request', 'failed proxy'],
    ['internal', 'failed proxy'],
  ])('failed: %s', (reason, expected) => {
    const outcome = { failed: { reason, detail: 'why' } }
    expect(inWords(policyFact(outcome, { name: URL_OF_FILE, via: 'proxy' }))).toBe(expected)
  })
})

describe('through the proxy', () => {
  const saying = (said: HttpOutcome | string, status = 200): Fetch => {
    const body = typeof said === 'string' ? said : JSON.stringify(said)
    return () => Promise.resolve(new Response(body, { status }))
  }

  test('asks for the domain, without credentials and past every cache', async () => {
    const fetch = vi.fn(saying(GOOD))
    const fact = await throughProxy(PROXY, FILE, options(fetch))
    expect(fetch).toHaveBeenCalledWith(
      `${PROXY}/api/policy?domain=${D}`,
      expect.objectContaining({ credentials: 'omit', cache: 'no-store' }),
    )
    expect(fact).toEqual({
      state: 'found',
      value: GOOD,
      source: { name: URL_OF_FILE, via: 'proxy', time: '2026-09-01T12:00:00.000Z' },
    })
  })

  test.each<[string, Fetch, string]>([
    [
      'says no with a reason',
      saying({ failed: { reason: 'rate-limited', detail: '' } }, 429),
      'failed rate-limited',
    ],
    ['is a static host with a start page', saying('<!doctype html>'), 'failed proxy'],
    ['answers something else', saying('{"ok":true}'), 'failed proxy'],
    ['has trouble', saying('Bad gateway', 502), 'failed proxy'],
    ['is not reached', cannotReach, 'failed proxy'],
    ['is silent', () => Promise.reject(new DOMException('', 'TimeoutError')), 'failed timeout'],
  ])('one that %s', async (_, fetch, expected) => {
    expect(inWords(await throughProxy(PROXY, FILE, options(fetch)))).toBe(expected)
  })

  test('offline', async () => {
    expect(inWords(await throughProxy(PROXY, FILE, options(cannotReach, false)))).toBe(
      'failed offline',
    )
  })

  test('given up', async () => {
    const never: Fetch = () => new Promise(() => {})
    const controller = new AbortController()
    const fact = throughProxy(PROXY, FILE, options(never), controller.signal)
    controller.abort()
    expect(inWords(await fact)).toBe('failed cancelled')
  })
})

describe('by the page itself', () => {
  const serving = (body: string | Uint8Array<ArrayBuffer>, init: ResponseInit = {}): Fetch => {
    return () =>
      Promise.resolve(new Response(body, { headers: { 'Content-Type': 'text/plain' }, ...init }))
  }

  test('a host that allows it', async () => {
    const fetch = vi.fn(serving(BODY))
    const fact = await direct(FILE, options(fetch))
    expect(fetch).toHaveBeenCalledWith(
      URL_OF_FILE,
      expect.objectContaining({ credentials: 'omit', redirect: 'manual', cache: 'no-store' }),
    )
    expect(fact).toMatchObject({
      state: 'found',
      value: { ...GOOD, elapsedMs: 0 },
      source: { via: 'page' },
    })
  })

  test.each<[string, Fetch, string]>([
    ['404', serving('', { status: 404 }), 'absent 404'],
    ['65536 bytes', serving(new Uint8Array(65_536)), 'found page'],
    ['65537 bytes', serving(new Uint8Array(65_537)), 'faulty too-large'],
    ['no permission to read, or no connection', cannotReach, 'failed cors'],
    ['silence', () => Promise.reject(new DOMException('', 'TimeoutError')), 'failed timeout'],
    [
      'a redirect whose target the browser hides',
      () =>
        Promise.resolve(Object.defineProperty(new Response(), 'type', { value: 'opaqueredirect' })),
      'failed cors',
    ],
  ])('%s', async (_, fetch, expected) => {
    expect(inWords(await direct(FILE, options(fetch)))).toBe(expected)
  })

  test('an answer without end is left after what senders read', async () => {
    const endless = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(9000)),
    })
    const fact = await direct(
      FILE,
      options(() => Promise.resolve(new Response(endless))),
    )
    expect(fact).toMatchObject({ reason: 'too-large', seen: { bytes: 65_536, truncated: true } })
  })
})

describe('the page’s way', () => {
  const site =
    (proxy: Fetch, host: Fetch): Fetch =>
    (url, init) =>
      url.startsWith(PROXY) ? proxy(url, init) : host(url, init)
  const host: Fetch = () => Promise.resolve(new Response(BODY))
  const says =
    (outcome: HttpOutcome): Fetch =>
    () =>
      Promise.resolve(Response.json(outcome))

  test.each<[string, Fetch, Fetch, string]>([
    ['the proxy’s word counts', says(GOOD), cannotReach, 'found proxy'],
    ['also when it is bad', says({ ...GOOD, status: 404 }), host, 'absent 404'],
    [
      'and when it could not learn',
      says({ failed: { reason: 'timeout', detail: '' } }),
      host,
      'failed timeout',
    ],
    ['a proxy that is down is passed by', cannotReach, host, 'found page'],
    [
      'one that wants a pause too',
      says({ failed: { reason: 'rate-limited', detail: '' } }),
      host,
      'found page',
    ],
    ['both in vain: the proxy is what failed', cannotReach, cannotReach, 'failed proxy'],
  ])('%s', async (_, proxy, own, expected) => {
    expect(inWords(await byPage(PROXY, FILE, options(site(proxy, own))))).toBe(expected)
  })

  test('without a proxy the page asks by itself', async () => {
    expect(inWords(await byPage(null, FILE, options(cannotReach)))).toBe('failed cors')
  })
})
