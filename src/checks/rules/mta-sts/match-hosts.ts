import type { StsMode } from '../../../protocols/mta-sts/policy.ts'
import { matchesMxPattern } from '../../../protocols/mta-sts/mx-pattern.ts'
import { mailHosts, primaryHosts } from '../../../protocols/mx/mx.ts'
import { all, mx, policyFile, policyText } from '../../example.ts'
import { defineRule } from '../../rule.ts'
import { policyAt } from './policy-problems.ts'

interface Uncovered {
  host: string
  mode: StsMode
}

interface Hosts {
  hosts: string[]
}

const covers = (patterns: readonly string[], host: string): boolean =>
  patterns.some((pattern) => matchesMxPattern(pattern, host))

/**
 * The names in the MX records against the patterns of a usable policy (section 4.1). Each host has one finding at most:
 * `all-mx`, or a part in `no-mx-at-all-matches` when an enforced policy covers none of them. `backup-hidden` is about
 * the set: nobody notices before the primary servers are down.
 */
export const matchHosts = defineRule({
  id: 'sts.match.hosts',
  title: 'Whether the policy covers the mail servers',
  needs: ['mx', 'mtaStsPolicy'],
  spec: [
    { document: 'RFC 8461', section: '4.1' },
    { document: 'RFC 8461', section: '5' },
  ],
  why:
    'Senders hold the name in each MX record against the `mx` lines of the policy. A server that no line covers gets no ' +
    'mail from them when the policy is enforced, and is reported while it is tested.',
  messages: {
    'sts.match.no-mx-at-all-matches': {
      severity: 'error',
      title: ({ hosts }: Hosts) =>
        hosts.length === 1
          ? `The policy is enforced, but does not cover \`${hosts.join('')}\`, the only mail server`
          : 'The policy is enforced, but covers none of the mail servers',
      advice: ({ hosts }: Hosts) =>
        `Correct the policy file now: list ${hosts.map((host) => `\`${host}\``).join(', ')}. Then change the id in the record.`,
      why:
        'No sender that follows MTA-STS can deliver, Gmail and Microsoft 365 among them. Before they give up they look ' +
        'for a newer policy, so a quick correction still saves the mail.',
    },
    'sts.match.all-mx': {
      severity: ({ mode }: Uncovered) => (mode === 'enforce' ? 'error' : 'warning'),
      title: ({ host }: Uncovered) => `The policy does not cover the mail server \`${host}\``,
      advice: ({ host }: Uncovered) =>
        `Add the line \`mx: ${host}\` to the policy file, then change the id in the record.`,
    },
    'sts.match.backup-hidden': {
      severity: 'warning',
      title: () => 'Only backup mail servers are missing from the policy, so all seems well',
      advice: () => 'List the backups too, or remove their MX records.',
      why: 'You would notice on the day when the primary servers are down and the backups are refused as well.',
    },
  },
  examples: {
    'sts.match.no-mx-at-all-matches': all(
      mx('10 mx.newprovider.example'),
      policyFile(policyText({ mx: ['mail.oldprovider.example'] })),
    ),
    'sts.match.all-mx': all(
      mx('10 mail1.example.com', '10 mail2.example.com'),
      policyFile(policyText({ mx: ['mail1.example.com'] })),
    ),
    'sts.match.backup-hidden': all(
      mx('10 mail1.example.com', '20 backup.example.net'),
      policyFile(policyText({ mx: ['mail1.example.com'] })),
    ),
  },
  quiet: all(mx('10 mail1.example.com', '20 mail2.example.com'), policyFile(policyText())),
  fix: 'mta-sts-policy',
  check({ mx, mtaStsPolicy, source }, find) {
    const policy = mtaStsPolicy.value
    if (policy === null || policy.mode === 'none') return []
    const { mode } = policy
    const hosts = mailHosts(mx)
    const missing = hosts.filter((host) => !covers(policy.mx, host))
    if (missing.length === 0) return []
    const about = source('mtaStsPolicy').name
    const last = mtaStsPolicy.fields.mx.at(-1)
    const at = last === undefined ? { about } : policyAt(about, last.span)
    if (mode === 'enforce' && missing.length === hosts.length)
      return [find('sts.match.no-mx-at-all-matches', { hosts }, at)]
    const primary = primaryHosts(mx)
    const isHidden = !missing.some((host) => primary.includes(host))
    return [
      ...missing.map((host) => find('sts.match.all-mx', { host, mode }, at)),
      ...(isHidden ? [find('sts.match.backup-hidden', {}, at)] : []),
    ]
  },
})
