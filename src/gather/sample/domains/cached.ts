import type { Sample } from './sample.ts'

export const cached: Sample = {
  domain: 'cached.example',
  sentence: 'An enforced policy that senders forget after an hour, which protects next to nothing.',
  world: {
    dns: {
      'cached.example MX': ['10 mx.cached.example', '10 mx2.cached.example'],
      'cached.example TXT': ['v=spf1 mx -all'],
      'cached.example SOA': ['ns1.cached.example hostmaster.cached.example 2026060301 3600'],
      'cached.example NS': ['ns1.cached.example', 'ns2.cached.example'],
      '_dmarc.cached.example TXT': ['v=DMARC1; p=reject; rua=mailto:dmarc@cached.example'],
      'mx.cached.example A': ['192.0.2.51'],
      'mx.cached.example AAAA': ['2001:db8:50::51'],
      'mx2.cached.example A': ['192.0.2.52'],
      'mx2.cached.example AAAA': ['2001:db8:50::52'],
      '_mta-sts.cached.example TXT': ['v=STSv1; id=2026060301'],
      'mta-sts.cached.example A': ['192.0.2.60'],
      'mta-sts.cached.example AAAA': ['2001:db8:50::60'],
      '_smtp._tls.cached.example TXT': ['v=TLSRPTv1; rua=mailto:tls-reports@cached.example'],
    },
    http: {
      'cached.example': {
        lines: [
          'version: STSv1',
          'mode: enforce',
          'mx: mx.cached.example',
          'mx: mx2.cached.example',
          'max_age: 3600',
        ],
        tls: { protocol: 'TLSv1.3', trusted: true, chain: [] },
        remoteAddress: '192.0.2.60',
      },
    },
  },
}
