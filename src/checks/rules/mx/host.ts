import { dnsSource, hostAddresses, noHost } from '../../../facts/build.ts'
import { found, valueOf, type Fact } from '../../../facts/fact.ts'
import type { MxHost } from '../../../facts/fact-set.ts'
import { unreachableUse } from '../../../protocols/dns/address.ts'
import { DOMAIN, seen } from '../../example.ts'
import { defineRule, type At, type Example } from '../../rule.ts'

const MAIL1 = 'mail1.example.com'
const good = hostAddresses(MAIL1, ['192.0.2.1', '2001:db8::1'])

function hosts(show: string, ...list: MxHost[]): Example {
  return seen(show, { mxHosts: found(list, { name: DOMAIN, via: 'dns' }) })
}

/** Both questions were answered, and neither with an address. */
const hasNone = ({ a, aaaa }: MxHost): boolean => a.state === 'absent' && aaaa.state === 'absent'

/** The host was asked for under another name: its own is an alias. */
function aliasOf({ name, a, aaaa }: MxHost): string | null {
  const chain = [a, aaaa]
    .map(({ source }) => source.dns?.chain ?? [])
    .find(({ length }) => length > 0)
  return chain?.find((alias) => alias.name === name)?.target ?? chain?.[0]?.target ?? null
}

const isGone = (fact: Fact<unknown>): boolean => fact.state === 'absent' && fact.how === 'nxdomain'

interface Host {
  host: string
}

export const mxHost = defineRule({
  id: 'mx.host',
  title: 'The addresses of the mail servers',
  needs: ['mxHosts'],
  spec: [{ document: 'RFC 5321', section: '5.1' }],
  why: 'A sender connects to an address of a mail server. Without one it tries the next server, and in the end gives up.',
  messages: {
    'mx.cname': {
      severity: 'error',
      title: ({ host, target }: Host & { target: string }) =>
        `The mail server \`${host}\` is an alias of \`${target}\``,
      advice: ({ target }: Host & { target: string }) =>
        `Let the MX record point to \`${target}\` itself, and list that name in the policy file.`,
      why:
        'An MX record must name a host with addresses of its own (RFC 2181, section 10.3). Some senders refuse aliases, ' +
        'and MTA-STS compares the name in the MX record, not the one behind it.',
    },
    'mx.no-address': {
      severity: ({ alone }: Host & { alone: boolean }) => (alone ? 'error' : 'warning'),
      title: ({ host }: Host & { alone: boolean }) => `The mail server \`${host}\` has no address`,
      advice: () => 'Publish its A and AAAA records, or remove it from the MX records.',
    },
    'mx.dangling': {
      severity: 'error',
      title: ({ host, zone }: Host & { zone: string }) =>
        `The mail server \`${host}\` is in the domain \`${zone}\`, which does not exist`,
      advice: () => 'Remove this MX record today.',
      why: 'Whoever registers that domain receives mail for yours.',
    },
    'mx.private-ip': {
      severity: 'error',
      title: ({ host, address, use }: Host & { address: string; use: string }) =>
        `The mail server \`${host}\` has the ${use} address \`${address}\``,
      advice: () => 'Publish the address under which the server is reached from the Internet.',
      why: 'Senders cannot reach this address: it has no meaning outside of a private network.',
    },
    'mx.ipv6-only': {
      severity: 'warning',
      title: ({ host }: Host) => `The mail server \`${host}\` has an IPv6 address only`,
      advice: () => 'Add an IPv4 address.',
      why: 'Many senders have no IPv6 and cannot deliver to it.',
    },
  },
  examples: {
    'mx.cname': hosts(
      `${MAIL1} CNAME host.example.net`,
      hostAddresses(MAIL1, ['192.0.2.1'], {
        chain: [{ name: MAIL1, target: 'host.example.net', ttl: 300 }],
      }),
    ),
    'mx.no-address': hosts(`${MAIL1} has neither A nor AAAA`, hostAddresses(MAIL1, [])),
    'mx.dangling': hosts('expired.example does not exist', {
      ...noHost('mx.expired.example'),
      zone: {
        state: 'absent',
        how: 'nxdomain',
        source: dnsSource('expired.example', 'SOA', { rcode: 'NXDOMAIN' }),
      },
    }),
    'mx.private-ip': hosts(`${MAIL1} A 10.0.0.5`, hostAddresses(MAIL1, ['10.0.0.5'])),
    'mx.ipv6-only': hosts(`${MAIL1} AAAA 2001:db8::1`, hostAddresses(MAIL1, ['2001:db8::1'])),
  },
  quiet: hosts(`${MAIL1} A 192.0.2.1, AAAA 2001:db8::1`, good),
  demand: 'specification',
  check({ mxHosts }, find) {
    const alone = mxHosts.every(hasNone)
    return mxHosts.flatMap((host) => {
      const { name, a, aaaa, zone } = host
      const at: At = { about: name }
      if (zone !== undefined && isGone(zone))
        return [find('mx.dangling', { host: name, zone: zone.source.name }, at)]
      const target = aliasOf(host)
      if (target !== null) return [find('mx.cname', { host: name, target }, at)]
      if (hasNone(host)) return [find('mx.no-address', { host: name, alone }, at)]
      const addresses = [...(valueOf(a) ?? []), ...(valueOf(aaaa) ?? [])]
      const misplaced = addresses.flatMap((address) => {
        const use = unreachableUse(address, name)
        return use === null ? [] : [find('mx.private-ip', { host: name, address, use }, at)]
      })
      const onlyV6 = a.state === 'absent' && aaaa.state === 'found'
      return onlyV6 ? [...misplaced, find('mx.ipv6-only', { host: name }, at)] : misplaced
    })
  },
})
