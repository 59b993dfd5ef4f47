import { describe, expect, test } from 'vitest'
import { encodeQuery } from '../protocols/dns/query.ts'
import { encodeResponse } from '../protocols/dns/response.ts'
import {
  answering,
  ask,
  client,
  http,
  NAME,
  RECORD,
  servfail,
  settled,
  START,
  useFakeTime,
} from '../testing/dns-client.ts'
import { cname, dnsResponse, fakeDoh, silence, type Behaviour } from '../testing/fake-doh.ts'

const secondSaysIt = { 'b.example': answering(RECORD) }

useFakeTime()

describe('when a resolver does not answer properly, the next one is asked', () => {
  const other = dnsResponse(
    encodeResponse(encodeQuery({ name: 'x.example', type: 'TXT' }) ?? new Uint8Array(), {}),
  )
  test.each<[string, Behaviour]>([
    ['HTTP 500', http(500)],
    ['HTTP 404', http(404)],
    [
      'another media type',
      () => new Response('<html>', { headers: { 'Content-Type': 'text/html' } }),
    ],
    ['no message', () => dnsResponse(new Uint8Array(5))],
    ['another question', () => other],
    ['no response but the query itself', ({ query }) => dnsResponse(Uint8Array.from(query))],
    ['a truncated message', () => ({ truncated: true, answers: [RECORD] })],
    ['REFUSED', () => ({ rcode: 'REFUSED' })],
    ['SERVFAIL', servfail(22)],
    ['no connection', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['silence', silence],
    ['a long pause wanted', http(429, { 'Retry-After': '60' })],
  ])('%s', async (_, behaviour) => {
    const { fact, asked } = await ask({ 'a.example': behaviour, ...secondSaysIt })
    // The page tells the visitor where names went, so those that did not answer are kept too.
    const dns = { resolver: 'b.example', asked: ['a.example', 'b.example'] }
    expect(fact).toMatchObject({ state: 'found', source: { dns } })
    expect(asked).toEqual([`a.example ${NAME} TXT`, `b.example ${NAME} TXT`])
  })

  test('one that could not be reached is asked last from then on', async () => {
    const doh = fakeDoh({ 'b.example': answering() })
    const dns = client(doh)
    await settled(dns.dns(NAME, 'TXT'))
    await settled(dns.dns('example.com', 'MX'))
    expect(doh.asked.map((line) => line.split(' ')[0])).toEqual([
      'a.example',
      'b.example',
      'b.example',
    ])
  })
})

describe('a resolver that wants a pause', () => {
  function busy(
    times: number,
    headers: Record<string, string> = {},
  ): { behaviour: Behaviour; at: number[] } {
    const at: number[] = []
    const behaviour: Behaviour = (asked) => {
      at.push(Date.now())
      return at.length <= times ? http(429, headers)(asked) : { answers: [RECORD] }
    }
    return { behaviour, at }
  }
  const gaps = (at: number[]) => at.slice(1).map((time, place) => time - (at[place] ?? 0))

  test.each([
    ['does not say how long', {}, [1000, 2000, 4000]],
    ['says it in seconds', { 'Retry-After': '2' }, [2000, 2000, 2000]],
    ['says it as a date', { 'Retry-After': 'Tue, 01 Sep 2026 12:00:03 GMT' }, [3000, 2000, 4000]],
  ])('%s', async (_, headers, expected) => {
    const { behaviour, at } = busy(3, headers)
    const { fact } = await ask({ 'a.example': behaviour })
    expect(fact.state).toBe('found')
    expect(gaps(at)).toEqual(expected)
  })

  test('is left after three pauses', async () => {
    const { behaviour, at } = busy(9, { 'Retry-After': '1' })
    const { fact } = await ask({
      'a.example': behaviour,
      'b.example': http(429, { 'Retry-After': '99' }),
    })
    expect(at).toHaveLength(4)
    expect(fact).toMatchObject({ state: 'failed', reason: 'rate-limited' })
  })
})

describe('when nobody answers, that says nothing about the domain', () => {
  const both = (behaviour: Behaviour) => ({ 'a.example': behaviour, 'b.example': behaviour })
  test.each([
    ['resolver', http(503)],
    ['timeout', silence],
    ['timeout', () => Promise.reject(new DOMException('late', 'TimeoutError'))],
    ['rcode', () => ({ rcode: 'REFUSED' as const })],
    ['resolver', () => ({ truncated: true })],
  ] as [string, Behaviour][])('%s', async (reason, behaviour) => {
    const { fact } = await ask(both(behaviour))
    expect(fact).toMatchObject({ state: 'failed', reason })
    expect(fact.state === 'failed' && fact.detail).toMatch(/a\.example .*; b\.example /)
  })

  test('a machine that knows it is offline', async () => {
    const { fact } = await ask({}, { isOnline: () => false })
    expect(fact).toMatchObject({ state: 'failed', reason: 'offline' })
  })

  test('a question has a limit in all', async () => {
    const { fact } = await ask(both(silence), { requestMs: 60_000, questionMs: 3000 })
    expect(fact).toMatchObject({
      state: 'failed',
      reason: 'timeout',
      detail: 'no answer within 3 s',
    })
    expect(Date.now() - Date.parse(START)).toBeLessThan(4000)
  })

  test('SERVFAIL from one while the other is out of reach', async () => {
    const { fact } = await ask({ 'a.example': servfail(0) })
    expect(fact).toMatchObject({ state: 'failed', reason: 'resolver' })
  })

  test('but signatures that do not verify at one are told while the other is out of reach', async () => {
    const { fact } = await ask({
      'a.example': (asked) => (asked.cd ? answering(RECORD)(asked) : servfail(7)(asked)),
    })
    expect(fact).toMatchObject({
      state: 'failed',
      reason: 'bogus',
      source: { dns: { resolver: 'a.example', rcode: 'SERVFAIL', extendedErrors: [{ code: 7 }] } },
    })
  })
})

describe('SERVFAIL from everybody', () => {
  const unless =
    (cd: Behaviour, code = 6): Behaviour =>
    (asked) =>
      asked.cd ? cd(asked) : servfail(code)(asked)

  test.each<[string, Behaviour]>([
    ['data', answering(RECORD)],
    ['NXDOMAIN', () => ({ rcode: 'NXDOMAIN' })],
  ])('and %s with checking disabled: bogus, with the reasons given', async (_, cd) => {
    const { fact, asked } = await ask({ 'a.example': unless(cd, 7), 'b.example': unless(cd, 9) })
    expect(fact).toMatchObject({
      state: 'failed',
      reason: 'bogus',
      source: { dns: { rcode: 'SERVFAIL', extendedErrors: [{ code: 7 }, { code: 9 }] } },
    })
    expect(asked).toEqual([
      `a.example ${NAME} TXT`,
      `b.example ${NAME} TXT`,
      `a.example ${NAME} TXT CD`,
    ])
  })

  test('and with checking disabled too: the name servers are broken', async () => {
    const { fact, asked } = await ask({ 'a.example': servfail(22), 'b.example': servfail(22) })
    expect(fact).toMatchObject({
      state: 'failed',
      reason: 'servfail',
      source: { dns: { extendedErrors: [{ code: 22 }, { code: 22 }] } },
    })
    expect(asked.filter((line) => line.endsWith('CD'))).toHaveLength(2)
  })

  test('because of aliases in a circle', async () => {
    const circle = new Map([
      [NAME, 'x.example'],
      ['x.example', NAME],
    ])
    const behaviour: Behaviour = ({ type, name }) =>
      type === 'CNAME' ? { answers: [cname(name, circle.get(name) ?? '')] } : { rcode: 'SERVFAIL' }
    const { fact } = await ask({ 'a.example': behaviour, 'b.example': behaviour })
    expect(fact).toMatchObject({
      state: 'faulty',
      reason: 'alias-loop',
      source: { name: NAME, dns: { chain: [{ target: 'x.example' }, { target: NAME }] } },
    })
  })
})
