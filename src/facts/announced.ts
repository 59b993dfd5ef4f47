import { valueOf, type Fact } from './fact.ts'
import type { HostAddresses, TxtSelection, WildcardProbe } from './fact-set.ts'
import { isWildcardHost } from './host.ts'

/** Does the domain publish a record that at least claims to be one for MTA-STS? */
export function isAnnounced(record: Fact<TxtSelection<unknown, string>> | undefined): boolean {
  return valueOf(record)?.entries.some(({ ours }) => ours) ?? false
}

/**
 * A policy host that nobody set up: no record announces it, and a wildcard of the domain makes it. Whatever it answers
 * is about the wildcard's web server and not about MTA-STS.
 */
export function isNobodysHost(
  record: Fact<TxtSelection<unknown, string>> | undefined,
  host: HostAddresses | null,
  probe: Fact<WildcardProbe> | undefined,
): boolean {
  if (record === undefined || record.state === 'failed' || isAnnounced(record)) return false
  return host !== null && isWildcardHost(host, valueOf(probe))
}
