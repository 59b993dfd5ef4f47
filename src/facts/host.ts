import type { Alias } from '../protocols/dns/records.ts'
import { valueOf, type Fact } from './fact.ts'
import type { HostAddresses, WildcardProbe } from './fact-set.ts'

/** Does the host have an address, as far as we know? */
export function hasAddress({ a, aaaa }: HostAddresses): boolean {
  return a.state === 'found' || aaaa.state === 'found'
}

/** Both questions were answered, and neither with an address. */
export function hasNoAddress({ a, aaaa }: HostAddresses): boolean {
  return a.state === 'absent' && aaaa.state === 'absent'
}

/** All addresses that were found, IPv4 first. */
export function addressesOfHost({ a, aaaa }: HostAddresses): string[] {
  return [...(valueOf(a) ?? []), ...(valueOf(aaaa) ?? [])]
}

/** The aliases between the host's name and its addresses; empty when it has addresses of its own. */
export function aliasesOf({ a, aaaa }: HostAddresses): Alias[] {
  const [chain = []] = [a, aaaa]
    .map(({ source }) => source.dns?.chain ?? [])
    .filter(({ length }) => length > 0)
  return chain
}

/**
 * Does a host exist only because a wildcard answers for every name? It does when a name made up for this check has
 * the same alias or the same addresses.
 */
export function isWildcardHost(host: HostAddresses, probe: WildcardProbe | null): boolean {
  if (probe === null) return false
  const same = (mine: Fact<unknown>, theirs: Fact<unknown> | undefined): boolean =>
    sameAlias(mine, theirs) || sameAddresses(mine, theirs)
  return (
    same(host.a, probe.addresses?.a) ||
    same(host.aaaa, probe.addresses?.aaaa) ||
    sameAlias(host.a, probe.txt) ||
    sameAlias(host.aaaa, probe.txt)
  )
}

/** Two names whose first alias has the same target. */
export function sameAlias(one: Fact<unknown>, other: Fact<unknown> | undefined): boolean {
  const target = firstAlias(one)
  return target !== undefined && other !== undefined && target === firstAlias(other)
}

function firstAlias(fact: Fact<unknown>): string | undefined {
  return fact.source.dns?.chain[0]?.target
}

function sameAddresses(one: Fact<unknown>, other: Fact<unknown> | undefined): boolean {
  const mine = addressesOf(one)
  return mine !== '' && other !== undefined && mine === addressesOf(other)
}

function addressesOf(fact: Fact<unknown>): string {
  return fact.state === 'found' && Array.isArray(fact.value) ? fact.value.toSorted().join(' ') : ''
}

/** Does the MX question say that the domain does not exist at all, not even as an alias? */
export function isNowhere(mx: Fact<unknown> | undefined): boolean {
  return mx?.state === 'absent' && mx.how === 'nxdomain' && (mx.source.dns?.chain.length ?? 0) === 0
}
