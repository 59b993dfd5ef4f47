/** The policy and the logo, served by real web servers from what Signet has written. */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bimiOnNginx } from '../../src/publish/bimi-hosting.ts'
import { apache } from '../../src/publish/hosting/apache.ts'
import { caddy } from '../../src/publish/hosting/caddy.ts'
import { nginx } from '../../src/publish/hosting/nginx.ts'
import { zimbraProxy } from '../../src/publish/hosting/zimbra-proxy.ts'
import { serverBlock } from '../../src/publish/nginx.ts'
import { POLICY_PATH, type PolicyHosting } from '../../src/publish/policy-hosting.ts'
import { makeAuthority, type Authority } from './certificates.ts'
import { Keeper } from './processes.ts'
import { isThere } from './programs.ts'
import { ask, startApache, startCaddy, startNginx, type Answer, type Site } from './web-servers.ts'

const keeper = new Keeper()
const HOST = 'mta-sts.published.test'
const ROOT = '/var/www/mta-sts'
const POLICY =
  'version: STSv1\r\nmode: testing\r\nmx: mail1.published.test\r\nmx: *.published.test\r\nmax_age: 604800\r\n'
/** A field that nobody knows yet, and which nginx would replace. */
const ODD_POLICY = `${POLICY}note: "$5" \\r {a;b} # c\r\n`

let authority: Authority
let ca: string
beforeAll(async () => {
  authority = await makeAuthority(keeper.folder)
  ca = readFileSync(authority.rootFile, 'utf8')
})
afterAll(() => keeper.end())

async function siteOf(hosting: PolicyHosting, policy: string): Promise<Site> {
  const { files } = hosting.write({ policyHost: HOST, domain: 'published.test', policy })
  return { host: HOST, pair: await authority.issue([HOST]), files, root: ROOT }
}

function expectPolicy({ status, headers, body }: Answer, policy: string): void {
  expect(status).toBe(200)
  expect(headers['content-type']).toMatch(/^text\/plain(?:; charset=utf-8)?$/)
  expect(headers['access-control-allow-origin']).toBe('*')
  expect(headers['cache-control']).toBe('max-age=60')
  expect(body).toBe(policy)
}

const SERVERS = [
  { program: 'nginx', hosting: nginx, start: startNginx },
  { program: 'apache2', hosting: apache, start: startApache },
  { program: 'caddy', hosting: caddy, start: startCaddy },
] as const

for (const { program, hosting, start } of SERVERS) {
  test.skipIf(!isThere(program)).each([
    ['a policy', POLICY],
    ['a policy with quotation marks', `${POLICY}note: "q" \\r {a;b} # c\r\n`],
    ['a policy with every odd character', ODD_POLICY],
  ])(`${program} serves %s byte for byte`, async (name, policy) => {
    const port = await start(
      keeper,
      `${program} ${name}`.replaceAll(' ', '-'),
      await siteOf(hosting, policy),
    )
    expectPolicy(await ask(HOST, port, POLICY_PATH, ca), policy)
    expect((await ask(HOST, port, '/', ca)).status).not.toBe(200)
    expect((await ask(HOST, port, '/.well-known/other.txt', ca)).status).toBe(404)
  })
}

test.skipIf(!isThere('nginx'))(
  'Zimbra’s proxy: the block stands before its last brace',
  async () => {
    const site = await siteOf(zimbraProxy, POLICY)
    const template = serverBlock(HOST, ['location /zimbra { return 302 https://$host/mail; }'])
    const brace = template.lastIndexOf('}')
    const text = template.slice(0, brace) + (site.files[0]?.text ?? '') + template.slice(brace)
    const port = await startNginx(keeper, 'zimbra', { ...site, files: [{ path: 'conf', text }] })
    expectPolicy(await ask(HOST, port, POLICY_PATH, ca), POLICY)
  },
)

test.skipIf(!isThere('nginx'))(
  'nginx serves logo and certificate with their media types',
  async () => {
    const host = 'www.published.test'
    const hosted = bimiOnNginx({
      logoUrl: `https://${host}/bimi/a%20logo.svg`,
      certificateUrl: `https://${host}/bimi/mark.txt`,
    })
    const files = [
      ...hosted.files,
      { path: 'bimi/a logo.svg', text: '<svg/>' },
      { path: 'bimi/mark.txt', text: 'PEM\n' },
    ]
    const site = { host, pair: await authority.issue([host]), files, root: '/var/www/bimi' }
    const port = await startNginx(keeper, 'bimi', site)
    const logo = await ask(host, port, '/bimi/a%20logo.svg', ca)
    expect(logo).toMatchObject({ status: 200, body: '<svg/>' })
    expect(logo.headers).toMatchObject({
      'content-type': 'image/svg+xml',
      'access-control-allow-origin': '*',
    })
    const mark = await ask(host, port, '/bimi/mark.txt', ca)
    expect(mark).toMatchObject({ status: 200, body: 'PEM\n' })
    expect(mark.headers['content-type']).toBe('application/x-pem-file')
    expect((await ask(host, port, '/', ca)).status).toBe(404)
  },
)
