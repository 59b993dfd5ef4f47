import fc from 'fast-check'
import { expect, test } from 'vitest'
import { domainParameter } from './domain-parameter.ts'

const label63 = 'a'.repeat(63)

test.each([
  ['example.com', 'example.com'],
  ['EXAMPLE.Com', 'example.com'],
  ['example.com.', 'example.com'],
  ['xn--mller-kva.example', 'xn--mller-kva.example'],
  ['mta-sts.example.com', 'mta-sts.example.com'],
  [`${label63}.${label63}.${label63}.${'a'.repeat(53)}`, undefined],
])('%s is a domain', (text, domain = text) => {
  expect(domainParameter(text)).toBe(domain)
})

test.each([
  ['nothing', ''],
  ['one label', 'localhost'],
  ['a URL', 'https://example.com/'],
  ['a port', 'example.com:8080'],
  ['a path', 'example.com/x'],
  ['a user', 'a@example.com'],
  ['a query', 'example.com?x=.test'],
  ['a fragment', 'example.com#.test'],
  ['an address', '127.0.0.1'],
  ['a short address', '127.1'],
  ['a hexadecimal address', '0x7f.0x1'],
  ['an IPv6 address', '[::1]'],
  ['a number at the end', 'example.1'],
  ['blanks', ' example.com'],
  ['a line break', 'example.com\r\nHost: other.test'],
  ['a null', 'example.com\0.test'],
  ['an escape', '%65xample.com'],
  ['an empty label', 'example..com'],
  ['two final dots', 'example.com..'],
  ['an underscore', '_mta-sts.example.com'],
  ['a hyphen at the edge', '-a.example.com'],
  ['letters beyond ASCII', 'müller.example'],
  ['a full-width dot', 'example．com'],
  ['a long label', `${'a'.repeat(64)}.com`],
  ['a name without room for the policy host', `${`${label63}.`.repeat(3)}${'a'.repeat(54)}`],
])('%s is refused', (_what, text) => {
  expect(domainParameter(text)).toBeNull()
})

test('a missing parameter is refused', () => {
  expect(domainParameter(undefined)).toBeNull()
})

test('whatever passes is the host of the URL it is put into, and nothing else', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.domain(), fc.webUrl()), (text) => {
      const domain = domainParameter(text)
      if (domain === null) return
      expect(new URL(`https://mta-sts.${domain}/x`).host).toBe(`mta-sts.${domain}`)
    }),
    { numRuns: 500 },
  )
})
