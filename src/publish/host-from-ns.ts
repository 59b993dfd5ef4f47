/** Who runs a zone's DNS, by the names of its servers, and which output formats help there most. */

export interface DnsHost {
  /** As it calls itself; null for servers of the zone's own. */
  name: string | null
  /** Ids of output formats, the most useful first. */
  formats: readonly string[]
}

const PANEL = ['panel'] as const

/** Ends of names of servers, in whole labels; or a pattern where providers number their domains. */
const HOSTS: readonly (readonly [
  name: string,
  servers: readonly (string | RegExp)[],
  formats?: readonly string[],
])[] = [
  ['Cloudflare', ['ns.cloudflare.com', 'cloudflare.net'], ['cloudflare', 'terraform-cloudflare']],
  [
    'Amazon Route 53',
    [/(?:^|\.)awsdns-\d+\.(?:com|net|org|co\.uk)$/],
    ['route53', 'terraform-aws'],
  ],
  [
    'Google Cloud DNS',
    [/^ns-(?:cloud|gcp-private)-?\w*\.googledomains\.com$/],
    ['google-cloud', 'terraform-google'],
  ],
  ['Azure DNS', [/(?:^|\.)azure-dns\.(?:com|net|org|info)$/], ['azure', 'terraform-azure']],
  ['Squarespace', ['googledomains.com', 'squarespacedns.com']],
  ['GoDaddy', ['domaincontrol.com']],
  ['Namecheap', ['registrar-servers.com', 'namecheaphosting.com']],
  ['IONOS', [/(?:^|\.)ui-dns\.(?:com|de|org|biz)$/]],
  ['OVHcloud', ['ovh.net', 'ovh.ca', 'anycast.me']],
  ['Gandi', ['gandi.net']],
  ['Hetzner', ['ns.hetzner.com', 'ns.hetzner.de', 'first-ns.de', 'second-ns.de', 'second-ns.com']],
  ['DigitalOcean', ['digitalocean.com']],
  ['Linode', ['linode.com']],
  ['Vultr', ['vultr.com']],
  ['DNSimple', ['dnsimple.com', 'dnsimple-edge.net', 'dnsimple-edge.org', 'dnsimple-edge.io']],
  ['NS1', ['nsone.net']],
  ['DNS Made Easy', ['dnsmadeeasy.com']],
  ['Akamai', ['akam.net']],
  ['Vercel', ['vercel-dns.com']],
  ['Wix', ['wixdns.net']],
  ['Hostinger', ['dns-parking.com']],
  ['Porkbun', ['ns.porkbun.com']],
  ['Name.com', ['name.com']],
  ['Dynadot', ['dyna-ns.net']],
  ['Network Solutions', ['worldnic.com']],
  ['Hover', ['hover.com']],
  ['Strato', ['rzone.de']],
  ['INWX', ['inwx.de', 'inwx.eu', 'inwx.com']],
  ['Infomaniak', ['infomaniak.ch', 'infomaniak.com']],
  ['deSEC', ['desec.io', 'desec.org']],
  ['ClouDNS', ['cloudns.net', 'cloudns.uk']],
  ['Hurricane Electric', ['he.net']],
  ['DNSPod', ['dnspod.net', 'dnspod.com']],
  ['Alibaba Cloud', ['hichina.com', 'alidns.com']],
  ['bunny.net', ['bunny.net']],
  ['Loopia', ['loopia.se']],
  ['one.com', ['one.com']],
  ['TransIP', ['transip.net', 'transip.nl', 'transip.eu']],
  ['Combell', ['combell.net', 'combell.com']],
]

/** What people use who run a server themselves. */
const OWN_SERVER = ['bind', 'nsupdate', 'powerdns', 'powerdns-api', 'windows', 'tinydns'] as const

/**
 * The host of the zone. Several hosts at once (a zone with two providers) count as the one with most servers. null:
 * servers that nobody here knows, for which the fields of a panel are the best guess.
 */
export function hostFromNs(servers: readonly string[], zone: string): DnsHost | null {
  const votes = new Map<string | null, { host: DnsHost; count: number }>()
  for (const server of servers) {
    const host = hostOf(server.toLowerCase().replace(/\.$/, ''), zone.toLowerCase())
    if (host === null) continue
    const vote = votes.get(host.name) ?? { host, count: 0 }
    votes.set(host.name, { host, count: vote.count + 1 })
  }
  return [...votes.values()].sort((a, b) => b.count - a.count)[0]?.host ?? null
}

/** All ids of formats, those of the host first, the others in their order. */
export function formatsFor(host: DnsHost | null, ids: readonly string[]): string[] {
  const first = (host?.formats ?? PANEL).filter((id) => ids.includes(id))
  return [...first, ...ids.filter((id) => !first.includes(id))]
}

function hostOf(server: string, zone: string): DnsHost | null {
  for (const [name, servers, formats = PANEL] of HOSTS)
    if (servers.some((known) => isUnder(server, known))) return { name, formats }
  return isUnder(server, zone) ? { name: null, formats: OWN_SERVER } : null
}

function isUnder(server: string, known: string | RegExp): boolean {
  if (typeof known !== 'string') return known.test(server)
  return server === known || server.endsWith(`.${known}`)
}
