import { expect, test } from 'vitest'
import { dnsSource, nothing, txtFact } from '../facts/build.ts'
import { failed, found, type Fact } from '../facts/fact.ts'
import type { DnsAsker } from '../gather/sources.ts'
import { addressesBy, textsBy } from './node-sources.ts'

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

test('the TXT records of a name are none where there is none, and not where nobody answered', async () => {
  const name = 'default._bimi.good.test'
  const textsOf = async (fact: Fact<unknown>) => {
    const dns = { resolver: 'dns.test', dns: () => Promise.resolve(fact) }
    const records = await textsBy(dns as unknown as DnsAsker)(name, never)
    return records.map(({ text }) => text)
  }
  expect(await textsOf(txtFact(name, ['v=BIMI1; l=;']))).toEqual(['v=BIMI1; l=;'])
  expect(await textsOf(nothing(name, 'TXT'))).toEqual([])
  await expect(textsOf(unknown)).rejects.toMatchObject({ reason: 'resolver' })
})
