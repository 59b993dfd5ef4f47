/** The Worker in the runtime it is for. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startWorkerd, type Workerd } from '../../testing/workerd.ts'
import { cloudflareWorker } from './cloudflare-worker.ts'

const POLICY = 'version: STSv1\r\nmode: none\r\nmax_age: 86400\r\nx: "q" \\ ${a} `b` \u2028é\r\n'
const { files } = cloudflareWorker.write({
  policyHost: 'mta-sts.example.com',
  domain: 'example.com',
  policy: POLICY,
})

let worker: Workerd
beforeAll(async () => {
  worker = await startWorkerd({ code: files[0]?.text ?? '' })
})
afterAll(() => worker.stop())

test('the policy, byte for byte, with its header fields', async () => {
  const answer = await fetch(`${worker.base}/.well-known/mta-sts.txt?x=1`)
  expect(answer.status).toBe(200)
  expect(await answer.text()).toBe(POLICY)
  expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8')
  expect(answer.headers.get('access-control-allow-origin')).toBe('*')
  expect(answer.headers.get('cache-control')).toBe('max-age=60')
})

test.each(['/', '/.well-known/', '/.well-known/mta-sts.txt/', '/mta-sts.txt'])(
  '%s is not there',
  async (path) => {
    const answer = await fetch(`${worker.base}${path}`, { redirect: 'manual' })
    expect(answer.status).toBe(404)
  },
)
