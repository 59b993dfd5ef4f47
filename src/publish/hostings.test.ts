/** What holds for every place, and what is particular to each. */
import { describe, expect, test } from 'vitest'
import { parseStsPolicy } from '../protocols/mta-sts/policy.ts'
import { HOSTINGS } from './hostings.ts'
import { POLICY_PATH, type Hosted, type PolicySite } from './policy-hosting.ts'

const POLICY = 'version: STSv1\r\nmode: testing\r\nmx: mail1.example.com\r\nmax_age: 604800\r\n'
const SITE: PolicySite = {
  policyHost: 'mta-sts.example.com',
  domain: 'example.com',
  policy: POLICY,
}

const at = (id: string, site = SITE): Hosted => {
  const hosting = HOSTINGS.find((hosting) => hosting.id === id)
  if (hosting === undefined) throw new Error(`no ${id}`)
  return hosting.write(site)
}
const fileAt = (id: string, path: string, site = SITE): string => {
  const file = at(id, site).files.find((file) => file.path === path)
  if (file === undefined) throw new Error(`no ${path}`)
  return file.text
}

test('ids are stable', () => {
  expect(HOSTINGS.map(({ id }) => id)).toEqual([
    ...['just-the-file', 'nginx', 'apache', 'caddy', 'zimbra-proxy', 'github-pages'],
    ...['cloudflare-worker', 'cloudflare-pages', 'netlify', 'vercel', 's3-cloudfront'],
    ...['azure-static-web-apps', 'delegation'],
  ])
})

/** Words in capitals that are no placeholders. */
const KEYWORDS = ['CNAME', 'AAAA', 'HTTPS', 'TRUE', 'POLICY']

describe.each(HOSTINGS)('$id', ({ id }) => {
  const hosted = at(id)
  const everything = [...hosted.files.map(({ text }) => text), ...hosted.steps].join('\n')

  test('names what must be replaced as it stands there', () => {
    for (const word of hosted.replaceHere) expect(everything).toContain(word)
    for (const [word] of everything.matchAll(/\b[A-Z]{4,}(?:\.\w+)*\b/g))
      expect([hosted.replaceHere.join(), ...KEYWORDS].join()).toContain(word.split('.')[0])
  })

  test('has steps that are sentences, and ends with a look at the address', () => {
    expect(hosted.steps.length).toBeGreaterThan(2)
    for (const step of hosted.steps) expect(step).toMatch(/^[A-Z].*\.$/)
    expect(hosted.steps.at(-1)).toContain(`\`https://mta-sts.example.com${POLICY_PATH}\``)
  })

  test('has each file once, below the folder', () => {
    const paths = hosted.files.map(({ path }) => path)
    expect(new Set(paths).size).toBe(paths.length)
    for (const path of paths) expect(path).not.toMatch(/^\/|\.\.\/|\\/)
  })

  test('never redirects', () => {
    for (const { text } of hosted.files) expect(text).not.toMatch(/\b30[1278]\b|redirect/i)
  })

  test('holds the policy as it was given', () => {
    const texts = hosted.files.map(({ text }) => text)
    const isThere = texts.some((text) => text === POLICY || text.includes(JSON.stringify(POLICY)))
    expect(isThere).toBe(id !== 'delegation')
  })
})

test.each(['just-the-file', 'apache', 'caddy', 'github-pages', 's3-cloudfront'])(
  '%s serves the file byte for byte',
  (id) => {
    const text = fileAt(id, '.well-known/mta-sts.txt')
    expect(text).toBe(POLICY)
    expect(parseStsPolicy(text).problems).toEqual([])
  },
)

test('nginx: one block with the policy in it', () => {
  expect(at('nginx').files).toEqual([
    {
      path: 'mta-sts.example.com.conf',
      text: String.raw`server {
    listen 443 ssl;
    listen [::]:443 ssl;
    server_name mta-sts.example.com;
    ssl_certificate     /etc/letsencrypt/live/mta-sts.example.com/fullchain.pem;
    ssl_certificate_key /etc/letsencrypt/live/mta-sts.example.com/privkey.pem;
    ssl_protocols TLSv1.2 TLSv1.3;

    location = /.well-known/mta-sts.txt {
        default_type text/plain;
        add_header Access-Control-Allow-Origin "*" always;
        add_header Cache-Control "max-age=60" always;
        return 200 "version: STSv1\r\nmode: testing\r\nmx: mail1.example.com\r\nmax_age: 604800\r\n";
    }
    location / { return 404; }
}
`,
    },
  ])
})

