import { describe, expect, test } from 'vitest'
import { hostAddresses, noHost, nothing } from './build.ts'
import { failed } from './fact.ts'
import type { HostAddresses, WildcardProbe } from './fact-set.ts'
import { hasAddress, isWildcardHost } from './host.ts'

const HOST = 'mta-sts.example.com'
const RANDOM = 'q7x2.example.com'
const aliased = (name: string, target: string) => ({ chain: [{ name, target, ttl: 300 }] })
const silent = failed('timeout', 'no answer', { name: HOST, via: 'dns' })

test('a host has an address when either kind was found', () => {
  expect(hasAddress(hostAddresses(HOST, ['192.0.2.1']))).toBe(true)
  expect(hasAddress(hostAddresses(HOST, ['2001:db8::1']))).toBe(true)
  expect(hasAddress(noHost(HOST))).toBe(false)
  expect(hasAddress({ name: HOST, a: silent, aaaa: silent })).toBe(false)
})

describe('a host that only a wildcard makes', () => {
  const probe = (addresses?: HostAddresses, txt = nothing(RANDOM, 'TXT')): WildcardProbe =>
    addresses === undefined ? { name: RANDOM, txt } : { name: RANDOM, txt, addresses }
  const host = hostAddresses(HOST, ['192.0.2.1', '192.0.2.2', '2001:db8::1'])

  test('the same addresses in any order', () => {
    const same = hostAddresses(RANDOM, ['192.0.2.2', '192.0.2.1'])
    expect(isWildcardHost(host, probe(same))).toBe(true)
  })

  test('other addresses, none, or no probe', () => {
    expect(isWildcardHost(host, probe(hostAddresses(RANDOM, ['192.0.2.2'])))).toBe(false)
    expect(isWildcardHost(host, probe(noHost(RANDOM)))).toBe(false)
    expect(isWildcardHost(host, probe())).toBe(false)
    expect(isWildcardHost(host, null)).toBe(false)
    expect(isWildcardHost(noHost(HOST), probe(noHost(RANDOM)))).toBe(false)
  })

  test('the same alias, whatever was asked of the made-up name', () => {
    const mine = hostAddresses(HOST, ['192.0.2.1'], aliased(HOST, 'web.example.net'))
    const theirs = nothing(RANDOM, 'TXT', 'nodata', aliased(RANDOM, 'web.example.net'))
    expect(isWildcardHost(mine, probe(undefined, theirs))).toBe(true)
    const other = nothing(RANDOM, 'TXT', 'nodata', aliased(RANDOM, 'else.example.net'))
    expect(isWildcardHost(mine, probe(undefined, other))).toBe(false)
  })
})
