import { expect, test } from 'vitest'
import { dnsSource, nothing } from '../../../facts/build.ts'
import { failed, found, type Fact } from '../../../facts/fact.ts'
import { zoneOf } from './zone.ts'

/** Answers by `name TYPE`; what is not there does not exist. */
function dns(answers: Record<string, Fact<unknown>>) {
  const asked: string[] = []
  return {
    asked,
    asker: {
      dns: (name: string, type: string) => {
        asked.push(`${name} ${type}`)
        return Promise.resolve(answers[`${name} ${type}`] ?? nothing(name, 'SOA', 'nodata'))
      },
    } as never,
  }
}

const soa = (name: string) => found([{}], dnsSource(name, 'SOA'))
const ns = (name: string) => found(['ns1.example.net'], dnsSource(name, 'NS'))

test('a domain with an SOA of its own is the zone', async () => {
  const { asker, asked } = dns({
    'example.com SOA': soa('example.com'),
    'example.com NS': ns('example.com'),
  })
  expect(await zoneOf('example.com', asker)).toEqual({
    zone: 'example.com',
    nameServers: ['ns1.example.net'],
  })
  expect(asked).toEqual(['example.com SOA', 'example.com NS'])
})

test('a domain below the zone: the names above are asked, and never the ending', async () => {
  const { asker, asked } = dns({
    'example.co.uk SOA': soa('example.co.uk'),
    'example.co.uk NS': ns('example.co.uk'),
  })
  expect((await zoneOf('mail.eu.example.co.uk', asker)).zone).toBe('example.co.uk')
  expect(asked).toEqual([
    'mail.eu.example.co.uk SOA',
    'eu.example.co.uk SOA',
    'example.co.uk SOA',
    'example.co.uk NS',
  ])
})

test('an SOA behind an alias is that of another zone', async () => {
  const chain = [{ name: 'www.example.com', target: 'host.example.net', ttl: 60 }]
  const { asker } = dns({
    'www.example.com SOA': found([{}], dnsSource('www.example.com', 'SOA', { chain })),
    'example.com SOA': soa('example.com'),
  })
  expect((await zoneOf('www.example.com', asker)).zone).toBe('example.com')
})

test('without a network it is the domain that can be registered, and nobody more is asked', async () => {
  const { asker, asked } = dns({
    'mail.example.com SOA': failed('offline', '', dnsSource('mail.example.com', 'SOA')),
  })
  expect(await zoneOf('mail.example.com', asker)).toEqual({
    zone: 'example.com',
    nameServers: [],
  })
  expect(asked).toHaveLength(1)
})
