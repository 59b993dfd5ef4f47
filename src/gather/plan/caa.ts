import type { CaaClimb } from '../../facts/fact-set.ts'
import { registrableDomainOf } from '../../protocols/dns/public-suffix.ts'
import type { Sources } from '../sources.ts'

/**
 * The CAA set that holds for a host: that of the closest name, going up (RFC 8659 section 3). All names are asked side
 * by side. We stop at the domain that was registered: the names above it belong to registries, which publish none.
 */
export async function climbCaa(
  host: string,
  sources: Sources,
  signal?: AbortSignal,
): Promise<CaaClimb> {
  const climb = await Promise.all(
    namesUp(host).map(async (at) => ({ at, records: await sources.dns(at, 'CAA', signal) })),
  )
  // Where a question failed, nobody knows whether the names above count.
  const first = climb.find(({ records }) => records.state !== 'absent') ?? climb.at(-1)
  if (first === undefined) throw new Error('a host has at least its own name')
  return { host, ...first }
}

function namesUp(host: string): string[] {
  const top = registrableDomainOf(host) ?? host
  const labels = host.split('.')
  const names = labels.map((_, place) => labels.slice(place).join('.'))
  return names.filter((name) => name === top || name.endsWith(`.${top}`))
}
