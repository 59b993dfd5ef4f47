import { isNobodysHost } from '../../../facts/announced.ts'
import { addressesOfHost } from '../../../facts/host.ts'
import { unreachableUse } from '../../../protocols/dns/address.ts'
import { defineRule } from '../../rule.ts'
import { policyHost } from './policy-host-example.ts'

interface Host {
  host: string
}

interface Address extends Host {
  address: string
  use: string
}

export const hostReachable = defineRule({
  id: 'sts.host.addresses',
  title: 'The addresses of the policy host',
  needs: ['policyHost'],
  reads: ['mtaStsRecord', 'wildcard'],
  spec: [{ document: 'RFC 8461', section: '3.3' }],
  why: 'Every sender on the Internet must be able to fetch the policy from this host.',
  messages: {
    'sts.host.private-ip': {
      severity: 'error',
      title: ({ host, address, use }: Address) =>
        `The address \`${address}\` of \`${host}\` is for ${use} use, not for the Internet`,
      advice: ({ host }: Address) => `Publish the public address of \`${host}\`.`,
      why: 'Senders cannot reach it, so they see no policy.',
    },
    'sts.host.ipv6-only': {
      severity: 'warning',
      demand: 'practice',
      title: ({ host }: Host) => `The policy host \`${host}\` has no IPv4 address`,
      advice: () => 'Add an A record.',
      why: 'Many senders fetch the policy over IPv4 only.',
    },
    'sts.host.ipv4-only': {
      severity: 'notice',
      demand: 'practice',
      title: ({ host }: Host) => `The policy host \`${host}\` has no IPv6 address`,
      advice: () => 'Add an AAAA record if your web host has IPv6. Nothing is wrong without it.',
      why: 'Senders that have only IPv6 are rare, but there are some.',
    },
  },
  examples: {
    'sts.host.private-ip': policyHost('192.168.1.10', '2001:db8::5'),
    'sts.host.ipv6-only': policyHost('2001:db8::5'),
    'sts.host.ipv4-only': policyHost('192.0.2.5'),
  },
  quiet: policyHost('192.0.2.5', '2001:db8::5'),
  check({ policyHost: host, mtaStsRecord, wildcard }, find) {
    if (isNobodysHost(mtaStsRecord, host, wildcard)) return []
    const args = { host: host.name }
    const at = { about: host.name }
    const only = (one: 'a' | 'aaaa', other: 'a' | 'aaaa'): boolean =>
      host[one].state === 'found' && host[other].state === 'absent'
    return [
      ...addressesOfHost(host).flatMap((address) => {
        const use = unreachableUse(address, host.name)
        return use === null ? [] : [find('sts.host.private-ip', { ...args, address, use }, at)]
      }),
      ...(only('aaaa', 'a') ? [find('sts.host.ipv6-only', args, at)] : []),
      ...(only('a', 'aaaa') ? [find('sts.host.ipv4-only', args, at)] : []),
    ]
  },
})
