import type { Sample } from './sample.ts'

export const modest: Sample = {
  domain: 'modest.example',
  sentence: 'A domain that wants no logo shown, and says so with an empty BIMI record.',
  world: {
    dns: {
      'modest.example MX': ['10 mail.modest.example'],
      'modest.example TXT': ['v=spf1 mx -all'],
      'modest.example SOA': ['ns1.modest.example hostmaster.modest.example 2026021201 3600'],
      'modest.example NS': ['ns1.modest.example', 'ns2.modest.example'],
      'mail.modest.example A': ['192.0.2.91'],
      'mail.modest.example AAAA': ['2001:db8:30d::91'],
      '_dmarc.modest.example TXT': ['v=DMARC1; p=reject; rua=mailto:dmarc@modest.example'],
      'default._bimi.modest.example TXT': ['v=BIMI1; l=; a=;'],
    },
    http: {},
  },
}
