/** The mx lines of a policy, from the live MX records (RFC 8461 sections 3.2 and 4.1). Presets explain, and decide nothing. */
import { isMxPattern, matchesMxPattern, normalHost } from '../../protocols/mta-sts/mx-pattern.ts'
import { providerOf, usualPatterns, type Provider } from '../../protocols/mx/providers.ts'

export interface PatternsFromMx {
  /** One for each mail server: lower-case A-labels, without final dot, each once, in the order of the hosts. */
  patterns: string[]
  /** Hosts that no mx line can name, for example one with an underscore: no sender that enforces could deliver there. */
  unlistable: string[]
  providers: ProviderHint[]
}

/** Mail servers of a known provider, and the lines that its customers usually have for them. */
export interface ProviderHint {
  provider: Provider
  hosts: string[]
  /** Each covers at least one of the hosts. Empty where the hosts themselves are best. */
  usual: string[]
  /** Hosts that the usual lines leave out. */
  left: string[]
}

/** @param hosts names of the MX records, best preference first */
export function patternsFromMx(hosts: readonly string[]): PatternsFromMx {
  const names = [...new Set(hosts.map(normalHost))].filter((name) => name !== '')
  const patterns = names.filter((name) => isMxPattern(name) && !isAddress(name))
  return {
    patterns,
    unlistable: names.filter((name) => !patterns.includes(name)),
    providers: hintsFor(patterns),
  }
}

function hintsFor(hosts: readonly string[]): ProviderHint[] {
  const providers = new Set(hosts.flatMap((host) => providerOf(host) ?? []))
  return [...providers].map((provider) => {
    const own = hosts.filter((host) => providerOf(host) === provider)
    const usual = usualPatterns(provider, own)
    const left = own.filter((host) => coverOf(host, usual) === null)
    return { provider, hosts: own, usual, left: usual.length === 0 ? [] : left }
  })
}

export interface Cover {
  host: string
  /** The first pattern that covers it; null when a sender that enforces would refuse it. */
  by: string | null
}

/** How each mail server fares with these patterns. */
export function coverage(hosts: readonly string[], patterns: readonly string[]): Cover[] {
  return [...new Set(hosts.map(normalHost))].map((host) => ({
    host,
    by: coverOf(host, patterns),
  }))
}

function coverOf(host: string, patterns: readonly string[]): string | null {
  return patterns.find((pattern) => matchesMxPattern(pattern, host)) ?? null
}

/** Fits an mx line letter by letter, and names no host. */
function isAddress(name: string): boolean {
  return /^\d{1,3}(?:\.\d{1,3}){3}$/.test(name)
}
