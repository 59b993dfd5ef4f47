import { expect, test } from 'vitest'
import { isPublicSuffix, publicSuffixOf, registrableDomainOf } from './public-suffix.ts'

test.each([
  ['mail.example.com', 'com', 'example.com'],
  ['mail.example.co.uk', 'co.uk', 'example.co.uk'],
  ['co.uk', 'co.uk', null],
  ['a.b.github.io', 'github.io', 'b.github.io'], // private section
  ['mail.zimbra.example', 'example', 'zimbra.example'], // unlisted: the default rule
  ['xn--mller-kva.de', 'de', 'xn--mller-kva.de'],
  ['_mta-sts.example.com', 'com', 'example.com'],
  ['192.0.2.1', null, null],
  ['', null, null],
])('%s', (name, suffix, domain) => {
  expect(publicSuffixOf(name)).toBe(suffix)
  expect(registrableDomainOf(name)).toBe(domain)
})

test.each([
  ['com', true],
  ['CO.UK', true],
  ['github.io', true],
  ['example', true],
  ['example.com', false],
  ['mail.protection.outlook.com', false],
  ['', false],
])('%s is a public suffix: %s', (name, expected) => expect(isPublicSuffix(name)).toBe(expected))
