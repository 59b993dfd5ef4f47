import { expect, test } from 'vitest'
import { dnsSource, nothing } from '../../../facts/build.ts'
import { failed, found } from '../../../facts/fact.ts'
import { zoneSeen } from './zone.ts'

test('a domain below the zone: the name servers are those of the zone', async () => {
  const asked: string[] = []
  const dns = (name: string, type: string) => {
    asked.push(`${name} ${type}`)
    if (type === 'NS') return Promise.resolve(found(['ns1.example.net'], dnsSource(name, 'NS')))
    return Promise.resolve(nothing(name, 'SOA', 'nodata'))
  }
  expect(await zoneSeen('mail.example.co.uk', { dns: dns as never })).toEqual({
    zone: 'example.co.uk',
    nameServers: ['ns1.example.net'],
  })
  expect(asked.at(-1)).toBe('example.co.uk NS')
})

test('without a network there is a zone all the same, and no name server', async () => {
  const dns = (name: string) => Promise.resolve(failed('offline', '', dnsSource(name, 'SOA')))
  expect(await zoneSeen('example.com', { dns: dns as never })).toEqual({
    zone: 'example.com',
    nameServers: [],
  })
})
