import { dnsSource, nothing } from '../../../facts/build.ts'
import { found } from '../../../facts/fact.ts'
import { DOMAIN, seen } from '../../example.ts'
import { defineRule } from '../../rule.ts'

const HOST = `mta-sts.${DOMAIN}`
const issue = (value: string) => ({ flags: 0, tag: 'issue', value })

export const dnsCaa = defineRule({
  id: 'dns.caa-set',
  title: 'Which certification authorities may serve the policy host',
  needs: ['caa'],
  spec: [{ document: 'RFC 8659', section: '3' }],
  demand: 'practice',
  why: 'A certificate can only be renewed at an authority that the CAA records allow. A lapsed one stops the policy.',
  messages: {
    'dns.caa': {
      severity: 'notice',
      title: ({ host, at, issuers }: { host: string; at: string; issuers: string[] }) =>
        issuers.length === 0
          ? `The CAA records at \`${at}\` allow no certification authority for \`${host}\``
          : `Certificates for \`${host}\` may come from ${issuers.map((name) => `\`${name}\``).join(', ')} only`,
      advice: () =>
        'See that the authority of your certificate is among them, or the next renewal fails.',
    },
  },
  examples: {
    'dns.caa': seen(`${DOMAIN} CAA 0 issue "letsencrypt.org"`, {
      caa: found(
        [
          {
            host: HOST,
            at: DOMAIN,
            records: found([issue('letsencrypt.org')], dnsSource(DOMAIN, 'CAA')),
          },
        ],
        dnsSource(HOST, 'CAA'),
      ),
    }),
  },
  quiet: seen(`${HOST} has no CAA records`, {
    caa: found(
      [{ host: HOST, at: DOMAIN, records: nothing(DOMAIN, 'CAA', 'nodata') }],
      dnsSource(HOST, 'CAA'),
    ),
  }),
  check({ caa }, find) {
    return caa.flatMap(({ host, at, records }) => {
      if (records.state !== 'found') return []
      const issue = records.value.filter(({ tag }) => tag.toLowerCase() === 'issue')
      // Without an issue property the set restricts nothing (RFC 8659 section 4.2).
      if (issue.length === 0) return []
      const issuers = issue
        .map(({ value }) => (value.split(';')[0] ?? '').trim())
        .filter((name) => name !== '')
      return [find('dns.caa', { host, at, issuers: [...new Set(issuers)] }, { about: at })]
    })
  },
})
