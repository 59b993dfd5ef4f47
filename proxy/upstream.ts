/** Who is asked: the system's resolver, a server by its address, or DNS over HTTPS. */
import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import type { AskDns } from './ask-dns.ts'
import { dohDns } from './doh.ts'
import { nodeDohFetch } from './doh-node.ts'
import { plainDns, type DnsServer } from './plain-dns.ts'
import { nameservers } from './resolv-conf.ts'
import { isResolverUrl } from './resolver-url.ts'

/** @param upstream `192.0.2.1`, `192.0.2.1:5353`, `[2001:db8::1]:53`, `https://…`; the system's resolver without one. */
export function askUpstream(upstream: string | undefined, ca: readonly string[] = []): AskDns {
  if (upstream === undefined) return plainDns(nameservers(resolvConf()))
  if (isResolverUrl(upstream)) return dohDns(upstream, nodeDohFetch(ca))
  const server = serverOf(upstream)
  if (server === null)
    throw new Error(`\`${upstream}\` is neither an address of a resolver nor an https URL`)
  return plainDns([server])
}

export function serverOf(text: string): DnsServer | null {
  const parts = /^(?:\[([^\]]+)\]|([^:]+))(?::(\d{1,5}))?$/.exec(text)
  const address = isIP(text) === 6 ? text : (parts?.[1] ?? parts?.[2] ?? '')
  const port = isIP(text) === 6 ? 53 : Number(parts?.[3] ?? 53)
  return isIP(address) > 0 && port > 0 && port < 65_536 ? { address, port } : null
}

function resolvConf(): string {
  try {
    return readFileSync('/etc/resolv.conf', 'utf8')
  } catch {
    return ''
  }
}
