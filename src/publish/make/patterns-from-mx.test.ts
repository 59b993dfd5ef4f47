import { describe, expect, test } from 'vitest'
import { coverage, patternsFromMx } from './patterns-from-mx.ts'

const patterns = (...hosts: string[]) => patternsFromMx(hosts).patterns

test.each<[string, string[], string[]]>([
  [
    'each host once, in order',
    ['b.example.com', 'a.example.com', 'b.example.com'],
    ['b.example.com', 'a.example.com'],
  ],
  ['lower case, no final dot', ['Mail.Example.COM.'], ['mail.example.com']],
  ['A-labels', ['müller.example'], ['xn--mller-kva.example']],
  ['a null MX names none', [''], []],
  ['an address is no name', ['192.0.2.1'], []],
  [
    'never a wildcard of one’s own',
    ['mail1.example.com', 'mail2.example.com'],
    ['mail1.example.com', 'mail2.example.com'],
  ],
])('%s', (_what, hosts, expected) => {
  expect(patterns(...hosts)).toEqual(expected)
})

test('hosts that no line can name are told', () => {
  expect(patternsFromMx(['mail_1.example.com', '192.0.2.1', 'mail2.example.com'])).toMatchObject({
    patterns: ['mail2.example.com'],
    unlistable: ['mail_1.example.com', '192.0.2.1'],
  })
})

describe('providers explain, and decide nothing', () => {
  const hints = (...hosts: string[]) =>
    patternsFromMx(hosts).providers.map(({ provider, usual, left }) => [provider.id, usual, left])

  test.each<[string[], [string, string[], string[]][]]>([
    [
      ['example-com.mail.protection.outlook.com'],
      [['microsoft-365', ['*.mail.protection.outlook.com'], []]],
    ],
    // Two labels stand under mx.microsoft: no wildcard of it would match.
    [['example-com.j-v1.mx.microsoft'], [['microsoft-365-dane', [], []]]],
    [
      ['aspmx.l.google.com', 'alt1.aspmx.l.google.com'],
      [['google-workspace', ['aspmx.l.google.com', '*.aspmx.l.google.com'], []]],
    ],
    [['smtp.google.com'], [['google-workspace', ['smtp.google.com'], []]]],
    [
      ['mail1.example.com', 'in1-smtp.messagingengine.com'],
      [['fastmail', ['*.messagingengine.com'], []]],
    ],
    [['mail1.example.com'], []],
  ])('%s', (hosts, expected) => {
    expect(hints(...hosts)).toEqual(expected)
    expect(patterns(...hosts)).toEqual(hosts)
  })

  test('hosts of a provider that its usual lines leave out', () => {
    expect(hints('mx.zoho.com', 'deep.mx.zoho.com')).toEqual([
      ['zoho', ['*.zoho.com'], ['deep.mx.zoho.com']],
    ])
  })
})

test.each([
  ['mail.example.com', 'mail.example.com.', true],
  ['*.example.com', 'Mail.Example.com', true],
  ['*.example.com', 'example.com', false],
  ['*.example.com', 'a.b.example.com', false],
  ['*.mx.microsoft', 'example-com.j-v1.mx.microsoft', false],
  ['*.j-v1.mx.microsoft', 'example-com.j-v1.mx.microsoft', true],
  ['*.aspmx.l.google.com', 'aspmx.l.google.com', false],
])('%s and %s', (pattern, host, isCovered) => {
  const [cover] = coverage([host], ['other.example.net', pattern])
  expect(cover?.by).toBe(isCovered ? pattern : null)
})
