/** The network as the command line sees it. */
import type { AddressLookup } from '../../proxy/addresses.ts'
import { nodeDohFetch } from '../../proxy/doh-node.ts'
import { Failing } from '../../proxy/failure.ts'
import { nodeHttpsGet } from '../../proxy/https-get-node.ts'
import { policyFetcher } from '../../proxy/policy-fetcher.ts'
import { policyUrl } from '../facts/build.ts'
import type { Fact } from '../facts/fact.ts'
import { createSources } from '../gather/create-sources.ts'
import { dnsOverHttps } from '../gather/dns-over-https.ts'
import { policyFact } from '../gather/policy-fact.ts'
import { throughProxy } from '../gather/policy-fetchers.ts'
import { PUBLIC_RESOLVERS, resolverAt } from '../gather/resolver.ts'
import type { DnsAsker, PolicyFetcher, Sources } from '../gather/sources.ts'

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
      ? ownFetcher(dns, { allowPrivate, ca })
      : proxyFetcher(proxy.replace(/\/+$/, ''), fetch),
    now,
  )
}

function proxyFetcher(proxy: string, fetch: typeof globalThis.fetch): PolicyFetcher {
  const options = { fetch, now: Date.now, isOnline: () => true }
  return {
    fetcher: new URL(proxy).host,
    policyFile: (domain, signal) => throughProxy(proxy, domain, options, signal),
  }
}

/** Fetches by itself, through the same code as the proxy, and finds policy hosts through the same resolver. */
function ownFetcher(
  dns: DnsAsker,
  options: { allowPrivate: boolean; ca: readonly string[] },
): PolicyFetcher {
  const fetchPolicy = policyFetcher(nodeHttpsGet({ addressesOf: addressesBy(dns), ...options }))
  return {
    fetcher: 'this machine',
    async policyFile(domain, signal) {
      const outcome = await fetchPolicy(domain, signal)
      const time = new Date().toISOString()
      return policyFact(outcome, { name: policyUrl(domain), via: 'proxy', time })
    },
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
