import { expect, test } from 'vitest'
import type { Capabilities } from '../protocols/http/capabilities.ts'
import type { ResolverChoice } from './settings.ts'
import { worldFetch } from './sample/world-fetch.ts'
import { siteWitnesses, witnesses } from './witnesses.ts'

const ORIGIN = 'https://signet.test'
const SITE: Capabilities = {
  door: 'node',
  routes: ['/api/policy', '/dns-query'],
  tls: true,
  limits: { bytes: 65_536, bimiBytes: 100_000, milliseconds: 10_000, fetchesPerMinute: 60 },
}

const asked = (choice: ResolverChoice, site: Capabilities | null) => {
  const requests: { host: string; cache: RequestCache | undefined }[] = []
  const world = worldFetch({ dns: { 'example.com TXT': ['here'] }, http: {} })
  const those = witnesses({
    site,
    origin: ORIGIN,
    choice,
    fresh: true,
    isOnline: () => true,
    fetch: (url, init) => {
      requests.push({ host: new URL(url).host, cache: init.cache })
      return world(url, init)
    },
  })
  return { those, requests }
}

test.each<[ResolverChoice, Capabilities | null, string[]]>([
  ['automatic', SITE, ['signet.test', 'cloudflare-dns.com']],
  ['automatic', null, ['cloudflare-dns.com', 'dns.google']],
  ['google', SITE, ['dns.google']],
  ['site', SITE, ['signet.test']],
  ['https://dns.mine.test/q', SITE, ['dns.mine.test']],
])('%s: each is asked for itself, and nobody else', async (choice, site, hosts) => {
  const { those, requests } = asked(choice, site)
  expect(those.resolvers.map(({ resolver }) => resolver)).toEqual(hosts)
  for (const witness of those.resolvers) {
    requests.length = 0
    const fact = await witness.dns('example.com', 'TXT')
    expect(fact.source.dns?.resolver).toBe(witness.resolver)
    expect(requests).toEqual([{ host: witness.resolver, cache: 'no-store' }])
  }
})

test('one that does not answer is not replaced by another', async () => {
  const those = witnesses({
    site: null,
    origin: ORIGIN,
    choice: 'automatic',
    fresh: true,
    isOnline: () => true,
    fetch: () => Promise.reject(new TypeError('blocked')),
  })
  const fact = await those.resolvers[0]?.dns('example.com', 'TXT')
  expect(fact).toMatchObject({ state: 'failed', reason: 'resolver' })
  expect(fact?.source.dns?.asked).toBeUndefined()
})

test('samples answer from inside the page', async () => {
  const { resolvers, fetcher, isSample } = await siteWitnesses('zimbra.example')
  expect(isSample).toBe(true)
  expect(resolvers).toHaveLength(1)
  expect(fetcher.fetcher).toBe('the built-in samples')
})
