import { sampleLogo } from '../sample-logo.ts'
import type { Sample } from './sample.ts'

const LOGO = 'https://cdn.partial.example/logo.svg'

export const partial: Sample = {
  domain: 'partial.example',
  sentence:
    'DMARC that holds by halves: for half of the mail (`pct=50`) and for no sub-domain (`sp=none`).',
  world: {
    dns: {
      'partial.example MX': ['10 mail.partial.example'],
      'partial.example TXT': ['v=spf1 mx -all'],
      'partial.example SOA': ['ns1.partial.example hostmaster.partial.example 2026032001 3600'],
      'partial.example NS': ['ns1.partial.example', 'ns2.partial.example'],
      'mail.partial.example A': ['203.0.113.71'],
      'mail.partial.example AAAA': ['2001:db8:9a27::71'],
      '_dmarc.partial.example TXT': [
        'v=DMARC1; p=quarantine; sp=none; pct=50; rua=mailto:dmarc@partial.example',
      ],
      'default._bimi.partial.example TXT': [`v=BIMI1; l=${LOGO}`],
      'cdn.partial.example A': ['203.0.113.72'],
      'cdn.partial.example AAAA': ['2001:db8:9a27::72'],
    },
    http: {},
    files: {
      [LOGO]: {
        text: sampleLogo('Partial Example', '#6B3E75', '#FBF8F2'),
        tls: { protocol: 'TLSv1.3', trusted: true, chain: [] },
        remoteAddress: '203.0.113.72',
        hops: [],
      },
    },
  },
}
