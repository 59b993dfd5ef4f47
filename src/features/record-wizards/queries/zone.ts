import { queryOptions, skipToken } from '@tanstack/react-query'
import { registrableDomainOf } from '../../../protocols/dns/public-suffix.ts'
import type { DnsAsker } from '../../../gather/sources.ts'
import { KEPT, type CheckRun } from '../../../queries/check-run.ts'

/** The zone that a domain's records are written into, and who serves it. */
export interface ZoneSeen {
  zone: string
  /** Names of its name servers, in A-labels without final dot; none where they could not be learned. */
  nameServers: readonly string[]
}

export function zoneOptions(domain: string, run: CheckRun | undefined) {
  return queryOptions({
    queryKey: ['zone', domain, run?.id ?? null] as const,
    queryFn: run === undefined ? skipToken : ({ signal }) => zoneOf(domain, run.sources, signal),
    ...KEPT,
  })
}

/** The zone is where the SOA stands: at the domain itself, or at a name above it (RFC 1035 section 3.3.13). */
export async function zoneOf(
  domain: string,
  dns: Pick<DnsAsker, 'dns'>,
  signal?: AbortSignal,
): Promise<ZoneSeen> {
  for (const name of namesUp(domain)) {
    const soa = await dns.dns(name, 'SOA', signal)
    if (soa.state === 'failed') break
    if (soa.state !== 'found' || (soa.source.dns?.chain.length ?? 0) > 0) continue
    const ns = await dns.dns(name, 'NS', signal)
    return { zone: name, nameServers: ns.state === 'found' ? ns.value : [] }
  }
  return { zone: registrableDomainOf(domain) ?? domain, nameServers: [] }
}

/** The domain and those above it, down to the one that can be registered. */
function namesUp(domain: string): string[] {
  const last = registrableDomainOf(domain) ?? domain
  const labels = domain.split('.')
  const names = labels.map((_, place) => labels.slice(place).join('.'))
  return names.filter((name) => name === last || name.endsWith(`.${last}`))
}
