import { valueOf, type Fact } from '../../../facts/fact.ts'
import type { TxtSelection } from '../../../facts/fact-set.ts'

/** Does the domain publish a record that at least claims to be one for MTA-STS? */
export function isAnnounced(record: Fact<TxtSelection<unknown, string>> | undefined): boolean {
  return valueOf(record)?.entries.some(({ ours }) => ours) ?? false
}
