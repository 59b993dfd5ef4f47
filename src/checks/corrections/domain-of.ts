import { valueOf, type Fact } from '../../facts/fact.ts'
import type { FactSet } from '../../facts/fact-set.ts'

/** The domain that the facts are about, or null when texts were given without one. */
export function domainOf(facts: FactSet): string | null {
  const subject = valueOf(facts.subject)
  if (subject !== null) return subject.domain
  return (
    /^_mta-sts\.(.+)$/.exec(facts.mtaStsTxt?.source.name ?? '')?.[1] ??
    /^_smtp\._tls\.(.+)$/.exec(facts.tlsRptTxt?.source.name ?? '')?.[1] ??
    /^https:\/\/mta-sts\.([^/]+)\//.exec(facts.mtaStsPolicyFile?.source.name ?? '')?.[1] ??
    null
  )
}

/** Where the aliases of a name end, or null when it has none. */
export function aliasOf({ source }: Fact<unknown>): string | null {
  return source.dns?.chain.at(-1)?.target ?? null
}
