import { sampleLogo } from '../sample-logo.ts'
import type { Sample } from './sample.ts'

const LOGO = 'https://brand.example/bimi/logo.svg'

export const brand: Sample = {
  domain: 'brand.example',
  sentence:
    'A logo that may be shown: DMARC at reject, a record in order, the logo served as it should be.',
  world: {
    dns: {
      'brand.example MX': ['10 mail1.brand.example', '20 mail2.brand.example'],
      'brand.example TXT': ['v=spf1 mx -all'],
      'brand.example SOA': ['ns1.brand.example hostmaster.brand.example 2026081501 3600'],
      'brand.example NS': ['ns1.brand.example', 'ns2.brand.example'],
      'brand.example A': ['192.0.2.80'],
      'brand.example AAAA': ['2001:db8:b4a::80'],
      'mail1.brand.example A': ['192.0.2.81'],
      'mail1.brand.example AAAA': ['2001:db8:b4a::81'],
      'mail2.brand.example A': ['192.0.2.82'],
      'mail2.brand.example AAAA': ['2001:db8:b4a::82'],
      '_dmarc.brand.example TXT': ['v=DMARC1; p=reject; rua=mailto:dmarc@brand.example'],
      'default._bimi.brand.example TXT': [`v=BIMI1; l=${LOGO}`],
      '_mta-sts.brand.example TXT': ['v=STSv1; id=2026081501'],
      'mta-sts.brand.example A': ['192.0.2.83'],
      'mta-sts.brand.example AAAA': ['2001:db8:b4a::83'],
      '_smtp._tls.brand.example TXT': ['v=TLSRPTv1; rua=mailto:tls-reports@brand.example'],
    },
    http: {
      'brand.example': {
        lines: [
          'version: STSv1',
          'mode: enforce',
          'mx: mail1.brand.example',
          'mx: mail2.brand.example',
          'max_age: 2592000',
        ],
        tls: { protocol: 'TLSv1.3', trusted: true, chain: [] },
        remoteAddress: '192.0.2.83',
      },
    },
    files: {
      [LOGO]: {
        text: sampleLogo('Brand Example', '#1D3F72', '#F4F1EA'),
        tls: { protocol: 'TLSv1.3', trusted: true, chain: [] },
        remoteAddress: '192.0.2.80',
        hops: [],
      },
    },
  },
}
