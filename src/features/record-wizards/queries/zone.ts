import { queryOptions, skipToken } from '@tanstack/react-query'
import type { DnsAsker } from '../../../gather/sources.ts'
import { zoneOf } from '../../../gather/zone-of.ts'
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
    queryFn: run === undefined ? skipToken : ({ signal }) => zoneSeen(domain, run.sources, signal),
    ...KEPT,
  })
}

export async function zoneSeen(
  domain: string,
  dns: Pick<DnsAsker, 'dns'>,
  signal?: AbortSignal,
): Promise<ZoneSeen> {
  const zone = await zoneOf(domain, dns, signal)
  const ns = await dns.dns(zone, 'NS', signal)
  return { zone, nameServers: ns.state === 'found' ? ns.value : [] }
}
