import { expect, test } from 'vitest'
import { encodeQuery } from '../src/protocols/dns/query.ts'
import { decodeMessage } from '../src/protocols/dns/message.ts'
import { answerTo, dnsServer, type Responder } from '../src/testing/dns-server.ts'
import { idOf, withId } from './ask-dns.ts'
import { plainDns } from './plain-dns.ts'

const TRUNCATED = 0x0200
const never = new AbortController().signal
const question = encodeQuery({ name: 'host.test', type: 'A' }) ?? new Uint8Array()
const a = (data: string) => [{ type: 'A' as const, name: 'host.test', ttl: 60, data }]

async function ask(respond: Responder, query: Uint8Array = question) {
  const server = await dnsServer(respond)
  return plainDns([server], 100)(query, never)
}

function addressIn(answer: Uint8Array): unknown {
  const decoded = decodeMessage(answer)
  return decoded.ok ? decoded.message.answers[0]?.value : decoded.problem
}

test('an answer over UDP comes back under the id of the question, which was asked under another', async () => {
  const ids: number[] = []
  const respond: Responder = (query) => {
    ids.push(idOf(query))
    return answerTo(query, { answers: a('192.0.2.1') })
  }
  const answer = await ask(respond, withId(question, 0xbeef))
  expect(idOf(answer)).toBe(0xbeef)
  expect(addressIn(answer)).toBe('192.0.2.1')
  await ask(respond)
  await ask(respond)
  expect(new Set(ids).size).toBeGreaterThan(1)
})

test('an answer that did not fit is asked for again over TCP', async () => {
  const answer = await ask((query, via) =>
    via === 'udp'
      ? answerTo(query, { flags: TRUNCATED })
      : answerTo(query, { answers: a('192.0.2.2') }),
  )
  expect(addressIn(answer)).toBe('192.0.2.2')
})

test.each<[string, Responder]>([
  ['another id', (query) => answerTo(withId(query, idOf(query) ^ 1), { answers: a('192.0.2.6') })],
  [
    'another question',
    (query) =>
      answerTo(query, {
        questions: [{ name: 'other.test', type: 'A', class: 'IN' }],
        answers: a('192.0.2.6'),
      }),
  ],
  ['the query itself', (query) => query],
  ['too few bytes', () => new Uint8Array(3)],
])('a packet with %s is not the answer', async (_what, respond) => {
  await expect(ask(respond)).rejects.toMatchObject({ reason: 'timeout' })
})

test('a wrong packet does not end the wait for the right one', async () => {
  let asked = 0
  const answer = await ask((query) => {
    asked += 1
    // The second attempt of the same question finds the right answer.
    return asked === 1 ? query : answerTo(query, { answers: a('192.0.2.3') })
  })
  expect(addressIn(answer)).toBe('192.0.2.3')
})

test('an answer in another case is the answer', async () => {
  const answer = await ask((query) =>
    answerTo(query, {
      questions: [{ name: 'HOST.test', type: 'A', class: 'IN' }],
      answers: a('192.0.2.4'),
    }),
  )
  expect(addressIn(answer)).toBe('192.0.2.4')
})

test('a server that cannot read the question says so without repeating it', async () => {
  const answer = await ask((query) => answerTo(query, { flags: 1, questions: [] }))
  expect(answer[3]).toBe(1)
})

test('a silent server is left for the next one', async () => {
  const silent = await dnsServer(() => null)
  const good = await dnsServer((query) => answerTo(query, { answers: a('192.0.2.5') }))
  expect(addressIn(await plainDns([silent, good], 50)(question, never))).toBe('192.0.2.5')
})

test('a port where nobody listens is left for the next one, at once', async () => {
  const good = await dnsServer((query) => answerTo(query, { answers: a('192.0.2.5') }))
  const closed = { address: '127.0.0.1', port: 1 }
  expect(addressIn(await plainDns([closed, good], 60_000)(question, never))).toBe('192.0.2.5')
})

test('a connection that closes without an answer is a failure of the resolver', async () => {
  const asked = ask((query, via) => (via === 'udp' ? answerTo(query, { flags: TRUNCATED }) : null))
  await expect(asked).rejects.toMatchObject({ reason: 'resolver' })
})

test('the caller’s limit ends everything', async () => {
  const silent = await dnsServer(() => null)
  const asked = plainDns([silent, silent], 60_000)(question, AbortSignal.timeout(30))
  await expect(asked).rejects.toMatchObject({ reason: 'timeout' })
})
