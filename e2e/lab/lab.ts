/** The whole lab: an authority, real BIND with DNS over HTTPS, real policy hosts. */
import { makeAuthority, type Authority } from './certificates.ts'
import { startBind, type Bind, type Zone } from './bind.ts'
import { DMARC_ZONES } from './dmarc-zones.ts'
import { startHosts } from './hosts.ts'
import { BRAND, brandRecords, startLogoHosts } from './logo-host.ts'
import { Keeper } from './processes.ts'

export interface Lab extends Bind {
  keeper: Keeper
  authority: Authority
  /** Path of the root certificate that the lab's hosts and resolver are signed by. */
  ca: string
  /** Label of a policy domain → address of its policy host. */
  hosts: Map<string, string>
}

export const ZONE = 'lab.test'
/** The same policy domains as the world sees them: every name has a public address, and nobody is there. */
export const FAR = 'far.test'
const PUBLIC = '192.0.43.8'

export async function startLab(): Promise<Lab> {
  const keeper = new Keeper()
  try {
    const authority = await makeAuthority(keeper.folder)
    const hosts = await startHosts(keeper, authority, [ZONE, FAR])
    const logos = await startLogoHosts(keeper, authority)
    const secure = secureRecords(hosts.get('good') ?? '')
    const zones: Zone[] = [
      { name: ZONE, records: `${labRecords(hosts)}\n${logos}`, security: 'unsigned' },
      { name: FAR, records: farRecords([...hosts.keys()]), security: 'unsigned' },
      { name: 'signed.test', records: secure, security: 'signed' },
      { name: 'broken.test', records: secure, security: 'broken' },
      { name: BRAND, records: brandRecords(), security: 'unsigned' },
      ...DMARC_ZONES,
    ]
    const bind = await startBind(keeper, zones, await authority.issue(['localhost']))
    return { keeper, authority, ca: authority.rootFile, hosts, ...bind }
  } catch (error) {
    await keeper.end()
    throw error
  }
}

/** The zone that is signed, and the one whose signatures no longer hold. */
function secureRecords(host: string): string {
  return `@ IN MX 10 mail
mail IN A 127.0.0.70
_mta-sts IN TXT "v=STSv1; id=signed"
mta-sts IN A ${host}
_smtp._tls IN TXT "v=TLSRPTv1; rua=mailto:tlsrpt@signed.test"`
}

/** A policy domain, alike for all hosts. */
function policyDomain(label: string, mail: string, host: string): string {
  return `${label} IN MX 10 mail.${label}
mail.${label} IN A ${mail}
_mta-sts.${label} IN TXT "v=STSv1; id=2026083101"
mta-sts.${label} IN A ${host}
_smtp._tls.${label} IN TXT "v=TLSRPTv1; rua=mailto:tlsrpt@good.${ZONE}"`
}

function farRecords(labels: string[]): string {
  return labels.map((label) => policyDomain(label, PUBLIC, PUBLIC)).join('\n')
}

function labRecords(hosts: Map<string, string>): string {
  const domains = [...hosts].map(([label, address]) => policyDomain(label, '127.0.0.70', address))
  return [
    ...domains,
    'capital IN MX 10 mail.good',
    '_mta-sts.capital IN TXT "v=STSV1; id=2022051001;"',
    'twice IN MX 10 mail.good',
    '_mta-sts.twice IN TXT "v=STSv1; id=1"',
    '_mta-sts.twice IN TXT "v=STSv1; id=2"',
    'split IN MX 10 mail.good',
    '_mta-sts.split IN TXT "v=STSv1; " "id=1"',
    'moved IN MX 10 mail.good',
    '_mta-sts.moved IN CNAME _mta-sts.good',
    '_smtp._tls.moved IN CNAME nowhere',
    'loop IN CNAME loop2',
    'loop2 IN CNAME loop',
    'null IN MX 0 .',
  ].join('\n')
}
