import type { Sample } from './sample.ts'

const WEB_SITE = 'https://www.moved.example/.well-known/mta-sts.txt'

export const moved: Sample = {
  domain: 'moved.example',
  sentence:
    'After a move: two records in place of one, a policy host that redirects, a new mail server, and no reports.',
  world: {
    dns: {
      'moved.example MX': ['10 mail.moved.example', '20 in.newhome.example'],
      'moved.example TXT': ['v=spf1 mx ~all'],
      'moved.example SOA': ['ns1.newhome.example hostmaster.newhome.example 2026070201 3600'],
      'moved.example NS': ['ns1.newhome.example', 'ns2.newhome.example'],
      '_dmarc.moved.example TXT': ['v=DMARC1; p=none; rua=mailto:dmarc@moved.example'],
      'mail.moved.example A': ['198.51.100.31'],
      'mail.moved.example AAAA': ['2001:db8:30::31'],
      'newhome.example SOA': ['ns1.newhome.example hostmaster.newhome.example 2026070101 3600'],
      'in.newhome.example A': ['203.0.113.40'],
      'in.newhome.example AAAA': ['2001:db8:40::40'],
      '_mta-sts.moved.example TXT': ['v=STSv1; id=2022022401;', 'v=STSv1; id=2022051701;'],
      'mta-sts.moved.example CNAME': ['web.newhome.example'],
      'web.newhome.example A': ['203.0.113.41'],
      'web.newhome.example AAAA': ['2001:db8:40::41'],
    },
    http: {
      'moved.example': {
        status: 301,
        location: WEB_SITE,
        mediaType: 'text/html; charset=utf-8',
        // Whoever follows the redirect finds a policy that does not know the second mail server.
        lines: [`<a href="${WEB_SITE}">Moved Permanently</a>.`],
        tls: { protocol: 'TLSv1.3', trusted: true, chain: [] },
        remoteAddress: '203.0.113.41',
      },
    },
  },
}
