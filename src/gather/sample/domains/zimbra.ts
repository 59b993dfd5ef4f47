import type { Sample } from './sample.ts'

/** As the talk that this project started from publishes it, letter by letter. */
export const zimbra: Sample = {
  domain: 'zimbra.example',
  sentence:
    'From a conference talk: a capital V in the record, a wildcard for its own domain, and a policy kept for a year.',
  world: {
    dns: {
      'zimbra.example MX': ['10 mail1.zimbra.example', '20 mail2.zimbra.example'],
      'zimbra.example TXT': ['v=spf1 mx -all'],
      'zimbra.example SOA': ['ns1.zimbra.example hostmaster.zimbra.example 2022051001 3600'],
      'zimbra.example NS': ['ns1.zimbra.example', 'ns2.zimbra.example'],
      '_dmarc.zimbra.example TXT': ['v=DMARC1; p=quarantine; rua=mailto:dmarc@zimbra.example'],
      'mail1.zimbra.example A': ['198.51.100.11'],
      'mail1.zimbra.example AAAA': ['2001:db8:21::11'],
      'mail2.zimbra.example A': ['198.51.100.12'],
      'mail2.zimbra.example AAAA': ['2001:db8:21::12'],
      '_mta-sts.zimbra.example TXT': ['v=STSV1; id=2022051001;'],
      'mta-sts.zimbra.example A': ['198.51.100.20'],
      'mta-sts.zimbra.example AAAA': ['2001:db8:21::20'],
      '_smtp._tls.zimbra.example TXT': ['v=TLSRPTv1; rua=mailto:tlsreports@zimbra.example'],
      // As the text of the slide has it: a small L in the place of the capital I.
      'default._bimi.zimbra.example TXT': ['v=BIMl1; l=https://zimbra.example/logo.svg;'],
      'zimbra.example A': ['198.51.100.21'],
      'zimbra.example AAAA': ['2001:db8:21::21'],
    },
    http: {
      'zimbra.example': {
        lines: [
          'version: STSv1',
          'mode: testing',
          'mx: mail1.zimbra.example',
          'mx: mail2.zimbra.example',
          'mx: *.zimbra.example',
          'max_age: 31557600',
        ],
        tls: { protocol: 'TLSv1.3', trusted: true, chain: [] },
        remoteAddress: '198.51.100.20',
      },
    },
  },
}
