import { expect, test } from 'vitest'
import { dnsSource, nothing } from '../facts/build.ts'
import { failed, found, type Fact } from '../facts/fact.ts'
import type { DnsAsker } from '../gather/sources.ts'
import { addressesBy } from './node-sources.ts'

const HOST = 'mta-sts.good.test'
const never = new AbortController().signal

function asker(a: Fact<string[]>, aaaa: Fact<string[]>): DnsAsker {
  const dns = (_name: string, type: string) => Promise.resolve(type === 'A' ? a : aaaa)
  return { resolver: 'dns.test', dns: dns as DnsAsker['dns'] }
}

const is = (type: 'A' | 'AAAA', ...addresses: string[]) => found(addresses, dnsSource(HOST, type))
const none = (type: 'A' | 'AAAA', how: 'nxdomain' | 'nodata') => nothing(HOST, type, how)
const unknown = failed('servfail', 'SERVFAIL', dnsSource(HOST, 'A'))

test('the addresses of both kinds', async () => {
  const dns = asker(is('A', '192.0.2.1', '192.0.2.2'), is('AAAA', '2001:db8::1'))
  expect(await addressesBy(dns)(HOST, never)).toEqual(['192.0.2.1', '192.0.2.2', '2001:db8::1'])
})

test('one kind is enough', async () => {
  expect(await addressesBy(asker(is('A', '192.0.2.1'), unknown))(HOST, never)).toEqual([
    '192.0.2.1',
  ])
})

test.each<[string, Fact<string[]>, Fact<string[]>, string]>([
  ['no such name', none('A', 'nxdomain'), none('AAAA', 'nxdomain'), 'nxdomain'],
  ['no address', none('A', 'nodata'), none('AAAA', 'nodata'), 'no-address'],
  ['no answer', unknown, unknown, 'resolver'],
  ['no answer for one kind', none('A', 'nodata'), unknown, 'resolver'],
])('%s', async (_what, a, aaaa, reason) => {
  await expect(addressesBy(asker(a, aaaa))(HOST, never)).rejects.toMatchObject({ reason })
})
