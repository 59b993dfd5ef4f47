import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from './app.ts'
import { serveApp } from './static-files.ts'

const PAGE = '<!doctype html><title>Signet</title>'
let folder: string
let app: Hono

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'signet-dist-'))
  mkdirSync(join(folder, 'dist', 'assets'), { recursive: true })
  const write = (name: string, text: string) => writeFileSync(join(folder, 'dist', name), text)
  write('index.html', PAGE)
  write('logo.svg', '<svg/>')
  write('_headers', '/*\n')
  write('assets/app-1a2b3c.js', `export const long = '${'x'.repeat(5000)}'`)
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  app = createApp({
    name: 'node',
    tls: true,
    policy: () => Promise.reject(new Error('not asked')),
    indicator: () => Promise.reject(new Error('not asked')),
    evidence: () => Promise.reject(new Error('not asked')),
    clientOf: () => '',
    now: () => 0,
    fetchesPerMinute: 1,
    questionsPerMinute: 1,
  })
  serveApp(app, join(folder, 'dist'))
})
afterAll(() => rmSync(folder, { recursive: true }))

test.each(['/', '/check?domain=example.com', '/rules', '/rules/sts.record.multiple', '/about'])(
  '%s is a page',
  async (path) => {
    const response = await app.request(path)
    expect(response.status).toBe(200)
    expect(response.headers.get('Content-Type')).toMatch(/^text\/html/)
    expect(response.headers.get('Cache-Control')).toBe('no-cache')
    expect(response.headers.get('Content-Security-Policy')).toContain("default-src 'none'")
    expect(await response.text()).toBe(PAGE)
  },
)

test('files with a hash in their name may be kept for ever, others are asked for again', async () => {
  const script = await app.request('/assets/app-1a2b3c.js')
  expect(script.headers.get('Content-Type')).toMatch(/javascript/)
  expect(script.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable')
  const logo = await app.request('/logo.svg')
  expect(logo.headers.get('Content-Type')).toMatch(/^image\/svg\+xml/)
  expect(logo.headers.get('Cache-Control')).toBe('no-cache')
})

test('scripts are compressed for those who ask', async () => {
  const headers = { 'Accept-Encoding': 'gzip' }
  const response = await app.request('/assets/app-1a2b3c.js', { headers })
  expect(response.headers.get('Content-Encoding')).toBe('gzip')
  expect((await response.arrayBuffer()).byteLength).toBeLessThan(500)
})

test.each([
  '/assets/gone.js',
  '/assets/gone',
  '/favicon.ico',
  '/_headers',
  '/api/nothing',
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/assets/..%5c..%5csecret.txt',
])('%s is not there', async (path) => {
  const response = await app.request(path)
  const text = await response.text()
  expect(text).not.toBe('secret')
  expect(response.status).toBe(404)
  expect(JSON.parse(text)).toMatchObject({ failed: { reason: 'bad-request' } })
  expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*')
})

test('without a build there is no page, and the proxy still works', async () => {
  const bare = new Hono()
  serveApp(bare, join(folder, 'nowhere'))
  expect((await bare.request('/')).status).toBe(404)
})
