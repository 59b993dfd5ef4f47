import { describe, expect, test } from 'vitest'
import { readReportUri } from './report-uri.ts'

const read = (text: string) => readReportUri({ text, start: 0, end: text.length })
const faultOf = (text: string) => {
  const result = read(text)
  return 'fault' in result ? result.fault : null
}

describe('mail addresses', () => {
  test.each([
    ['mailto:tlsrpt@example.com', 'tlsrpt', 'example.com'],
    ['MailTo:TLSRPT@Example.COM', 'TLSRPT', 'example.com'],
    ['mailto:a.b+c_d@example.com', 'a.b+c_d', 'example.com'],
    ["mailto:o'hara@example.com", "o'hara", 'example.com'],
    ['mailto:a%2Cb@example.com', 'a,b', 'example.com'],
    ['mailto:a%3Bb%20c@example.com', 'a;b c', 'example.com'],
    ['mailto:%22a%2Cb%22@example.com', '"a,b"', 'example.com'],
    ['mailto:a%21b@example.com', 'a!b', 'example.com'],
    ['mailto:a%2Fb@example.com', 'a/b', 'example.com'],
    ['mailto:a@xn--mller-kva.example', 'a', 'xn--mller-kva.example'],
    ['mailto:a@d?subject=TLS%20report', 'a', 'd'],
  ])('%s', (text, localPart, host) => {
    expect(read(text)).toMatchObject({ uri: { scheme: 'mailto', uri: text, localPart, host } })
  })

  test.each([
    'mailto:a', // no domain
    'mailto:@d', // no local part
    'mailto:<a@d>',
    '<mailto:a@d>',
    '"mailto:a@d"',
    'mailto://a@d',
    'mailto:/a@d',
    'mailto: a@d',
    'mailto:a@d b@d',
    'mailto=a@d',
    'mailto:a@b@d',
    'mailto:a%40d', // the sign that parts must stand as itself
    'mailto:a..b@d', // dot-atom
    'mailto:.a@d',
    'mailto:a@d.',
    'mailto:a@-d',
    'mailto:a@d_e.example',
    'mailto:a@d:25',
    'mailto:a@[192.0.2.1]',
    'mailto:a/b@d', // RFC 6068 section 2: encoded
    'mailto:a#b@d',
    'mailto:a%4@d', // no percent-encoding
    'mailto:a%FF@d', // no UTF-8
    'mailto:a@d?subject=<x>',
    `mailto:a@${'d.'.repeat(130)}example`,
  ])('%s is none', (text) => expect(faultOf(text)).toBe('rua-mailto-syntax'))
})

describe('web addresses', () => {
  test.each([
    ['https://r.example/v1', 'r.example'],
    ['HTTPS://R.example/v1', 'r.example'],
    ['https://r.example', 'r.example'],
    ['https://h?x', 'h'], // an empty path is a path
    ['https://h/?', 'h'],
    ['https://r.example:8443/', 'r.example'],
    ['https://r.example:/', 'r.example'], // port = *DIGIT
    ['https://192.0.2.1/', '192.0.2.1'],
    ['https://[2001:db8::1]/', '[2001:db8::1]'],
    ['https://[v1.a:b]/', '[v1.a:b]'],
    ['https://r_1.example/', 'r_1.example'], // any reg-name
    ['https://r%41.example/', 'r%41.example'],
    ['https://r.example/a%2Cb%3Bc%21', 'r.example'],
    ['https://r.example/a?b=c/d?e@f:g#h', 'r.example'],
    ['https://r.example//a', 'r.example'],
  ])('%s', (text, host) =>
    expect(read(text)).toEqual({ uri: { scheme: 'https', uri: text, host, localPart: null } }),
  )

  test.each([
    'https:',
    'https://',
    'https:///x',
    'https:/r.example',
    'https:r.example',
    'https//r.example',
    'https://?x',
    'https://:443/',
    'https://user@r.example/',
    'https://user:secret@r.example/',
    'https://r.example:65536/',
    'https://r.example:port/',
    'https://[2001:db8::g]/',
    'https://[192.0.2.1]/',
    'https://[2001:db8::1/',
    'https://r.example/a b',
    'https://r.example/<a>',
    'https://r.example/%zz',
    'https://r.example/[a]',
    'https://r.example/a#b#c',
    '<https://r.example/>',
  ])('%s is none', (text) => expect(faultOf(text)).toBe('rua-https-syntax'))
})

test.each([
  ['http://r.example/', 'rua-scheme'],
  ['ftp://r.example/', 'rua-scheme'],
  ['tel:+123', 'rua-scheme'],
  ['a@d', 'rua-no-scheme'],
  ['r.example', 'rua-no-scheme'],
  ['r.example:443/x', 'rua-no-scheme'],
  ['mailto@d', 'rua-no-scheme'], // somebody's local part
  ['mailto:', 'rua-empty'],
  ['mailto:a@d!10m', 'rua-size-suffix'],
  ['mailto:a@d!10', 'rua-size-suffix'],
  ['mailto:a@d!10x', 'rua-unescaped'],
  ['https://r.example/a!b', 'rua-unescaped'],
  ['mailto:a@d\\', 'escaped'],
  ['mailto:a@d https://r.example/', 'rua-separator'],
])('%s: %s', (text, fault) => expect(faultOf(text)).toBe(fault))
