import type { DnsServer } from './plain-dns.ts'

const PORT = 53

/** The `nameserver` lines of /etc/resolv.conf, three at most, as in resolv.conf(5); the machine itself without any. */
export function nameservers(text: string): DnsServer[] {
  const found = text
    .split('\n')
    .flatMap((line) => /^nameserver[ \t]+([^\s#;]+)/.exec(line)?.[1] ?? [])
    .slice(0, 3)
  return (found.length > 0 ? found : ['127.0.0.1']).map((address) => ({ address, port: PORT }))
}
