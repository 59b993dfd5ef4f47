// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest'
import { keepResolverChoice, readResolverUrl, resolverChoice, resolverHost } from './settings.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  localStorage.clear()
})

test.each([
  ['https://dns.example/dns-query', 'https://dns.example/dns-query'],
  [' HTTPS://DNS.Example/q?token=1 ', 'https://dns.example/q?token=1'],
  ['https://dns.example/dns-query{?dns}', 'https://dns.example/dns-query'],
  ['https://dns.example:8443/', 'https://dns.example:8443/'],
  ['http://dns.example/dns-query', null],
  ['dns.example', null],
  ['https://', null],
  ['https://me:secret@dns.example/', null],
  ['javascript:alert(1)', null],
  [`https://dns.example/${'a'.repeat(2000)}`, null],
])('%s as a resolver of one’s own', (typed, url) => expect(readResolverUrl(typed)).toBe(url))

test.each(['site', 'cloudflare', 'google', 'https://dns.example/dns-query'] as const)(
  '%s is kept',
  (choice) => {
    keepResolverChoice(choice)
    expect(resolverChoice()).toBe(choice)
    keepResolverChoice('automatic')
    expect(localStorage.length).toBe(0)
    expect(resolverChoice()).toBe('automatic')
  },
)

test.each(['quad9', 'http://dns.example', '{"a":1}', ''])('storage that holds %j', (kept) => {
  localStorage.setItem('signet.resolver', kept)
  expect(resolverChoice()).toBe('automatic')
})

test('storage that is closed', () => {
  const closed = () => {
    throw new DOMException('closed', 'SecurityError')
  }
  vi.stubGlobal('localStorage', { getItem: closed, setItem: closed, removeItem: closed })
  expect(() => keepResolverChoice('google')).not.toThrow()
  expect(resolverChoice()).toBe('automatic')
})

test.each([
  ['automatic', true, 'site'],
  ['automatic', false, 'cloudflare-dns.com'],
  ['site', true, 'site'],
  ['site', false, 'cloudflare-dns.com'],
  ['cloudflare', true, 'cloudflare-dns.com'],
  ['google', true, 'dns.google'],
  ['https://dns.example:8443/q', true, 'dns.example:8443'],
] as const)('%s, with a resolver here: %s', (choice, here, host) =>
  expect(resolverHost(choice, here)).toBe(host),
)
