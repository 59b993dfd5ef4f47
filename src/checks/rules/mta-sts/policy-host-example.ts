import { hostAddresses, type DnsDetails } from '../../../facts/build.ts'
import { found } from '../../../facts/fact.ts'
import { DOMAIN, seen } from '../../example.ts'
import type { Example } from '../../rule.ts'

export const POLICY_HOST = `mta-sts.${DOMAIN}`

/** The policy host with these addresses. */
export function policyHost(...addresses: string[]): Example {
  return shown(
    addresses.map((address) => `${POLICY_HOST} ${address.includes(':') ? 'AAAA' : 'A'} ${address}`),
    addresses,
  )
}

/** The policy host as an alias, which leads to these addresses. */
export function aliasedHost(target: string, ...addresses: string[]): Example {
  const chain = [{ name: POLICY_HOST, target, ttl: 3600 }]
  return shown([`${POLICY_HOST} CNAME ${target}`], addresses, { chain })
}

function shown(lines: string[], addresses: string[], details: DnsDetails = {}): Example {
  return seen(lines.join('\n'), {
    policyHost: found(hostAddresses(POLICY_HOST, addresses, details), {
      name: POLICY_HOST,
      via: 'dns',
    }),
  })
}
