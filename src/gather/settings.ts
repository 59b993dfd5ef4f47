/**
 * The visitor's choice of resolver, kept in this browser. What storage holds was perhaps written by somebody else: it is
 * read as if it came from outside.
 */

/** `automatic`: this site's own resolver where it has one, else Cloudflare, then Google. A URL is a resolver of one's own. */
export type ResolverChoice = 'automatic' | 'site' | 'cloudflare' | 'google' | `https://${string}`

const KEY = 'signet.resolver'
const NAMED = ['automatic', 'site', 'cloudflare', 'google'] as const

export function resolverChoice(): ResolverChoice {
  try {
    return toChoice(localStorage.getItem(KEY) ?? '') ?? 'automatic'
  } catch {
    return 'automatic'
  }
}

export function keepResolverChoice(choice: ResolverChoice): void {
  try {
    if (choice === 'automatic') localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, choice)
  } catch {
    // Storage is closed: the choice cannot be kept.
  }
}

function toChoice(kept: string): ResolverChoice | null {
  return NAMED.find((name) => name === kept) ?? readResolverUrl(kept)
}

/** The address of a DNS over HTTPS resolver as it was typed, or null: `https:` only, without user and fragment. */
export function readResolverUrl(typed: string): `https://${string}` | null {
  // RFC 8484 section 4.1 names resolvers by URI templates; without its variable the template is the address.
  const text = typed.trim().replace(/\{\?dns\}$/, '')
  if (text.length > 2000 || !/^https:\/\//i.test(text)) return null
  try {
    const url = new URL(text)
    if (url.protocol !== 'https:' || url.username !== '' || url.password !== '') return null
    return `https://${url.host}${url.pathname}${url.search}`
  } catch {
    return null
  }
}

const HOSTS = { cloudflare: 'cloudflare-dns.com', google: 'dns.google' } as const

/**
 * The host that names go to first, for people; `site` when this site's own resolver is meant.
 *
 * @param siteResolves does this site have a resolver of its own?
 */
export function resolverHost(choice: ResolverChoice, siteResolves: boolean): string {
  if (choice === 'automatic' || choice === 'site') return siteResolves ? 'site' : HOSTS.cloudflare
  return choice in HOSTS ? HOSTS[choice as keyof typeof HOSTS] : new URL(choice).host
}
