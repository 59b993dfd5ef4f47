import { nothing } from '../../../facts/build.ts'
import { isNowhere } from '../../../facts/host.ts'
import { DOMAIN, mx, seen } from '../../example.ts'
import { defineRule } from '../../rule.ts'

export const dnsExistence = defineRule({
  id: 'dns.existence',
  title: 'Whether the domain exists',
  needs: [],
  known: ['mx'],
  spec: [{ document: 'RFC 8020', section: '2' }],
  why: 'Nothing below a name that does not exist can exist: no mail server, no record, no policy.',
  messages: {
    'dns.nxdomain-domain': {
      severity: 'error',
      title: ({ domain }: { domain: string }) => `The domain \`${domain}\` does not exist`,
      advice: () =>
        'Check the spelling. If it is right, see whether the registration or the delegation has ended.',
    },
  },
  examples: {
    'dns.nxdomain-domain': seen(`${DOMAIN} MX: NXDOMAIN`, { mx: nothing(DOMAIN, 'MX') }),
  },
  quiet: mx('10 mail1.example.com'),
  check({ mx }, find) {
    // An alias whose target is gone is another story: the name itself exists.
    if (!isNowhere(mx)) return []
    const domain = mx.source.name
    return [find('dns.nxdomain-domain', { domain }, { about: domain })]
  },
})
