/** The DNS client against real BIND: DNS over HTTPS, a signed zone, a broken one, aliases. */
import { readFileSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { nodeDohFetch } from '../../proxy/doh-node.ts'
import { dnsOverHttps } from '../../src/gather/dns-over-https.ts'
import { resolverAt } from '../../src/gather/resolver.ts'
import type { Answers } from '../../src/gather/sources.ts'
import { theLab } from './the-lab.ts'

const lab = theLab()
const fetch = nodeDohFetch([readFileSync(lab.ca, 'utf8')])
const dns = dnsOverHttps({ resolvers: [resolverAt(lab.httpsUrl)], fetch })
afterAll(() => lab.keeper.end())

/** Whatever is left of an hour: the resolver may have been asked before. */
const TTL: unknown = expect.any(Number)

const chain = (...names: string[]) =>
  names.slice(1).map((target, place) => ({ name: names[place], target, ttl: TTL }))
const dnsOf = (details: object) => ({ source: { dns: details } })

test.each<[string, keyof Answers, object]>([
  ['signed.test', 'MX', { state: 'found', ...dnsOf({ authenticated: true, ttl: TTL }) }],
  ['lab.test', 'SOA', { state: 'found', ...dnsOf({ authenticated: false }) }],
  ['lab.test', 'NS', { state: 'found', value: ['ns.lab.test'] }],
  ['lab.test', 'CAA', { state: 'absent', how: 'nodata' }],
  ['nope.lab.test', 'A', { state: 'absent', how: 'nxdomain' }],
  ['null.lab.test', 'MX', { value: [{ preference: 0, exchange: '' }] }],
  [
    '_mta-sts.split.lab.test',
    'TXT',
    { value: [{ text: 'v=STSv1; id=1', strings: ['v=STSv1; ', 'id=1'] }] },
  ],
  ['_mta-sts.broken.test', 'TXT', { state: 'failed', reason: 'bogus' }],
  [
    '_mta-sts.moved.lab.test',
    'TXT',
    {
      state: 'found',
      ...dnsOf({ chain: chain('_mta-sts.moved.lab.test', '_mta-sts.good.lab.test') }),
    },
  ],
  [
    '_smtp._tls.moved.lab.test',
    'TXT',
    {
      state: 'absent',
      how: 'nxdomain',
      ...dnsOf({ chain: chain('_smtp._tls.moved.lab.test', 'nowhere.lab.test') }),
    },
  ],
  [
    'loop.lab.test',
    'A',
    {
      state: 'faulty',
      reason: 'alias-loop',
      ...dnsOf({ chain: chain('loop.lab.test', 'loop2.lab.test', 'loop.lab.test') }),
    },
  ],
])('%s %s', async (name, type, expected) => {
  expect(await dns.dns(name, type)).toMatchObject(expected)
})
