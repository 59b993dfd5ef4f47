/** What `signet make` asks before it makes anything: the same questions, of the same sources, as a check. */
import type { RawFacts, RawFactSet } from '../facts/fact-set.ts'
import { DOMAIN_PLAN } from '../gather/domain-plan.ts'
import { gatherDomain } from '../gather/gather-domain.ts'
import type { CheckSubject } from '../gather/plan.ts'
import { isSampleDomain } from '../gather/sample/sample-domain.ts'
import { sampleSources } from '../gather/sample/sample-sources.ts'
import { zoneOf } from '../gather/zone-of.ts'
import { nodeSources, type NetworkOptions } from './node-sources.ts'

/** @param findZone false when the zone is known, and asking for it would be for nothing */
export async function gatherForMaking(
  subject: CheckSubject,
  names: readonly (keyof RawFacts)[],
  findZone: boolean,
  options: NetworkOptions,
): Promise<{ raw: RawFactSet; zone: string }> {
  const isSample = options.resolvers.length === 0 && isSampleDomain(subject.domain)
  const sources = isSample ? sampleSources(undefined, options.now) : nodeSources(options)
  const plan = DOMAIN_PLAN.filter(({ name }) => names.includes(name))
  const [raw, zone] = await Promise.all([
    gatherDomain(subject, sources, { plan }),
    findZone ? zoneOf(subject.domain, sources) : subject.domain,
  ])
  return { raw, zone }
}
