import { specialUse } from '../src/protocols/dns/address.ts'
import { Failing } from './failure.ts'

/**
 * Addresses of a host, IPv4 and IPv6 in any order. Throws `Failing`: `nxdomain`, `no-address`, `resolver` or `timeout`.
 */
export type AddressLookup = (host: string, signal: AbortSignal) => Promise<string[]>

/** Public by its number, and yet inside: the platform services of one cloud. */
const INSIDE = ['168.63.129.16']

/**
 * The addresses that may be connected to, in the order in which they are tried: IPv4 first, because the machine that
 * fetches may have no IPv6. Throws `private-address` when there is none.
 */
export function reachable(
  host: string,
  addresses: readonly string[],
  allowPrivate: boolean,
): string[] {
  const refused = allowPrivate ? [] : addresses.filter((address) => whyNot(address) !== null)
  const left = addresses.filter((address) => !refused.includes(address))
  if (left.length === 0)
    throw new Failing('private-address', `\`${host}\` has ${refused.map(withReason).join(' and ')}`)
  const isV6 = (address: string) => (address.includes(':') ? 1 : 0)
  return left.toSorted((a, b) => isV6(a) - isV6(b))
}

function whyNot(address: string): string | null {
  return INSIDE.includes(address) ? 'cloud platform' : specialUse(address)
}

function withReason(address: string): string {
  return `the ${whyNot(address)} address ${address}`
}
