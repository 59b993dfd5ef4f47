import type { Sample } from './sample.ts'

export const ready: Sample = {
  domain: 'ready.example',
  sentence: 'A policy in testing mode with nothing left to repair: it can be enforced.',
  world: {
    dns: {
      'ready.example MX': ['10 mx1.ready.example', '20 mx2.ready.example'],
      'ready.example TXT': ['v=spf1 mx -all'],
      'ready.example SOA': ['ns1.ready.example hostmaster.ready.example 2026081001 3600'],
      'ready.example NS': ['ns1.ready.example', 'ns2.ready.example'],
      '_dmarc.ready.example TXT': ['v=DMARC1; p=reject; rua=mailto:dmarc@ready.example'],
      'mx1.ready.example A': ['203.0.113.11'],
      'mx1.ready.example AAAA': ['2001:db8:4ead::11'],
      'mx2.ready.example A': ['203.0.113.12'],
      'mx2.ready.example AAAA': ['2001:db8:4ead::12'],
      '_mta-sts.ready.example TXT': ['v=STSv1; id=2026081001'],
      'mta-sts.ready.example A': ['203.0.113.20'],
      'mta-sts.ready.example AAAA': ['2001:db8:4ead::20'],
      '_smtp._tls.ready.example TXT': ['v=TLSRPTv1; rua=mailto:tls-reports@ready.example'],
    },
    http: {
      'ready.example': {
        lines: [
          'version: STSv1',
          'mode: testing',
          'mx: mx1.ready.example',
          'mx: mx2.ready.example',
          'max_age: 604800',
        ],
        tls: { protocol: 'TLSv1.3', trusted: true, chain: [] },
        remoteAddress: '203.0.113.20',
      },
    },
  },
}
