import { judge } from '../checks/report.ts'
import { isSampleDomain } from '../gather/sample/sample-domain.ts'
import { sampleSources } from '../gather/sample/sample-sources.ts'
import { gatherDomain } from '../gather/gather-domain.ts'
import type { Sources } from '../gather/sources.ts'
import { limitedTo } from '../gather/waiting.ts'
import type { DomainInput } from '../protocols/dns/domain-input.ts'
import type { Judged } from './judged.ts'
import { nodeSources, type NetworkOptions } from './node-sources.ts'

/** Domains that are checked at the same time. */
const AT_ONCE = 4

/** Checks domains side by side; the results are in the order of the domains. */
export function checkDomains(
  domains: readonly DomainInput[],
  options: NetworkOptions & { selector?: string },
): Promise<Judged>[] {
  const inLine = limitedTo(AT_ONCE)
  let network: Sources | undefined
  // One set of sources for all of them: what two domains share is asked once.
  const sourcesFor = (domain: string): Sources => {
    if (options.resolvers.length === 0 && isSampleDomain(domain))
      return sampleSources(undefined, options.now)
    network ??= nodeSources(options)
    return network
  }
  return domains.map((subject) =>
    inLine(async () => {
      const { selector = null } = options
      const facts = await gatherDomain({ ...subject, selector }, sourcesFor(subject.domain))
      return { report: judge({ kind: 'domain', name: subject.domain }, facts) }
    }),
  )
}
