import { expect, test } from 'vitest'
import { nameservers } from './resolv-conf.ts'
import { isResolverUrl } from './resolver-url.ts'
import { askUpstream, serverOf } from './upstream.ts'

test.each([
  ['192.0.2.1', { address: '192.0.2.1', port: 53 }],
  ['192.0.2.1:5353', { address: '192.0.2.1', port: 5353 }],
  ['2001:db8::1', { address: '2001:db8::1', port: 53 }],
  ['[2001:db8::1]', { address: '2001:db8::1', port: 53 }],
  ['[::1]:5353', { address: '::1', port: 5353 }],
])('%s is a server', (text, server) => {
  expect(serverOf(text)).toEqual(server)
})

test.each([
  '',
  'dns.test',
  '192.0.2',
  '192.0.2.1:',
  '192.0.2.1:0',
  '192.0.2.1:65536',
  '[::1',
  ':53',
])('%s is none', (text) => {
  expect(serverOf(text)).toBeNull()
  expect(() => askUpstream(text)).toThrow('neither an address')
})

test.each([
  ['https://dns.test/dns-query', true],
  ['http://127.0.0.1:8053/dns-query', true],
  ['http://127.9.9.9/dns-query', true],
  ['http://localhost:8053/', true],
  ['http://[::1]:8053/', true],
  ['http://dns.test/dns-query', false],
  ['http://127.0.0.1.dns.test/', false],
  ['http://10.0.0.1/', false],
  ['tls://dns.test', false],
  ['dns.test', false],
])('%s as a resolver: %s', (text, allowed) => {
  expect(isResolverUrl(text)).toBe(allowed)
})

test('the nameserver lines of resolv.conf, the first three', () => {
  const text = [
    '# nameserver 192.0.2.9',
    'search example.com',
    'nameserver 192.0.2.1 # office',
    'nameserver\t2001:db8::1',
    ' nameserver 192.0.2.8',
    'nameserver fe80::1%eth0',
    'nameserver 192.0.2.7',
  ].join('\n')
  expect(nameservers(text)).toEqual([
    { address: '192.0.2.1', port: 53 },
    { address: '2001:db8::1', port: 53 },
    { address: 'fe80::1%eth0', port: 53 },
  ])
})

test('without any the machine itself is asked', () => {
  expect(nameservers('search example.com\n')).toEqual([{ address: '127.0.0.1', port: 53 }])
})
