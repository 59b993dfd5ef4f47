import type { Sample } from './sample.ts'

export const nomail: Sample = {
  domain: 'nomail.example',
  sentence: 'A domain that takes no mail and says so: a null MX, and nothing to protect.',
  world: {
    dns: {
      'nomail.example MX': ['0 .'],
      'nomail.example A': ['192.0.2.70'],
      'nomail.example TXT': ['v=spf1 -all'],
      'nomail.example SOA': ['ns1.nomail.example hostmaster.nomail.example 2026010101 3600'],
      'nomail.example NS': ['ns1.nomail.example', 'ns2.nomail.example'],
      '_dmarc.nomail.example TXT': ['v=DMARC1; p=reject'],
    },
    http: {},
  },
}
