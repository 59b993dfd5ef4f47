/** Those who are asked whether a change has arrived: every resolver for itself, and whoever fetches policy files. */
import { siteCapabilities } from './capabilities.ts'
import { dnsOverHttps } from './dns-over-https.ts'
import { pageSources, resolversFor, type PageOptions } from './page-sources.ts'
import { isSampleDomain } from './sample/sample-domain.ts'
import { resolverChoice } from './settings.ts'
import type { DnsAsker, PolicyFetcher } from './sources.ts'

export interface Witnesses {
  resolvers: readonly DnsAsker[]
  fetcher: PolicyFetcher
  /** Samples never change. */
  isSample: boolean
}

/** As many as a check asks about a record. */
const MOST_RESOLVERS = 2

/** Nothing that anybody has asked before is used: neither by this page nor from the browser's cache. */
export async function siteWitnesses(domain: string): Promise<Witnesses> {
  if (isSampleDomain(domain)) {
    const { sampleSources } = await import('./sample/sample-sources.ts')
    const sources = sampleSources()
    return { resolvers: [sources], fetcher: sources, isSample: true }
  }
  return witnesses({
    site: await siteCapabilities(),
    origin: location.origin,
    choice: resolverChoice(),
    fresh: true,
  })
}

/** A resolver that the visitor chose stays the only one: names go to nobody else. */
export function witnesses(options: PageOptions): Witnesses {
  const { fetch = (url, init) => globalThis.fetch(url, init) } = options
  const { isOnline = () => navigator.onLine } = options
  return {
    resolvers: resolversFor(options)
      .slice(0, MOST_RESOLVERS)
      .map((resolver) => dnsOverHttps({ resolvers: [resolver], fetch, fresh: true, isOnline })),
    fetcher: pageSources(options),
    isSample: false,
  }
}
