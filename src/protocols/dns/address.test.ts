import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isReservedName, specialUse, unreachableUse } from './address.ts'

test.each([
  ['93.184.216.34', null],
  ['2606:4700::1111', null],
  ['10.0.0.5', 'private'],
  ['172.16.0.1', 'private'],
  ['172.32.0.1', null], // one past RFC 1918
  ['192.168.1.10', 'private'],
  ['127.0.0.1', 'loopback'],
  ['127.9.9.9', 'loopback'],
  ['::1', 'loopback'],
  ['169.254.169.254', 'link-local'], // where clouds keep their metadata
  ['fe80::1', 'link-local'],
  ['fd00:ec2::254', 'private'],
  ['fec0::1', 'private'],
  ['100.64.0.1', 'carrier-grade NAT'],
  ['100.128.0.1', null], // one past RFC 6598
  ['192.0.2.1', 'documentation'],
  ['198.51.100.7', 'documentation'],
  ['203.0.113.9', 'documentation'],
  ['2001:db8::25', 'documentation'],
  ['3fff::1', 'documentation'],
  ['198.18.0.1', 'benchmarking'],
  ['2001:2::1', 'benchmarking'],
  ['192.0.0.1', 'reserved'],
  ['240.0.0.1', 'reserved'],
  ['255.255.255.255', 'broadcast'],
  ['224.0.0.1', 'multicast'],
  ['ff02::1', 'multicast'],
  ['0.0.0.0', 'unspecified'],
  ['0.1.2.3', 'unspecified'],
  ['::', 'unspecified'],
  ['::ffff:10.0.0.1', 'IPv4-mapped'],
  ['::ffff:93.184.216.34', 'IPv4-mapped'],
  ['64:ff9b::a00:1', 'NAT64'],
  ['64:ff9b:1::1', 'NAT64'],
  ['2002:0a00:1::', '6to4'],
  ['2001::1', 'Teredo'],
  ['100::1', 'reserved'], // discard-only
  ['4000::1', 'reserved'], // not allocated
  ['mail.example.com', 'malformed'],
  ['', 'malformed'],
])('%s: %s', (address, expected) => expect(specialUse(address)).toBe(expected))

test.each([
  ['zimbra.example', true],
  ['mail.zimbra.example', true],
  ['example.com', true],
  ['a.example.net', true],
  ['host.test', true],
  ['x.invalid', true],
  ['localhost', true],
  ['myexample.com', false],
  ['example.co.uk', false],
  ['zimbra.com', false],
])('%s is reserved: %s', (name, expected) => expect(isReservedName(name)).toBe(expected))

test('documentation addresses are ordinary ones below reserved names, private ones are not', () => {
  expect(unreachableUse('192.0.2.1', 'good.example')).toBe(null)
  expect(unreachableUse('192.0.2.1', 'zimbra.com')).toBe('documentation')
  expect(unreachableUse('192.168.0.1', 'good.example')).toBe('private')
})

test('no text throws, and whatever IPv4 hides in an IPv6 address is never public', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      specialUse(text)
    }),
  )
  fc.assert(
    fc.property(fc.ipV4(), (address) => {
      expect(specialUse(`::ffff:${address}`)).not.toBe(null)
    }),
  )
})
