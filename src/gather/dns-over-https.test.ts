import { describe, expect, test, vi } from 'vitest'
import type { DnsRecord } from '../protocols/dns/record-data.ts'
import {
  answering,
  ask,
  client,
  NAME,
  RECORD,
  settled,
  START,
  useFakeTime,
} from '../testing/dns-client.ts'
import { fakeDoh, silence, soa, txt } from '../testing/fake-doh.ts'
import { resolverAt } from './resolver.ts'

useFakeTime()

describe('requests', () => {
  test('GET without anything that needs a preflight, without credentials', async () => {
    const { requests } = await ask({ 'a.example': answering(RECORD) })
    expect(requests).toHaveLength(1)
    const { url, init } = requests[0] ?? {}
    expect(url).toBe(
      'https://a.example/dns-query?dns=AAABIAABAAAAAAABCF9tdGEtc3RzB2V4YW1wbGUDY29tAAAQAAEAACkQAAAAAAAAAA',
    )
    expect(init?.method ?? 'GET').toBe('GET')
    expect(init?.headers).toEqual({ Accept: 'application/dns-message' })
    expect(init?.credentials).toBe('omit')
    expect(init?.cache).toBe('default')
  })

  test('a fresh check passes the browser’s cache by', async () => {
    const { requests } = await ask({ 'a.example': answering(RECORD) }, { fresh: true })
    expect(requests[0]?.init.cache).toBe('no-store')
  })

  test('a resolver with a query and a template', () => {
    expect(resolverAt('https://a.example/q{?dns}')).toEqual({
      name: 'a.example',
      url: 'https://a.example/q',
    })
  })

  test('names that DNS cannot carry are absent without a question', async () => {
    const { fact, asked } = await ask({}, { name: `${'a'.repeat(64)}.example.com` })
    expect(fact).toMatchObject({ state: 'absent', how: 'nxdomain' })
    expect(asked).toEqual([])
  })
})

describe('answers', () => {
  test('what was found, and how', async () => {
    const { fact } = await ask({
      'a.example': () => ({
        authenticated: true,
        answers: [txt(NAME, 'b', 60), txt(NAME, 'a', 300)],
        extendedErrors: [{ code: 3, text: 'stale' }],
      }),
    })
    expect(fact).toEqual({
      state: 'found',
      value: [
        { text: 'b', strings: ['b'], encoding: 'utf-8' },
        { text: 'a', strings: ['a'], encoding: 'utf-8' },
      ],
      source: {
        name: NAME,
        via: 'dns',
        time: START,
        dns: {
          type: 'TXT',
          resolver: 'a.example',
          ttl: 60,
          authenticated: true,
          chain: [],
          extendedErrors: [{ code: 3, text: 'stale' }],
          rcode: 'NOERROR',
        },
      },
    })
  })

  test.each([
    ['NXDOMAIN', 'nxdomain'],
    ['NOERROR', 'nodata'],
  ] as const)('%s without records is absent: %s', async (rcode, how) => {
    const { fact, asked } = await ask({
      'a.example': () => ({ rcode, authorities: [soa('example.com')] }),
    })
    expect(fact).toMatchObject({ state: 'absent', how, source: { dns: { rcode, ttl: null } } })
    expect(asked).toHaveLength(1)
  })

  test('records of other names and types are not taken for the answer', async () => {
    const { fact } = await ask({
      'a.example': answering(txt('other.example', 'x'), soa(NAME)),
    })
    expect(fact).toMatchObject({ state: 'absent', how: 'nodata' })
  })

  test('the case of a name does not count', async () => {
    const { fact } = await ask(
      { 'a.example': answering(txt('_MTA-STS.Example.COM', 'x')) },
      { name: '_Mta-Sts.example.com.' },
    )
    expect(fact).toMatchObject({ state: 'found', source: { name: NAME } })
  })
})

describe('a run', () => {
  test('asks no question twice, not even at the same time', async () => {
    const doh = fakeDoh({ 'a.example': answering(RECORD) })
    const dns = client(doh)
    await settled(
      Promise.all([
        dns.dns(NAME, 'TXT'),
        dns.dns(NAME.toUpperCase(), 'TXT'),
        dns.dns(`${NAME}.`, 'TXT'),
      ]),
    )
    await settled(dns.dns(NAME, 'TXT'))
    expect(doh.asked).toHaveLength(1)
  })

  test('does not ask for other types of a name that does not exist (RFC 8020)', async () => {
    const doh = fakeDoh({ 'a.example': () => ({ rcode: 'NXDOMAIN' }) })
    const dns = client(doh)
    await settled(dns.dns(NAME, 'TXT'))
    const fact = await settled(dns.dns(NAME, 'A'))
    expect(fact).toMatchObject({ state: 'absent', how: 'nxdomain', source: { dns: { type: 'A' } } })
    expect(doh.asked).toHaveLength(1)
  })

  test('has at most six questions out', async () => {
    let out = 0
    let most = 0
    const doh = fakeDoh({
      'a.example': async () => {
        most = Math.max(most, (out += 1))
        await new Promise((resolve) => setTimeout(resolve, 50))
        out -= 1
        return {}
      },
    })
    const dns = client(doh)
    await settled(Promise.all(Array.from({ length: 20 }, (_, i) => dns.dns(`n${i}.example`, 'A'))))
    expect(most).toBe(6)
    expect(doh.asked).toHaveLength(20)
  })

  test('can be given up: the requests end, and asking again starts anew', async () => {
    const doh = fakeDoh({ 'a.example': silence })
    const dns = client(doh)
    const controller = new AbortController()
    const facts = Promise.all(
      Array.from({ length: 9 }, (_, i) => dns.dns(`n${i}.example`, 'A', controller.signal)),
    )
    await vi.advanceTimersByTimeAsync(10)
    controller.abort()
    const states = (await facts).map((fact) => fact.state === 'failed' && fact.reason)
    expect(new Set(states)).toEqual(new Set(['cancelled']))
    expect(doh.requests).toHaveLength(6)
    expect(doh.requests.every(({ init }) => init.signal?.aborted)).toBe(true)
    void dns.dns('n0.example', 'A')
    await vi.advanceTimersByTimeAsync(10)
    expect(doh.requests).toHaveLength(7)
  })

  test('goes on for the others when one of two leaves', async () => {
    let answer: (content: { answers: DnsRecord[] }) => void = () => {}
    const doh = fakeDoh({ 'a.example': () => new Promise((resolve) => (answer = resolve)) })
    const dns = client(doh)
    const controller = new AbortController()
    const left = dns.dns(NAME, 'TXT', controller.signal)
    const stays = dns.dns(NAME, 'TXT')
    await vi.advanceTimersByTimeAsync(1)
    controller.abort()
    expect(await left).toMatchObject({ state: 'failed', reason: 'cancelled' })
    answer({ answers: [RECORD] })
    expect(await settled(stays)).toMatchObject({ state: 'found' })
    expect(doh.asked).toHaveLength(1)
  })

  test('a signal that is aborted before asks nothing', async () => {
    const doh = fakeDoh({ 'a.example': answering(RECORD) })
    const fact = await client(doh).dns(NAME, 'TXT', AbortSignal.abort())
    expect(fact).toMatchObject({ state: 'failed', reason: 'cancelled' })
    expect(doh.asked).toEqual([])
  })
})
