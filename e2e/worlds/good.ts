/** An ordinary domain with everything in place: its own two mail servers, a signed zone, an enforced policy. */
import type { World } from '../../src/gather/sample/world.ts'

export const DOMAIN = 'example.com'

const signed = (...records: string[]) => ({ records, authenticated: true })

export const LOGO_ADDRESS = 'https://example.com/bimi/logo.svg'

/** A square of one colour: enough of a logo to be shown. */
export const LOGO =
  '<svg xmlns="http://www.w3.org/2000/svg" version="1.2" baseProfile="tiny-ps" viewBox="0 0 64 64">' +
  '<title>Example</title><rect width="64" height="64" fill="#1d3a6b"/></svg>'

export const GOOD_POLICY = [
  'version: STSv1',
  'mode: enforce',
  'mx: mail1.example.com',
  'mx: mail2.example.com',
  'max_age: 2592000',
]

export const good: World = {
  dns: {
    'example.com MX': signed('10 mail1.example.com', '20 mail2.example.com'),
    'example.com TXT': signed('v=spf1 mx -all'),
    'example.com SOA': signed('ns1.example.com hostmaster.example.com 2026083101 3600'),
    'example.com NS': signed('ns1.example.com', 'ns2.example.com'),
    'mail1.example.com A': signed('1.1.1.10'),
    'mail1.example.com AAAA': signed('2606:4700::10'),
    'mail2.example.com A': signed('1.1.1.11'),
    'mail2.example.com AAAA': signed('2606:4700::11'),
    '_mta-sts.example.com TXT': signed('v=STSv1; id=2026083101;'),
    'mta-sts.example.com A': signed('1.1.1.20'),
    'mta-sts.example.com AAAA': signed('2606:4700::20'),
    '_smtp._tls.example.com TXT': signed('v=TLSRPTv1; rua=mailto:tls@example.com'),
    '_dmarc.example.com TXT': signed('v=DMARC1; p=reject; rua=mailto:dmarc@example.com'),
    'default._bimi.example.com TXT': signed(`v=BIMI1; l=${LOGO_ADDRESS}`),
    'example.com A': signed('1.1.1.30'),
  },
  http: {
    'example.com': {
      lines: GOOD_POLICY,
      tls: { protocol: 'TLSv1.3', trusted: true, chain: [] },
      remoteAddress: '1.1.1.20',
    },
  },
  files: {
    [LOGO_ADDRESS]: {
      text: LOGO,
      mediaType: 'image/svg+xml',
      tls: { protocol: 'TLSv1.3', trusted: true, chain: [] },
    },
  },
}
