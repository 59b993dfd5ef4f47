/** Mail servers. */
import { failed, mapFact, valueOf, type Fact } from '../../facts/fact.ts'
import type { HostAddresses, MailSubdomain, MxHost } from '../../facts/fact-set.ts'
import { hasNoAddress } from '../../facts/host.ts'
import { registrableDomainOf } from '../../protocols/dns/public-suffix.ts'
import type { MxRecord } from '../../protocols/dns/records.ts'
import { isNullMx, mailHosts } from '../../protocols/mx/mx.ts'
import type { FactPlan } from '../plan.ts'
import type { Sources } from '../sources.ts'
import { askAddresses, entry, together } from './ask.ts'

/** More mail servers than any domain has; beyond them a domain would only keep us busy. */
export const MOST_HOSTS = 100

export const MAIL_PLAN: readonly FactPlan[] = [
  entry({
    name: 'mx',
    after: [],
    of: 'resolver',
    asks: ({ domain }) => `\`MX\` of \`${domain}\``,
    gather: ({ domain }, _, sources, signal) => sources.dns(domain, 'MX', signal),
  }),
  entry({
    name: 'mxHosts',
    after: ['mx'],
    of: 'resolver',
    asks: ({ domain }) => `addresses of the mail servers of \`${domain}\``,
    async gather({ domain }, { mx }, sources, signal) {
      if (mx === undefined) return together([], domain)
      if (mx.state !== 'found') return mapFact(mx, () => [])
      const hosts = mailHosts(mx.value)
      const asked = hosts.slice(0, MOST_HOSTS).map((name) => askHost(name, sources, signal))
      return together(
        [...(await Promise.all(asked)), ...hosts.slice(MOST_HOSTS).map(notAsked)],
        domain,
      )
    },
  }),
  entry({
    name: 'domainAddresses',
    after: ['mx'],
    of: 'resolver',
    asks: ({ domain }) => `\`A\` and \`AAAA\` of \`${domain}\``,
    when: ({ mx }) => mx?.state === 'absent',
    gather: async ({ domain }, _, sources, signal) =>
      together(await askAddresses(domain, sources, signal), domain),
  }),
  entry({
    name: 'domainTxt',
    after: [],
    of: 'resolver',
    asks: ({ domain }) => `\`TXT\` of \`${domain}\``,
    gather: ({ domain }, _, sources, signal) => sources.dns(domain, 'TXT', signal),
  }),
  entry({
    name: 'mailSubdomains',
    after: ['mx'],
    of: 'resolver',
    asks: ({ domain }) => `\`MX\` of names below \`${domain}\` that have mail servers`,
    when: ({ mx }) => mx?.state === 'found' && namesBelow(mx.source.name, mx.value).length > 0,
    async gather({ domain }, { mx }, sources, signal) {
      const names = namesBelow(domain, valueOf(mx) ?? [])
      const all = await Promise.all(names.map((name) => askSubdomain(name, sources, signal)))
      return together(
        all.filter((subdomain) => subdomain !== null),
        domain,
      )
    },
  }),
]

async function askHost(name: string, sources: Sources, signal?: AbortSignal): Promise<MxHost> {
  const host = await askAddresses(name, sources, signal)
  const zone = registrableDomainOf(endOf(host))
  if (!isGone(host) || zone === null) return host
  return { ...host, zone: await sources.dns(zone, 'SOA', signal) }
}

/** The name that addresses were looked for at, behind all aliases. */
function endOf({ name, a }: HostAddresses): string {
  return a.source.dns?.chain.at(-1)?.target ?? name
}

function isGone(host: HostAddresses): boolean {
  const isMissing = (fact: Fact<unknown>) => fact.state === 'absent' && fact.how === 'nxdomain'
  return hasNoAddress(host) && (isMissing(host.a) || isMissing(host.aaaa))
}

function notAsked(name: string): MxHost {
  const detail = `Only the first ${MOST_HOSTS} mail servers are looked up.`
  const fact = failed('interrupted', detail, { name, via: 'derived' })
  return { name, a: fact, aaaa: fact }
}

/** Mail servers below the domain, and the names between: people get mail at `katie@mail.example.com` too. */
function namesBelow(domain: string, records: readonly MxRecord[]): string[] {
  const own = mailHosts(records).filter((host) => host.endsWith(`.${domain}`))
  const names = own.slice(0, MOST_HOSTS).flatMap((host) => {
    const labels = host.slice(0, -domain.length - 1).split('.')
    return labels.map((_, place) => `${labels.slice(place).join('.')}.${domain}`)
  })
  return [...new Set(names)]
}

/** Null for a name that takes no mail. */
async function askSubdomain(
  name: string,
  sources: Sources,
  signal?: AbortSignal,
): Promise<MailSubdomain | null> {
  const mx = await sources.dns(name, 'MX', signal)
  if (mx.state !== 'found' || isNullMx(mx.value)) return null
  const [mtaStsTxt, tlsRptTxt] = await Promise.all([
    sources.dns(`_mta-sts.${name}`, 'TXT', signal),
    sources.dns(`_smtp._tls.${name}`, 'TXT', signal),
  ])
  return { name, mx, mtaStsTxt, tlsRptTxt }
}
