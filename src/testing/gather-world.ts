/** A whole gathering in a world, through the wire format, with every question noted. */
import type { RawFactSet } from '../facts/fact-set.ts'
import { createSources } from '../gather/create-sources.ts'
import { dnsOverHttps } from '../gather/dns-over-https.ts'
import type { Fetch } from '../gather/doh-request.ts'
import { gatherDomain, type GatherOptions } from '../gather/gather-domain.ts'
import { proxyFetchers } from '../gather/fetchers.ts'
import { resolverAt } from '../gather/resolver.ts'
import type { World } from '../gather/sample/world.ts'
import { worldFetch } from '../gather/sample/world-fetch.ts'
import type { Sources } from '../gather/sources.ts'
import { readDomainInput, type DomainInput } from '../protocols/dns/domain-input.ts'
import { decodeMessage } from '../protocols/dns/message.ts'
import { fromBase64Url } from '../protocols/dns/query.ts'
import { typeOf } from '../protocols/dns/record-data.ts'

export const NOW = Date.parse('2026-09-01T12:00:00Z')
/** The label that nobody chose, in tests. */
export const RANDOM = 'signet-random'

export interface Noted {
  sources: Sources
  /** `example.com MX`, or `policy example.com`, `indicator …`, `evidence …`, in the order of asking. */
  asked: string[]
}

export interface WorldOptions {
  /** Wait for the delays that the world gives. */
  delays?: boolean
  /** Hosts of the resolvers; all of them answer from the same world. */
  resolvers?: string[]
}

export function worldSources(world: World, options: WorldOptions = {}): Noted {
  const { delays = false, resolvers = ['dns.test'] } = options
  const asked: string[] = []
  const inner = worldFetch(world, { delays })
  const fetch: Fetch = (url, init) => {
    asked.push(inWords(url))
    return inner(url, init)
  }
  const now = () => NOW
  const panel = resolvers.map((host) => resolverAt(`https://${host}/dns-query`))
  const dns = dnsOverHttps({ resolvers: panel, fetch, now })
  const fetching = { fetch, now, isOnline: () => true }
  const sources = createSources(dns, proxyFetchers('https://proxy.test', 'test', fetching), now)
  return { sources: { ...sources, randomLabel: () => RANDOM }, asked }
}

function inWords(address: string): string {
  const url = new URL(address)
  const dns = url.searchParams.get('dns')
  if (dns === null) return `${url.pathname.slice('/api/'.length)} ${url.searchParams.get('domain')}`
  const decoded = decodeMessage(fromBase64Url(dns) ?? new Uint8Array())
  const question = decoded.ok ? decoded.message.question : null
  return `${question?.name} ${typeOf(question?.type ?? 0)}`
}

export function inputOf(domain: string): DomainInput {
  const result = readDomainInput(domain)
  if (!result.ok) throw new Error(`${domain}: ${result.reason}`)
  return result.input
}

export async function gatherIn(
  world: World,
  domain: string,
  options: WorldOptions & GatherOptions = {},
): Promise<{ facts: RawFactSet; asked: string[] }> {
  const { sources, asked } = worldSources(world, options)
  return { facts: await gatherDomain(inputOf(domain), sources, options), asked }
}
