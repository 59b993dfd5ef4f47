import { expect, test } from 'vitest'
import { Failing } from './failure.ts'
import { workerHttpsGet, type WorkerGetOptions } from './https-get-worker.ts'
import { policyFetcher } from './policy-fetcher.ts'

const PUBLIC = '192.0.43.8'

interface Options extends Partial<WorkerGetOptions> {
  limitMs?: number
}

function fetcher({ limitMs, ...options }: Options) {
  const get = workerHttpsGet({
    addressesOf: () => Promise.resolve([PUBLIC]),
    fetch: () => Promise.resolve(new Response('')),
    now: () => 0,
    ...options,
  })
  return policyFetcher(get, limitMs)
}

const silence = (_input: unknown, init?: RequestInit) =>
  new Promise<Response>((_resolve, reject) => {
    init?.signal?.addEventListener('abort', () => reject(new Error('aborted')))
  })

test('a host that does not answer runs into the limit', async () => {
  const outcome = await fetcher({ fetch: silence, limitMs: 50 })('good.test')
  expect(outcome).toEqual({
    failed: { reason: 'timeout', detail: 'no complete answer within 0.05 s' },
  })
})

test('a body that does not end runs into the limit', async () => {
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new Uint8Array(10)),
  })
  const outcome = await fetcher({
    fetch: () => Promise.resolve(new Response(body)),
    limitMs: 50,
  })('good.test')
  expect(outcome).toMatchObject({ failed: { reason: 'timeout' } })
})

test('a caller who goes away ends the fetch', async () => {
  const outcome = await fetcher({ fetch: silence })('good.test', AbortSignal.timeout(20))
  expect(outcome).toMatchObject({ failed: { reason: 'interrupted' } })
})

test('the time that is told is that of the whole, look-up included', async () => {
  const clock = { now: 1000 }
  const outcome = await fetcher({
    now: () => clock.now,
    addressesOf: () => {
      clock.now += 30
      return Promise.resolve([PUBLIC])
    },
    fetch: () => {
      clock.now += 100
      return Promise.resolve(new Response('x'))
    },
  })('good.test')
  expect(outcome).toMatchObject({ status: 200, bytes: 1, elapsedMs: 130 })
})

test.each([
  ['TLS peer’s certificate is not trusted; reason = self-signed certificate', 'tls'],
  ['connect(): Connection refused', 'refused'],
  ['Network connection lost.', 'unreachable'],
])('%s is %s', async (message, reason) => {
  const outcome = await fetcher({ fetch: () => Promise.reject(new Error(message)) })('good.test')
  expect(outcome).toEqual({ failed: { reason, detail: message } })
})

test('a failure that the runtime only has a number for is told without the number', async () => {
  const fetch = () => Promise.reject(new Error('internal error; reference = 9g015g6hr2ov'))
  expect(await fetcher({ fetch })('good.test')).toEqual({
    failed: {
      reason: 'unreachable',
      detail: expect.stringMatching(/^the connection failed and the runtime does not say why/),
    },
  })
})

test('nothing is fetched when an address is private or a look-up fails', async () => {
  const fetch = () => Promise.reject(new Error('was asked'))
  const inside = () => Promise.resolve(['::ffff:10.0.0.1'])
  expect(await fetcher({ fetch, addressesOf: inside })('good.test')).toMatchObject({
    failed: { reason: 'private-address' },
  })
  const unknown = () => Promise.reject(new Failing('resolver', 'SERVFAIL'))
  expect(await fetcher({ fetch, addressesOf: unknown })('good.test')).toEqual({
    failed: { reason: 'resolver', detail: 'SERVFAIL' },
  })
})
