import { expect, test } from 'vitest'
import { bimiOnNginx } from './bimi-hosting.ts'

const LOGO = 'https://example.com/bimi/logo.svg'

test('each file with its media type, at its own path', () => {
  const { files, replaceHere } = bimiOnNginx({
    logoUrl: LOGO,
    certificateUrl: 'https://example.com/bimi/mark.pem',
  })
  expect(files.map(({ path }) => path)).toEqual(['example.com.conf'])
  expect(files[0]?.text).toContain(`    location = /bimi/logo.svg {
        types { }
        default_type image/svg+xml;
        add_header Access-Control-Allow-Origin "*" always;
        root /var/www/bimi;
    }
    location = /bimi/mark.pem {
        types { }
        default_type application/x-pem-file;
`)
  expect(replaceHere).toEqual([
    '/etc/letsencrypt/live/example.com/fullchain.pem',
    '/etc/letsencrypt/live/example.com/privkey.pem',
  ])
})

test('a logo alone', () => {
  const { files, steps } = bimiOnNginx({ logoUrl: LOGO, certificateUrl: null })
  expect(files[0]?.text).not.toContain('pem-file')
  expect(steps[0]).toContain('`/var/www/bimi/bimi/logo.svg`')
})

test('two hosts are two blocks', () => {
  const { files, replaceHere } = bimiOnNginx({
    logoUrl: LOGO,
    certificateUrl: 'https://marks.example/m.pem',
  })
  expect(files.map(({ path }) => path)).toEqual(['example.com.conf', 'marks.example.conf'])
  expect(files[0]?.text).not.toContain('m.pem')
  expect(files[1]?.text).not.toContain('logo.svg')
  expect(replaceHere).toHaveLength(4)
})

test.each([
  ['https://example.com/a%20b.svg', 'location = "/a b.svg" {', '/var/www/bimi/a b.svg'],
  ['https://example.com/a%22b.svg', String.raw`location = "/a\"b.svg" {`, '/a"b.svg'],
  ['https://example.com/%FF.svg', 'location = "/%FF.svg" {', '/%FF.svg'],
])('the path of %s is written as nginx compares it', (logoUrl, location, file) => {
  const { files, steps } = bimiOnNginx({ logoUrl, certificateUrl: null })
  expect(files[0]?.text).toContain(location)
  expect(steps[0]).toContain(file)
})
