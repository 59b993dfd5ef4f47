/** DANE: TLSA of the mail servers (RFC 7672 section 2.2). */
import type { TlsaHost } from '../../facts/dane-facts.ts'
import { valueOf } from '../../facts/fact.ts'
import type { RawFactSet } from '../../facts/fact-set.ts'
import { tlsaName } from '../../protocols/dane/tlsa.ts'
import { mailHosts } from '../../protocols/mx/mx.ts'
import type { FactPlan } from '../plan.ts'
import type { Sources } from '../sources.ts'
import { entry, together } from './ask.ts'
import { MOST_HOSTS } from './mail.ts'

export const DANE_PLAN: readonly FactPlan[] = [
  entry({
    name: 'tlsa',
    after: ['mx'],
    of: 'resolver',
    asks: ({ domain }) => `\`TLSA\` of the mail servers of \`${domain}\``,
    when: (known) => hostsOf(known).length > 0,
    gather: async ({ domain }, known, sources, signal) =>
      together(
        await askTlsa(
          hostsOf(known).map((host) => ({ host, name: tlsaName(host) })),
          sources,
          signal,
        ),
        domain,
      ),
  }),
  entry({
    name: 'tlsaElsewhere',
    after: ['mx', 'tlsa'],
    of: 'resolver',
    asks: ({ domain }) => `\`TLSA\` at names that are taken for those of \`${domain}\``,
    when: ({ tlsa }) => isSignedWithout(valueOf(tlsa) ?? []),
    async gather({ domain }, known, sources, signal) {
      const hosts = hostsOf(known)
      // tlsa.wrong-port: the port of web servers, and the domain in the place of its mail server.
      const names = hosts.map((host) => ({ host, name: `_443._tcp.${host}` }))
      const [host = domain] = hosts
      const atDomain = hosts.includes(domain) ? [] : [{ host, name: tlsaName(domain) }]
      return together(await askTlsa([...names, ...atDomain], sources, signal), domain)
    },
  }),
]

function hostsOf({ mx }: RawFactSet): string[] {
  return mailHosts(valueOf(mx) ?? []).slice(0, MOST_HOSTS)
}

/** Nobody has a record, and some zone is signed, so that one would count. */
function isSignedWithout(hosts: readonly TlsaHost[]): boolean {
  return (
    hosts.every(({ tlsa }) => tlsa.state === 'absent') &&
    hosts.some(({ tlsa }) => tlsa.source.dns?.authenticated === true)
  )
}

function askTlsa(
  asked: readonly { host: string; name: string }[],
  sources: Sources,
  signal?: AbortSignal,
): Promise<TlsaHost[]> {
  return Promise.all(
    asked.map(async ({ host, name }) => ({ host, tlsa: await sources.dns(name, 'TLSA', signal) })),
  )
}
