import { expect, test } from 'vitest'
import { dnsSource, nothing } from '../facts/build.ts'
import { failed, found, type Fact } from '../facts/fact.ts'
import type { SoaRecord } from '../protocols/dns/records.ts'
import { ordinaryWorld } from '../testing/ordinary-world.ts'
import { worldSources } from '../testing/gather-world.ts'
import type { DnsAsker } from './sources.ts'
import { zoneOf } from './zone-of.ts'

const SOA = ['ns1.example.com hostmaster.example.com 1 300']

test.each([
  ['example.com', 'example.com'],
  ['mail.example.com', 'example.com'],
  ['a.deep.sub.example.com', 'sub.example.com'],
  ['sub.example.com', 'sub.example.com'],
  ['nowhere.test', 'nowhere.test'],
  ['mail.example.co.uk', 'example.co.uk'],
])('%s is kept in the zone %s', async (name, zone) => {
  const { sources } = worldSources(ordinaryWorld({ 'sub.example.com SOA': SOA }))
  expect(await zoneOf(name, sources)).toBe(zone)
})

test('nobody above the registrable domain is asked, nor it itself', async () => {
  const { sources, asked } = worldSources(ordinaryWorld())
  await zoneOf('a.b.example.com', sources)
  expect(asked).toEqual(['a.b.example.com SOA', 'b.example.com SOA'])
})

/** A resolver with one answer for everything. */
function always(fact: Fact<SoaRecord[]>): Pick<DnsAsker, 'dns'> {
  return { dns: async () => fact as never }
}

test('the SOA behind an alias is that of another zone', async () => {
  const chain = [{ name: 'a.example.com', target: 'b.example.net', ttl: 60 }]
  const alias = found<SoaRecord[]>([], dnsSource('a.example.com', 'SOA', { chain }))
  expect(await zoneOf('a.example.com', always(alias))).toBe('example.com')
  expect(await zoneOf('a.example.com', always(nothing('a.example.com', 'SOA')))).toBe('example.com')
})

test('a resolver that fails is not asked again', async () => {
  let asked = 0
  const dns = async () => {
    asked++
    return failed('timeout', '', { name: 'a.example.com', via: 'dns' as const }) as never
  }
  expect(await zoneOf('a.b.c.example.com', { dns })).toBe('example.com')
  expect(asked).toBe(1)
})
