import { expect, test } from 'vitest'
import type { HttpAnswer } from '../src/protocols/http/answer.ts'
import { Failing } from './failure.ts'
import { getFollowing } from './follow.ts'
import type { HttpsGet } from './https-get.ts'

const { signal } = new AbortController()
const START = 'https://a.test/logo.svg'

/** Hosts that redirect, by address; every other address answers 200. */
function world(redirects: Record<string, string | Partial<HttpAnswer>>) {
  const asked: string[] = []
  const get: HttpsGet = ({ url: { href: url } }) => {
    asked.push(url)
    const given = redirects[url] ?? {}
    const details = typeof given === 'string' ? { status: 301, location: given } : given
    return Promise.resolve({
      url,
      status: 200,
      bytes: 0,
      body: '',
      truncated: false,
      elapsedMs: 10,
      ...details,
    })
  }
  return { get, asked }
}

async function follow(redirects: Record<string, string | Partial<HttpAnswer>>) {
  const { get, asked } = world(redirects)
  const request = { url: new URL(START), accept: '*/*', maxBytes: 10 }
  const isAllowed = ({ protocol, hostname }: URL) =>
    protocol === 'https:' && hostname.endsWith('.test')
  return { answer: await getFollowing(get, request, isAllowed, signal), asked }
}

test('an answer that is no redirect has no hops', async () => {
  const { answer } = await follow({})
  expect(answer).toMatchObject({ url: START, status: 200, hops: [], elapsedMs: 10 })
})

test('two redirects are followed, and told with the time of all', async () => {
  const { answer, asked } = await follow({
    [START]: '/moved.svg',
    'https://a.test/moved.svg': { status: 308, location: 'https://b.test/logo.svg' },
  })
  expect(answer).toMatchObject({
    url: 'https://b.test/logo.svg',
    status: 200,
    elapsedMs: 30,
    hops: [
      { url: START, status: 301, location: '/moved.svg' },
      { url: 'https://a.test/moved.svg', status: 308, location: 'https://b.test/logo.svg' },
    ],
  })
  expect(asked).toHaveLength(3)
})

test('the third redirect is the answer, a circle too', async () => {
  const { answer, asked } = await follow({ [START]: START })
  expect(answer).toMatchObject({ status: 301, location: START })
  expect(answer.hops).toHaveLength(2)
  expect(asked).toHaveLength(3)
})

test.each<[string, Partial<HttpAnswer>]>([
  ['to plain http', { status: 301, location: 'http://a.test/logo.svg' }],
  ['to what may not be asked', { status: 302, location: 'https://other.example/' }],
  ['to something that is no address', { status: 301, location: 'https://[' }],
  ['without an address', { status: 301 }],
  ['that is none: not modified', { status: 304, location: 'https://b.test/' }],
  ['that is none: a choice', { status: 300, location: 'https://b.test/' }],
  [
    'from a host with a bad certificate',
    {
      status: 301,
      location: 'https://b.test/',
      tls: { protocol: 'TLSv1.3', trusted: false, error: 'CERT_HAS_EXPIRED', chain: [] },
    },
  ],
])('a redirect %s is described, not followed', async (_, details) => {
  const { answer, asked } = await follow({ [START]: details })
  expect(answer).toMatchObject({ url: START, ...details, hops: [] })
  expect(asked).toEqual([START])
})

test('what fails behind a redirect says that it was one', async () => {
  const get: HttpsGet = ({ url }, given) =>
    url.hostname === 'b.test'
      ? Promise.reject(new Failing('nxdomain', '`b.test` does not exist'))
      : world({ [START]: 'https://b.test/x' }).get({ url, accept: '', maxBytes: 1 }, given)
  const request = { url: new URL(START), accept: '', maxBytes: 1 }
  await expect(getFollowing(get, request, () => true, signal)).rejects.toMatchObject({
    reason: 'nxdomain',
    message: 'after a redirect to https://b.test/x: `b.test` does not exist',
  })
  const broken: HttpsGet = () => Promise.reject(new Failing('refused', 'port 443'))
  await expect(getFollowing(broken, request, () => true, signal)).rejects.toMatchObject({
    message: 'port 443',
  })
})
