/** The network as the command line sees it. */
import type { AddressLookup } from '../../proxy/addresses.ts'
import { bimiFetcher, type BimiFetcherOptions } from '../../proxy/bimi-fetcher.ts'
import { nodeDohFetch } from '../../proxy/doh-node.ts'
import { Failing } from '../../proxy/failure.ts'
import { nodeHttpsGet } from '../../proxy/https-get-node.ts'
import type { TxtLookup } from '../../proxy/lookup.ts'
import { policyFetcher } from '../../proxy/policy-fetcher.ts'
import { policyUrl } from '../facts/build.ts'
import type { Fact, Source } from '../facts/fact.ts'
import { createSources } from '../gather/create-sources.ts'
import { dnsOverHttps } from '../gather/dns-over-https.ts'
import { bimiFact, proxyFetchers } from '../gather/fetchers.ts'
import { policyFact } from '../gather/policy-fact.ts'
import { PUBLIC_RESOLVERS, resolverAt } from '../gather/resolver.ts'
import type { BimiFetcher, DnsAsker, Fetchers, Sources } from '../gather/sources.ts'

export interface NetworkOptions {
  /** URLs, tried in order; Cloudflare and then Google when there is none. */
  resolvers: readonly string[]
  /** Fetches instead of this machine. */
  proxy?: string
  allowPrivate: boolean
  /** Further trusted roots, PEM. */
  ca: readonly string[]
  now: () => number
}

export function nodeSources({ resolvers, proxy, ca, now, allowPrivate }: NetworkOptions): Sources {
  const fetch = nodeDohFetch(ca)
  const panel = resolvers.length > 0 ? resolvers.map(resolverAt) : PUBLIC_RESOLVERS
  const dns = dnsOverHttps({ resolvers: panel, fetch })
  return createSources(
    dns,
    proxy === undefined
      ? ownFetchers(dns, { allowPrivate, ca })
      : throughProxy(proxy.replace(/\/+$/, ''), fetch),
    now,
  )
}

function throughProxy(proxy: string, fetch: typeof globalThis.fetch): Fetchers {
  const options = { fetch, now: Date.now, isOnline: () => true }
  return proxyFetchers(proxy, new URL(proxy).host, options)
}

/** Fetches by itself, through the same code as the proxy, and finds hosts and records through the same resolver. */
function ownFetchers(
  dns: DnsAsker,
  options: { allowPrivate: boolean; ca: readonly string[] },
): Fetchers {
  const get = nodeHttpsGet({ addressesOf: addressesBy(dns), ...options })
  const fetchPolicy = policyFetcher(get)
  const bimi = { txt: textsBy(dns), get, anyPort: options.allowPrivate }
  return {
    fetcher: 'this machine',
    async policyFile(domain, signal) {
      const outcome = await fetchPolicy(domain, signal)
      return policyFact(outcome, sourceOf(policyUrl(domain)))
    },
    indicator: ownBimi('indicator', bimi),
    evidence: ownBimi('evidence', bimi),
  }
}

function ownBimi(
  kind: 'indicator' | 'evidence',
  options: BimiFetcherOptions,
): BimiFetcher['indicator'] {
  const fetchFile = bimiFetcher(kind, options)
  return async (file, signal) =>
    bimiFact(await fetchFile(file.domain, file.selector, signal), file, sourceOf(file.url))
}

function sourceOf(name: string): Source {
  return { name, via: 'proxy', time: new Date().toISOString() }
}

/** The TXT records of a name, from the answers that the check itself uses. */
export function textsBy(dns: DnsAsker): TxtLookup {
  return async (name, signal) => {
    const fact = await dns.dns(name, 'TXT', signal)
    if (fact.state === 'failed') throw new Failing('resolver', `${fact.reason}: ${fact.detail}`)
    return fact.state === 'found' ? fact.value : []
  }
}

/** The addresses of a host, from the answers that the check itself uses. */
export function addressesBy(dns: DnsAsker): AddressLookup {
  return async (host, signal) => {
    const facts = await Promise.all([dns.dns(host, 'A', signal), dns.dns(host, 'AAAA', signal)])
    const addresses = facts.flatMap((fact) => (fact.state === 'found' ? fact.value : []))
    if (addresses.length > 0) return addresses
    throw whyNone(host, facts)
  }
}

function whyNone(host: string, facts: readonly Fact<string[]>[]): Failing {
  for (const fact of facts) {
    if (fact.state === 'failed') return new Failing('resolver', `${fact.reason}: ${fact.detail}`)
    if (fact.state === 'absent' && fact.how === 'nxdomain')
      return new Failing('nxdomain', `\`${host}\` does not exist`)
  }
  return new Failing('no-address', `\`${host}\` has no address`)
}
