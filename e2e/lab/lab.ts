/** The whole lab: an authority, real BIND with DNS over HTTPS, real policy hosts. */
import { makeAuthority, type Authority } from './certificates.ts'
import { startBind, type Bind, type Zone } from './bind.ts'
import { startHosts } from './hosts.ts'
import { Keeper } from './processes.ts'

export interface Lab extends Bind {
  keeper: Keeper
  authority: Authority
  /** Path of the root certificate that the lab's hosts and resolver are signed by. */
  ca: string
}

export const ZONE = 'lab.test'

export async function startLab(): Promise<Lab> {
  const keeper = new Keeper()
  try {
    const authority = await makeAuthority(keeper.folder)
    const hosts = await startHosts(keeper, authority, ZONE)
    const zones: Zone[] = [
      { name: ZONE, records: labRecords(hosts), security: 'unsigned' },
      { name: 'signed.test', records: SECURE_RECORDS, security: 'signed' },
      { name: 'broken.test', records: SECURE_RECORDS, security: 'broken' },
    ]
    const bind = await startBind(keeper, zones, await authority.issue(['localhost']))
    return { keeper, authority, ca: authority.rootFile, ...bind }
  } catch (error) {
    await keeper.end()
    throw error
  }
}

const SECURE_RECORDS = `@ IN MX 10 mail
mail IN A 127.0.0.70
_mta-sts IN TXT "v=STSv1; id=signed"
_smtp._tls IN TXT "v=TLSRPTv1; rua=mailto:tlsrpt@signed.test"`

/** A policy domain for every host, all alike but for what the host does. */
function labRecords(hosts: Map<string, string>): string {
  const domains = [...hosts].map(
    ([label, address]) => `${label} IN MX 10 mail.${label}
mail.${label} IN A 127.0.0.70
_mta-sts.${label} IN TXT "v=STSv1; id=2026083101"
mta-sts.${label} IN A ${address}
_smtp._tls.${label} IN TXT "v=TLSRPTv1; rua=mailto:tlsrpt@good.${ZONE}"`,
  )
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
