/** Someone who answers DNS over HTTPS (RFC 8484). */
export interface Resolver {
  /** For people: the host name. */
  name: string
  /** Absolute, without the `dns` parameter: `https://dns.google/dns-query`. */
  url: string
}

export const CLOUDFLARE = resolverAt('https://cloudflare-dns.com/dns-query')
export const GOOGLE = resolverAt('https://dns.google/dns-query')

/** Asked in this order: both allow every page to ask them, and neither filters. */
export const PUBLIC_RESOLVERS: readonly Resolver[] = [CLOUDFLARE, GOOGLE]

/** The template of RFC 8484 section 4.1.1 (`…{?dns}`) is taken as well. */
export function resolverAt(url: string): Resolver {
  const plain = url.replace(/\{\?dns\}$/, '')
  return { name: new URL(plain).host, url: plain }
}
