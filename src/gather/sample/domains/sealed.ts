import type { Sample } from './sample.ts'

const signed = (records: string[]) => ({ records, authenticated: true })

export const sealed: Sample = {
  domain: 'sealed.example',
  sentence: 'Everything is right: a policy that is enforced, reports that arrive, a signed zone.',
  world: {
    dns: {
      'sealed.example MX': signed(['10 mail1.sealed.example', '20 mail2.sealed.example']),
      'sealed.example TXT': signed(['v=spf1 mx -all']),
      'sealed.example SOA': signed([
        'ns1.sealed.example hostmaster.sealed.example 2026083101 3600',
      ]),
      'sealed.example NS': signed(['ns1.sealed.example', 'ns2.sealed.example']),
      'sealed.example CAA': signed(['0 issue "ca.example"']),
      'sealed.example DS': signed([
        '60485 13 2 2BB183AF5F22588179A53B0A98631FAD1A292118B3D6F4F6F2E6E6F3C1B4A7D0',
      ]),
      '_dmarc.sealed.example TXT': signed(['v=DMARC1; p=reject; rua=mailto:dmarc@sealed.example']),
      'mail1.sealed.example A': signed(['192.0.2.11']),
      'mail1.sealed.example AAAA': signed(['2001:db8:5ea1::11']),
      'mail2.sealed.example A': signed(['192.0.2.12']),
      'mail2.sealed.example AAAA': signed(['2001:db8:5ea1::12']),
      '_25._tcp.mail1.sealed.example TLSA': signed([
        '3 1 1 8CB0FC6C527506A053F4F14C8464BEBBD6DEDE2738D11468DD953D7D6A3021F1',
      ]),
      '_25._tcp.mail2.sealed.example TLSA': signed([
        '3 1 1 0B9FA5A59EED715C26C1020C711B4F6EC42D58B0015E14337A39DAD301C5AFC3',
      ]),
      '_mta-sts.sealed.example TXT': signed(['v=STSv1; id=2026083101']),
      'mta-sts.sealed.example A': signed(['192.0.2.20']),
      'mta-sts.sealed.example AAAA': signed(['2001:db8:5ea1::20']),
      '_smtp._tls.sealed.example TXT': signed([
        'v=TLSRPTv1; rua=mailto:tls-reports@sealed.example',
      ]),
    },
    http: {
      'sealed.example': {
        lines: [
          'version: STSv1',
          'mode: enforce',
          'mx: mail1.sealed.example',
          'mx: mail2.sealed.example',
          'max_age: 10368000',
        ],
        tls: { protocol: 'TLSv1.3', trusted: true, chain: [] },
        remoteAddress: '192.0.2.20',
      },
    },
  },
}