test.each(['nginx', 'zimbra-proxy'])(
  '%s: a dollar sign, which nginx would replace, is served from a file',
  (id) => {
    const hosted = at(id, { ...SITE, policy: `${POLICY}x: $y\r\n` })
    expect(hosted.files.map(({ path }) => path)).toContain('.well-known/mta-sts.txt')
    expect(hosted.files[0]?.text).toContain('root /var/www/mta-sts;')
    expect(hosted.files[0]?.text).not.toContain('$')
    expect(hosted.steps.join()).toContain('/var/www/mta-sts/.well-known/mta-sts.txt')
  },
)

test('Apache: TLS 1.2 and later, and the file is plain text', () => {
  const text = fileAt('apache', 'mta-sts.example.com.conf')
  expect(text).toContain('SSLProtocol -all +TLSv1.2 +TLSv1.3\n')
  expect(text).toContain('ForceType text/plain\n')
})

test('GitHub: the name, no build, and line ends that stay', () => {
  expect(fileAt('github-pages', 'CNAME')).toBe('mta-sts.example.com\n')
  expect(fileAt('github-pages', '.nojekyll')).toBe('')
  expect(fileAt('github-pages', '.gitattributes')).toBe('.well-known/mta-sts.txt -text\n')
})

test.each(['cloudflare-pages', 'netlify'])('%s: header fields', (id) => {
  expect(fileAt(id, '_headers')).toBe(`/.well-known/mta-sts.txt
  Content-Type: text/plain; charset=utf-8
  Access-Control-Allow-Origin: *
  Cache-Control: max-age=60
`)
})

test('Vercel: header fields as JSON, and the file in the public folder', () => {
  expect(JSON.parse(fileAt('vercel', 'vercel.json'))).toEqual({
    headers: [
      {
        source: '/.well-known/mta-sts.txt',
        headers: [
          { key: 'Content-Type', value: 'text/plain; charset=utf-8' },
          { key: 'Access-Control-Allow-Origin', value: '*' },
          { key: 'Cache-Control', value: 'max-age=60' },
        ],
      },
    ],
  })
  expect(fileAt('vercel', 'public/.well-known/mta-sts.txt')).toBe(POLICY)
})

test('Azure: header fields and media type as JSON', () => {
  expect(JSON.parse(fileAt('azure-static-web-apps', 'staticwebapp.config.json'))).toEqual({
    routes: [
      {
        route: '/.well-known/mta-sts.txt',
        headers: { 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'max-age=60' },
      },
    ],
    mimeTypes: { '.txt': 'text/plain' },
  })
})

test('Worker: deployed under the policy host', () => {
  expect(JSON.parse(fileAt('cloudflare-worker', 'wrangler.jsonc'))).toMatchObject({
    name: 'mta-sts-example-com',
    main: 'worker.js',
    routes: [{ pattern: 'mta-sts.example.com', custom_domain: true }],
  })
})

test.each([
  ['nginx', null],
  ['cloudflare-worker', null],
  ['github-pages', 'USER.github.io'],
  ['cloudflare-pages', 'PROJECT.pages.dev'],
  ['netlify', 'SITE.netlify.app'],
  ['vercel', 'cname.vercel-dns.com'],
  ['s3-cloudfront', 'DISTRIBUTION.cloudfront.net'],
  ['azure-static-web-apps', 'NAME.azurestaticapps.net'],
  ['delegation', 'PROVIDERHOST'],
])('%s: the policy host is an alias of %s', (id, alias) => {
  const hosted = at(id)
  expect(hosted.alias).toBe(alias)
  if (alias !== null) expect(hosted.steps.join()).toContain(`CNAME of \`${alias}\``)
})
