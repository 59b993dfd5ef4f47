/** The zone that holds a name: the nearest name at or above it that has an SOA record (RFC 1034 section 4.2). */
import { registrableDomainOf } from '../protocols/dns/public-suffix.ts'
import type { DnsAsker } from './sources.ts'

/** Never rejects: where nothing can be learned it is the registrable domain, which nearly always is a zone. */
export async function zoneOf(
  domain: string,
  { dns }: Pick<DnsAsker, 'dns'>,
  signal?: AbortSignal,
): Promise<string> {
  const top = registrableDomainOf(domain) ?? domain
  for (let name = domain; name !== top; name = name.slice(name.indexOf('.') + 1)) {
    const soa = await dns(name, 'SOA', signal)
    // Of an alias it is the target's.
    if (soa.state === 'found' && soa.source.dns?.chain.length === 0) return name
    if (soa.state === 'failed') break
  }
  return top
}
