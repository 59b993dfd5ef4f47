import { sampleLogo } from '../sample-logo.ts'
import type { Sample } from './sample.ts'

const LOGO = 'https://watching.example/logo.svg'

export const watching: Sample = {
  domain: 'watching.example',
  sentence:
    'Why does the logo not show: the record is in order, but DMARC only watches (`p=none`).',
  world: {
    dns: {
      'watching.example MX': ['10 mail.watching.example'],
      'watching.example TXT': ['v=spf1 mx ~all'],
      'watching.example SOA': ['ns1.watching.example hostmaster.watching.example 2026051101 3600'],
      'watching.example NS': ['ns1.watching.example', 'ns2.watching.example'],
      'watching.example A': ['198.51.100.60'],
      'watching.example AAAA': ['2001:db8:3a7c::60'],
      'mail.watching.example A': ['198.51.100.61'],
      'mail.watching.example AAAA': ['2001:db8:3a7c::61'],
      '_dmarc.watching.example TXT': ['v=DMARC1; p=none; rua=mailto:dmarc@watching.example'],
      'default._bimi.watching.example TXT': [`v=BIMI1; l=${LOGO}`],
    },
    http: {},
    files: {
      [LOGO]: {
        text: sampleLogo('Watching Example', '#2F5D3A', '#F7F4EC'),
        tls: { protocol: 'TLSv1.3', trusted: true, chain: [] },
        remoteAddress: '198.51.100.60',
        hops: [],
      },
    },
  },
}
