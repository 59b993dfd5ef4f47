/**
 * Addresses that nobody reaches across the Internet: the special-purpose registries of RFC 6890 (private networks of
 * RFC 1918, loopback, link-local, documentation, carrier-grade NAT of RFC 6598 …), multicast, and IPv6 addresses that
 * only carry an IPv4 address inside. The ranges themselves are `ipaddr.js`'s.
 */
import ipaddr from 'ipaddr.js'

/** What an address is for, as a word that fits before "address". */
export type AddressUse =
  | 'private'
  | 'loopback'
  | 'link-local'
  | 'documentation'
  | 'carrier-grade NAT'
  | 'multicast'
  | 'broadcast'
  | 'unspecified'
  | 'benchmarking'
  | 'IPv4-mapped'
  | 'NAT64'
  | '6to4'
  | 'Teredo'
  | 'reserved'
  | 'malformed'

/** Names of `ipaddr.js` → ours; what is not listed is `reserved`. */
const USES: Record<string, AddressUse> = {
  private: 'private',
  uniqueLocal: 'private',
  deprecatedSiteLocal: 'private',
  loopback: 'loopback',
  linkLocal: 'link-local',
  carrierGradeNat: 'carrier-grade NAT',
  multicast: 'multicast',
  broadcast: 'broadcast',
  unspecified: 'unspecified',
  benchmarking: 'benchmarking',
  ipv4Mapped: 'IPv4-mapped',
  rfc6145: 'IPv4-mapped',
  rfc6052: 'NAT64',
  '6to4': '6to4',
  teredo: 'Teredo',
}

/** Ranges that `ipaddr.js` counts among the reserved ones, and which deserve their own word. */
const BY_RANGE: [AddressUse, string[]][] = [
  // RFC 5737, RFC 3849, RFC 9637
  [
    'documentation',
    ['192.0.2.0/24', '198.51.100.0/24', '203.0.113.0/24', '2001:db8::/32', '3fff::/20'],
  ],
  // RFC 2544
  ['benchmarking', ['198.18.0.0/15']],
  // RFC 1122 section 3.2.1.3: "this network"
  ['unspecified', ['0.0.0.0/8']],
]

/** IPv6 unicast is allocated from here only (RFC 4291 section 2.4 and IANA's registry of that space). */
const GLOBAL_UNICAST = ipaddr.parseCIDR('2000::/3')

/** The special use of an address, or null for one that belongs to a host on the Internet. */
export function specialUse(address: string): AddressUse | null {
  if (!ipaddr.isValid(address)) return 'malformed'
  const parsed = ipaddr.parse(address)
  const listed = BY_RANGE.find(([, ranges]) => ranges.some((range) => isIn(parsed, range)))
  if (listed !== undefined) return listed[0]
  const range = parsed.range()
  if (range !== 'unicast') return USES[range] ?? 'reserved'
  return parsed.kind() === 'ipv6' && !parsed.match(GLOBAL_UNICAST) ? 'reserved' : null
}

type Address = ReturnType<typeof ipaddr.parse>

function isIn(address: Address, range: string): boolean {
  const cidr = ipaddr.parseCIDR(range)
  return cidr[0].kind() === address.kind() && address.match(cidr)
}

/** Names that no registry gives away (RFC 2606 sections 2 and 3, RFC 6761 section 6). */
const RESERVED_NAMES = [
  'example',
  'example.com',
  'example.net',
  'example.org',
  'test',
  'invalid',
  'localhost',
]

/** Is the name one of those reserved for examples and tests, or below one? */
export function isReservedName(name: string): boolean {
  return RESERVED_NAMES.some((reserved) => name === reserved || name.endsWith(`.${reserved}`))
}

/**
 * Why a host of this domain cannot be reached at the address, or null. Samples and examples live under reserved names
 * and use the documentation ranges as their ordinary public addresses, so there these ranges are nothing to mention.
 */
export function unreachableUse(address: string, domain: string): AddressUse | null {
  const use = specialUse(address)
  return use === 'documentation' && isReservedName(domain) ? null : use
}
