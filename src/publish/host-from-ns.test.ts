import { expect, test } from 'vitest'
import { formatsFor, hostFromNs } from './host-from-ns.ts'
import { RECORD_FORMATS } from './record-formats.ts'

const IDS = RECORD_FORMATS.map(({ id }) => id)

test.each([
  [['adam.ns.cloudflare.com', 'eva.ns.cloudflare.com'], 'Cloudflare', 'cloudflare'],
  [['ns-1.awsdns-00.com', 'ns-2000.awsdns-58.co.uk'], 'Amazon Route 53', 'route53'],
  [['ns-cloud-a1.googledomains.com'], 'Google Cloud DNS', 'google-cloud'],
  [['ns1.googledomains.com'], 'Squarespace', 'panel'],
  [['ns1-05.azure-dns.com', 'ns2-05.azure-dns.net'], 'Azure DNS', 'azure'],
  [['ns37.domaincontrol.com'], 'GoDaddy', 'panel'],
  [['dns1.registrar-servers.com'], 'Namecheap', 'panel'],
  [['ns1031.ui-dns.biz'], 'IONOS', 'panel'],
  [['dns200.anycast.me', 'ns200.anycast.me'], 'OVHcloud', 'panel'],
  [['helium.ns.hetzner.de'], 'Hetzner', 'panel'],
])('%j is %s', (servers, name, first) => {
  const host = hostFromNs(servers, 'example.com')
  expect(host?.name).toBe(name)
  expect(formatsFor(host, IDS)[0]).toBe(first)
})

test('case and final dots do not matter', () => {
  expect(hostFromNs(['NS37.DomainControl.COM.'], 'example.com')?.name).toBe('GoDaddy')
})

test('whole labels count', () => {
  expect(hostFromNs(['ns1.mydomaincontrol.com'], 'example.com')).toBe(null)
  expect(hostFromNs(['ns1.awsdns-01.com.evil.example'], 'example.com')).toBe(null)
})

test('servers within the zone are servers of its own', () => {
  const host = hostFromNs(['ns1.example.com', 'ns2.example.com'], 'example.com')
  expect(host?.name).toBe(null)
  expect(formatsFor(host, IDS).slice(0, 2)).toEqual(['bind', 'nsupdate'])
})

test('vanity names of nobody known count less than the many', () => {
  const mixed = ['ns1.example.com', 'ns1.dnsimple.com', 'ns2.dnsimple.com']
  expect(hostFromNs(mixed, 'example.com')?.name).toBe('DNSimple')
})

test('nobody known: the fields of a panel come first', () => {
  expect(hostFromNs(['ns.somewhere.example'], 'example.com')).toBe(null)
  expect(hostFromNs([], 'example.com')).toBe(null)
  expect(formatsFor(null, IDS)).toEqual(IDS)
})

test('every format is offered once, whoever the host is', () => {
  for (const server of ['adam.ns.cloudflare.com', 'ns1.example.com', 'ns1-05.azure-dns.com']) {
    const formats = formatsFor(hostFromNs([server], 'example.com'), IDS)
    expect([...formats].sort()).toEqual([...IDS].sort())
  }
})

test('the providers of Terraform stand beside their own tools', () => {
  const formats = formatsFor(hostFromNs(['ns-1.awsdns-00.com'], 'example.com'), IDS)
  expect(formats.slice(0, 3)).toEqual(['route53', 'terraform-aws', 'panel'])
})
