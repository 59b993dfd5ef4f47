import { dnsSource, hostAddresses, noHost } from '../../../facts/build.ts'
import { found, seenOf, valueOf } from '../../../facts/fact.ts'
import { isAnnounced } from '../../../facts/announced.ts'
import { aliasesOf, hasAddress, hasNoAddress } from '../../../facts/host.ts'
import type { HostAddresses } from '../../../facts/fact-set.ts'
import { unclaimedService } from '../../../protocols/http/unclaimed.ts'
import { all, DOMAIN, seen, stsRecords } from '../../example.ts'
import { defineRule, type Example } from '../../rule.ts'
import { policyHost, POLICY_HOST } from './policy-host-example.ts'

const UNDERSCORE = `_mta-sts.${DOMAIN}`
const record = stsRecords('v=STSv1; id=2026083101')

function dangling(target: string): Example {
  const chain = [{ name: POLICY_HOST, target, ttl: 3600 }]
  return seen(`${POLICY_HOST} CNAME ${target}, which does not exist`, {
    policyHost: found(noHost(POLICY_HOST, { chain }), { name: POLICY_HOST, via: 'dns' }),
  })
}

const underscore = seen(`${POLICY_HOST} does not exist, ${UNDERSCORE} A 192.0.2.5`, {
  policyHost: found(noHost(POLICY_HOST), { name: POLICY_HOST, via: 'dns' }),
  underscoreHost: found(hostAddresses(UNDERSCORE, ['192.0.2.5']), dnsSource(UNDERSCORE, 'A')),
})

/** Set up under the wrong name; the delegation of a good record to somebody else's host is no such thing. */
function isWrongName(host: HostAddresses | null, announced: boolean): boolean {
  return host !== null && hasAddress(host) && !(announced && aliasesOf(host).length > 0)
}

interface Host {
  host: string
}

interface Target extends Host {
  target: string
  service: string | null
}

export const hostPresent = defineRule({
  id: 'sts.host.exists',
  title: 'Whether the policy host exists',
  known: ['policyHost'],
  needs: [],
  reads: ['mtaStsRecord', 'underscoreHost', 'mtaStsPolicyFile'],
  spec: [
    { document: 'RFC 8461', section: '3.3' },
    { document: 'RFC 8461', section: '8.2' },
  ],
  why:
    'Senders that see the record ask this host for the policy. Without it they deliver as if the domain had no ' +
    'MTA-STS, and report `sts-policy-fetch-error`.',
  messages: {
    'sts.host.present': {
      severity: 'error',
      title: ({ host }: Host) => `The policy host \`${host}\` has no address`,
      advice: ({ host }: Host) =>
        `Create \`${host}\` and serve the policy file there, before anything else.`,
    },
    'sts.host.underscore': {
      severity: 'error',
      title: ({ host }: Host) => `The web host is set up as \`_${host}\`, with an underscore`,
      advice: ({ host }: Host) => `Create the web host \`${host}\`, without the underscore.`,
      why: 'Only the name of the TXT record has an underscore. Senders ask the host without one for the policy.',
    },
    'sts.host.dangling': {
      severity: 'error',
      title: ({ host, target, service }: Target) =>
        service === null
          ? `The policy host \`${host}\` is an alias of \`${target}\`, which has no address`
          : `The policy host \`${host}\` points to ${service}, where nobody has claimed it`,
      advice: ({ host }: Target) => `Repair the alias \`${host}\` today, or delete it.`,
      why:
        'Whoever claims the target can get a certificate for your policy host and publish a policy that stops your mail ' +
        'for up to a year.',
    },
  },
  examples: {
    'sts.host.present': all(
      record,
      seen(`${POLICY_HOST} does not exist`, {
        policyHost: found(noHost(POLICY_HOST), { name: POLICY_HOST, via: 'dns' }),
      }),
    ),
    'sts.host.underscore': all(record, underscore),
    'sts.host.dangling': dangling('old.azurewebsites.net'),
  },
  quiet: all(record, policyHost('192.0.2.5', '2001:db8::5')),
  check({ policyHost, mtaStsRecord, underscoreHost, mtaStsPolicyFile }, find) {
    const host = valueOf(policyHost)
    if (host === null) return []
    const at = { about: host.name }
    const args = { host: host.name }
    const target = aliasesOf(host).at(-1)?.target ?? null
    if (target !== null) {
      const service = unclaimedService(target, seenOf(mtaStsPolicyFile))
      const isBroken = hasNoAddress(host) || service !== null
      return isBroken ? [find('sts.host.dangling', { ...args, target, service }, at)] : []
    }
    if (!hasNoAddress(host)) return []
    const announced = isAnnounced(mtaStsRecord)
    if (isWrongName(valueOf(underscoreHost), announced))
      return [find('sts.host.underscore', args, at)]
    return announced ? [find('sts.host.present', args, at)] : []
  },
})
