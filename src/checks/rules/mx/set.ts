import { mailHosts, primaryHosts } from '../../../protocols/mx/mx.ts'
import { providerOf } from '../../../protocols/mx/providers.ts'
import type { MxRecord } from '../../../protocols/dns/records.ts'
import { registrableDomainOf } from '../../../protocols/dns/public-suffix.ts'
import { mxFact } from '../../../facts/build.ts'
import { DOMAIN, mx, seen } from '../../example.ts'
import { defineRule } from '../../rule.ts'

/** More mail servers than this are seldom meant. */
const MANY = 10
/** A day: a change of mail servers should be visible within it. */
const LONG_TTL = 86_400

const eleven = Array.from({ length: 11 }, (_, index) => `10 mail${index}.example.com`)

/** Names of the providers of the hosts, each once; a host of no known provider counts by its registrable domain. */
function operators(hosts: readonly string[]): string[] {
  return [
    ...new Set(hosts.map((host) => providerOf(host)?.name ?? registrableDomainOf(host) ?? host)),
  ]
}

/** Hosts that share a preference while belonging to different known providers. */
function mixedProviders(records: readonly MxRecord[]): string[] | null {
  for (const preference of new Set(records.map((record) => record.preference))) {
    const same = records.filter((record) => record.preference === preference)
    const names = [...new Set(same.flatMap(({ exchange }) => providerOf(exchange)?.name ?? []))]
    if (names.length > 1) return names
  }
  return null
}

export const mxSet = defineRule({
  id: 'mx.set',
  title: 'The mail servers as a whole',
  needs: ['mx'],
  spec: [{ document: 'RFC 5321', section: '5.1' }],
  demand: 'practice',
  why: 'Every server in the MX records must take mail, have a good certificate, and be covered by the policy file.',
  messages: {
    'mx.duplicate': {
      severity: 'notice',
      title: ({ host }: { host: string }) => `The mail server \`${host}\` is listed more than once`,
      advice: () => 'Remove all but one of its MX records. It does no harm.',
    },
    'mx.single': {
      severity: 'notice',
      title: ({ host }: { host: string }) => `There is one mail server, \`${host}\``,
      advice: () =>
        'Leave it, if somebody else runs it for you. Mail waits at its senders while it is down.',
    },
    'mx.same-pref-mixed-provider': {
      severity: 'warning',
      title: ({ names }: { names: string[] }) =>
        `Mail is split at random between ${names.join(' and ')}`,
      advice: () =>
        'Keep one provider, or give the other a higher preference number. Until then the policy file must list both.',
      why: 'Senders choose at random among mail servers of the same preference, so messages arrive in two places.',
    },
    'mx.backup-foreign': {
      severity: 'notice',
      title: ({ host }: { host: string }) => `The backup \`${host}\` belongs to somebody else`,
      advice: () => 'List it in the policy file, and see that its certificate carries this name.',
      why: 'A backup that the policy leaves out is refused when it is needed (RFC 8461, section 8.4).',
    },
    'mx.many': {
      severity: 'notice',
      title: ({ count }: { count: number }) => `There are ${count} mail servers`,
      advice: () =>
        'See that all are in use: each needs a certificate and a line in the policy file.',
    },
    'mx.provider': {
      severity: 'notice',
      title: ({ name }: { name: string }) => `${name} hosts the mail of this domain`,
      advice: () =>
        'Nothing to do. The `mx` lines that fit this provider are shown where a policy is written.',
    },
    'mx.ttl': {
      severity: 'notice',
      title: ({ ttl }: { ttl: number }) =>
        `The MX records may be kept for ${ttl} seconds, more than a day`,
      advice: () =>
        'Lower the TTL to 3600, so that a change of mail servers is seen within the hour.',
    },
  },
  examples: {
    'mx.duplicate': mx('10 mail1.example.com', '20 mail1.example.com'),
    'mx.single': mx('10 mail1.example.com'),
    'mx.same-pref-mixed-provider': mx(
      '10 smtp.google.com',
      '10 example-com.mail.protection.outlook.com',
    ),
    'mx.backup-foreign': mx('10 mail1.example.com', '50 mx.other.example'),
    'mx.many': mx(...eleven),
    'mx.provider': mx('1 smtp.google.com'),
    'mx.ttl': seen('10 mail1.example.com, 20 mail2.example.com, TTL 604800', {
      mx: mxFact(DOMAIN, ['10 mail1.example.com', '20 mail2.example.com'], { ttl: 604_800 }),
    }),
  },
  quiet: mx('10 mail1.example.com', '20 mail2.example.com'),
  check({ mx, source }, find) {
    const at = { about: source('mx').name }
    const hosts = mailHosts(mx)
    const named = mx.filter(({ exchange }) => exchange !== '')
    if (hosts.length === 0) return []
    const repeated = hosts.filter(
      (host) => named.filter(({ exchange }) => exchange === host).length > 1,
    )
    const primary = primaryHosts(mx)
    const own = operators(primary)
    const foreign = hosts.filter(
      (host) => !primary.includes(host) && operators([host]).every((name) => !own.includes(name)),
    )
    const mixed = mixedProviders(named)
    const providers = [...new Set(hosts.flatMap((host) => providerOf(host)?.name ?? []))]
    const ttl = source('mx').dns?.ttl ?? 0
    return [
      ...providers.map((name) => find('mx.provider', { name }, at)),
      ...repeated.map((host) => find('mx.duplicate', { host }, at)),
      ...hosts.slice(0, hosts.length === 1 ? 1 : 0).map((host) => find('mx.single', { host }, at)),
      ...(mixed === null ? [] : [find('mx.same-pref-mixed-provider', { names: mixed }, at)]),
      ...foreign.map((host) => find('mx.backup-foreign', { host }, at)),
      ...(hosts.length > MANY ? [find('mx.many', { count: hosts.length }, at)] : []),
      ...(ttl > LONG_TTL ? [find('mx.ttl', { ttl }, at)] : []),
    ]
  },
})
