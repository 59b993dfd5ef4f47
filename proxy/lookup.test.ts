import type { Packet } from '@dnsquery/dns-packet'
import { expect, test } from 'vitest'
import { answerTo } from '../src/testing/dns-server.ts'
import type { AskDns } from './ask-dns.ts'
import { Failing } from './failure.ts'
import { addressLookup, txtLookup } from './lookup.ts'

const NXDOMAIN = 3
const SERVFAIL = 2
const HOST = 'mta-sts.good.test'
const never = new AbortController().signal

type Answer = NonNullable<Packet['answers']>[number]
type Reply = { answers?: Answer[]; flags?: number }

/** A resolver that has these replies for A and for AAAA. */
function resolver(a: Reply, aaaa: Reply = {}): AskDns {
  return (query) => Promise.resolve(answerTo(query, query.at(-14) === 28 ? aaaa : a))
}

/** The type stands before the class of the question and the eleven bytes of EDNS. */
test('the fake resolver tells the two questions apart', async () => {
  const types: (number | undefined)[] = []
  const ask: AskDns = (query) => {
    types.push(query.at(-14))
    return Promise.resolve(answerTo(query, {}))
  }
  await addressLookup(ask)(HOST, never).catch(() => {})
  expect(types).toEqual([1, 28])
})

const a = (name: string, data: string): Answer => ({ type: 'A', name, ttl: 60, data })
const cname = (name: string, data: string): Answer => ({ type: 'CNAME', name, ttl: 60, data })

test('both kinds of addresses', async () => {
  const ask = resolver(
    { answers: [a(HOST, '192.0.2.1'), a(HOST, '192.0.2.2')] },
    { answers: [{ type: 'AAAA', name: HOST, ttl: 60, data: '2001:db8::1' }] },
  )
  expect(await addressLookup(ask)(HOST, never)).toEqual(['192.0.2.1', '192.0.2.2', '2001:db8::1'])
})

test('aliases are followed, in any order and any case', async () => {
  const ask = resolver({
    answers: [
      a('web.test', '192.0.2.1'),
      cname('edge.test', 'WEB.test'),
      cname('MTA-STS.good.test', 'edge.test'),
    ],
  })
  expect(await addressLookup(ask)(HOST, never)).toEqual(['192.0.2.1'])
})

test('addresses of other names are not taken', async () => {
  const ask = resolver({ answers: [a('other.test', '192.0.2.1')] })
  await expect(addressLookup(ask)(HOST, never)).rejects.toMatchObject({ reason: 'no-address' })
})

test('a circle of aliases ends', async () => {
  const ask = resolver({ answers: [cname(HOST, 'b.test'), cname('b.test', HOST)] })
  await expect(addressLookup(ask)(HOST, never)).rejects.toMatchObject({ reason: 'no-address' })
})

test.each<[string, Reply, Reply, string]>([
  ['the name does not exist', { flags: NXDOMAIN }, { flags: NXDOMAIN }, 'nxdomain'],
  ['the name has no address', {}, {}, 'no-address'],
  ['the resolver is broken', { flags: SERVFAIL }, { flags: SERVFAIL }, 'resolver'],
  ['one kind is missing and the other unknown', {}, { flags: SERVFAIL }, 'resolver'],
])('%s', async (_what, forA, forAaaa, reason) => {
  const asked = addressLookup(resolver(forA, forAaaa))(HOST, never)
  await expect(asked).rejects.toMatchObject({ reason })
})

test('one kind is enough when the other cannot be learned', async () => {
  const ask = resolver({ answers: [a(HOST, '192.0.2.1')] }, { flags: SERVFAIL })
  expect(await addressLookup(ask)(HOST, never)).toEqual(['192.0.2.1'])
})

test('what is no DNS message is the resolver’s failure', async () => {
  const asked = addressLookup(() => Promise.resolve(new Uint8Array(7)))(HOST, never)
  await expect(asked).rejects.toMatchObject({ reason: 'resolver' })
})

test('a resolver that cannot be asked says why', async () => {
  const ask = () => Promise.reject(new Failing('timeout', 'too slow'))
  await expect(addressLookup(ask)(HOST, never)).rejects.toMatchObject({ reason: 'timeout' })
})

test.each<[string, Reply, string[]]>([
  ['a name that is not there', { flags: NXDOMAIN }, []],
  ['a name without TXT', {}, []],
  [
    'records, at the end of an alias too',
    {
      answers: [
        cname(HOST, 'other.test'),
        { type: 'TXT', name: 'other.test', ttl: 60, data: ['v=BIMI1', '; l='] },
      ],
    },
    ['v=BIMI1; l='],
  ],
])('TXT of %s', async (_, reply, texts) => {
  const records = await txtLookup(resolver(reply))(HOST, never)
  expect(records.map(({ text }) => text)).toEqual(texts)
})

test('TXT that the resolver cannot tell is no empty answer', async () => {
  const ask = resolver({ flags: SERVFAIL })
  await expect(txtLookup(ask)(HOST, never)).rejects.toMatchObject({ reason: 'resolver' })
})
