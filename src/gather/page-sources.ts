/** The network as a page sees it. */
import type { Capabilities, ProxyRoute } from '../protocols/http/capabilities.ts'
import { offers, siteCapabilities } from './capabilities.ts'
import { createSources } from './create-sources.ts'
import { dnsOverHttps } from './dns-over-https.ts'
import type { Fetch } from './doh-request.ts'
import { pageFetchers } from './fetchers.ts'
import { CLOUDFLARE, GOOGLE, PUBLIC_RESOLVERS, resolverAt, type Resolver } from './resolver.ts'
import { resolverChoice, type ResolverChoice } from './settings.ts'
import type { Sources } from './sources.ts'
import { isSampleDomain } from './sample/sample-domain.ts'

export interface PageOptions {
  /** What the proxy of this site can do; null when there is none. */
  site: Capabilities | null
  /** Of this page: `https://signet.example`. */
  origin: string
  choice: ResolverChoice
  /** True for "check again": past the browser's cache. */
  fresh: boolean
  fetch?: Fetch
  isOnline?: () => boolean
}

export function pageSources(options: PageOptions): Sources {
  const { site, origin, fresh } = options
  const { fetch = (url, init) => globalThis.fetch(url, init) } = options
  const { isOnline = () => navigator.onLine } = options
  const dns = dnsOverHttps({ resolvers: resolversFor(options), fetch, fresh, isOnline })
  const proxyFor = (route: ProxyRoute) => (offers(site, route) ? origin : null)
  return createSources(dns, pageFetchers(proxyFor, { fetch, isOnline, now: Date.now }))
}

/**
 * Who is asked, in order. A resolver that the visitor chose is asked alone: names go to nobody else. This site's own
 * one answers only where the site has one.
 */
export function resolversFor({
  choice,
  site,
  origin,
}: Pick<PageOptions, 'choice' | 'site' | 'origin'>): readonly Resolver[] {
  const own = offers(site, '/dns-query') ? [resolverAt(`${origin}/dns-query`)] : []
  if (choice === 'automatic') return [...own, ...PUBLIC_RESOLVERS]
  if (choice === 'site') return own.length > 0 ? own : PUBLIC_RESOLVERS
  if (choice === 'cloudflare') return [CLOUDFLARE]
  if (choice === 'google') return [GOOGLE]
  return [resolverAt(choice)]
}

/** The sources for a check in this page: the samples for their names, else the network as the visitor chose it. */
export async function siteSources(wanted: { domain: string; fresh: boolean }): Promise<Sources> {
  if (isSampleDomain(wanted.domain)) {
    const { sampleSources } = await import('./sample/sample-sources.ts')
    return sampleSources()
  }
  return pageSources({
    site: await siteCapabilities(),
    origin: location.origin,
    choice: resolverChoice(),
    fresh: wanted.fresh,
  })
}
