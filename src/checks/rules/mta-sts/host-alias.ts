import { isNobodysHost } from '../../../facts/announced.ts'
import { aliasesOf, hasAddress } from '../../../facts/host.ts'
import { defineRule } from '../../rule.ts'
import { aliasedHost, policyHost } from './policy-host-example.ts'

interface Alias {
  host: string
  target: string
}

export const hostAlias = defineRule({
  id: 'sts.host.alias',
  title: 'Whether the policy host is an alias',
  needs: ['policyHost'],
  reads: ['mtaStsRecord', 'wildcard'],
  spec: [{ document: 'RFC 8461', section: '8.2' }],
  demand: 'practice',
  why: 'An alias is allowed. Whoever runs its target serves your policy.',
  messages: {
    'sts.host.cname': {
      severity: 'notice',
      title: ({ host, target }: Alias) =>
        `The policy host \`${host}\` is an alias of \`${target}\``,
      advice: ({ host }: Alias) =>
        `See that the server presents a certificate for \`${host}\`, not only for its own name.`,
    },
  },
  examples: { 'sts.host.cname': aliasedHost('user.github.io', '192.0.2.5', '2001:db8::5') },
  quiet: policyHost('192.0.2.5', '2001:db8::5'),
  check({ policyHost: host, mtaStsRecord, wildcard }, find) {
    const target = aliasesOf(host).at(-1)?.target
    if (target === undefined || !hasAddress(host)) return []
    if (isNobodysHost(mtaStsRecord, host, wildcard)) return []
    return [find('sts.host.cname', { host: host.name, target }, { about: host.name })]
  },
})
