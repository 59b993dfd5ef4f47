import { expect, test } from 'vitest'
import { reachable } from './addresses.ts'

const REFUSED: [string, string[]][] = [
  ['this network', ['0.0.0.0', '0.1.2.3']],
  ['private', ['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1']],
  ['carrier-grade NAT', ['100.64.0.1', '100.127.255.254']],
  ['loopback', ['127.0.0.1', '127.255.0.1', '::1']],
  ['link-local', ['169.254.0.1', 'fe80::1', 'febf::1']],
  [
    'metadata services',
    ['169.254.169.254', '100.100.100.200', '192.0.0.192', 'fd00:ec2::254', '168.63.129.16'],
  ],
  ['protocol assignments', ['192.0.0.1', '192.88.99.1', '2001:2::1', '2001:10::1', '2001:20::1']],
  ['documentation', ['192.0.2.1', '198.51.100.1', '203.0.113.1', '2001:db8::1', '3fff::1']],
  ['benchmarking', ['198.18.0.1', '198.19.255.255']],
  ['multicast and beyond', ['224.0.0.1', '239.1.1.1', '240.0.0.1', '255.255.255.255', 'ff02::1']],
  ['unspecified', ['::']],
  ['unique local', ['fc00::1', 'fdff::1']],
  ['site-local', ['fec0::1']],
  ['IPv4-mapped', ['::ffff:127.0.0.1', '::ffff:10.0.0.1', '::ffff:7f00:1', '::ffff:8.8.8.8']],
  ['IPv4-compatible', ['::127.0.0.1', '::7f00:1']],
  ['NAT64', ['64:ff9b::7f00:1', '64:ff9b::8.8.8.8', '64:ff9b:1::a00:1']],
  ['6to4 and Teredo', ['2002:7f00:1::', '2001:0:7f00:1::1']],
  ['discard', ['100::1']],
  ['no address at all', ['', 'localhost', '127.1', '0x7f.1', '2130706433', '::1%lo']],
]

test.each(REFUSED.flatMap(([range, all]) => all.map((address) => [range, address] as const)))(
  '%s: %s is refused',
  (_range, address) => {
    expect(() => reachable('host.test', [address], false)).toThrow(
      expect.objectContaining({ reason: 'private-address' }),
    )
  },
)

test.each(['8.8.8.8', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '2a00:1450:4001::1'])(
  '%s is public',
  (address) => {
    expect(reachable('host.test', [address], false)).toEqual([address])
  },
)

test('of several addresses the public ones are left, IPv4 first', () => {
  const addresses = ['2606:4700::1111', '10.0.0.1', '8.8.8.8', '::1']
  expect(reachable('host.test', addresses, false)).toEqual(['8.8.8.8', '2606:4700::1111'])
})

test('nothing is refused when private addresses are allowed', () => {
  expect(reachable('host.test', ['::1', '10.0.0.1'], true)).toEqual(['10.0.0.1', '::1'])
})

test('the refusal names every address and what it is', () => {
  expect(() => reachable('host.test', ['10.0.0.1', '::1'], false)).toThrow(
    '`host.test` has the private address 10.0.0.1 and the loopback address ::1',
  )
})
