import { forgetKept, readKept, writeKept } from '../../../queries/kept.ts'

const KEY = 'signet.recent-domains'
const MOST = 8

/** A policy domain as `readDomainInput` gives it; what anybody else wrote into the store is left out. */
const DOMAIN = /^(?=.{1,253}$)[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})+$/

/** The domains checked last in this browser, latest first. */
export function recentDomains(): string[] {
  const kept = readKept(KEY)
  if (!Array.isArray(kept)) return []
  const domains = kept.filter(
    (item): item is string => typeof item === 'string' && DOMAIN.test(item),
  )
  return [...new Set(domains)].slice(0, MOST)
}

export function rememberDomain(domain: string): void {
  if (!DOMAIN.test(domain)) return
  const others = recentDomains().filter((other) => other !== domain)
  writeKept(KEY, [domain, ...others].slice(0, MOST))
}

export function forgetRecentDomains(): void {
  forgetKept(KEY)
}
