import type { Fact, FailedReason } from '../../../facts/fact.ts'
import { partsOf, type RawFactSet } from '../../../facts/fact-set.ts'

/** Failures of ours or of the way there, as opposed to those of the domain's own servers. */
const OURS: ReadonlySet<FailedReason> = new Set([
  'timeout',
  'resolver',
  'offline',
  'rate-limited',
  'rcode',
])

/** How much of the DNS could be asked: everything, a part, or nothing at all. */
export type Reach = 'whole' | 'part' | 'none'

export function reachOf(facts: RawFactSet): Reach {
  const lookups = Object.values(facts)
    .flatMap((fact) => partsOf(fact as Fact<unknown>))
    .filter(({ source }) => source.dns !== undefined)
  const failed = lookups.filter((fact) => fact.state === 'failed' && OURS.has(fact.reason))
  if (failed.length === 0) return 'whole'
  return failed.length === lookups.length ? 'none' : 'part'
}
