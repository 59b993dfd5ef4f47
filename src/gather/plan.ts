import type { DomainInput } from '../protocols/dns/domain-input.ts'
import type { RawFacts, RawFactSet } from '../facts/fact-set.ts'
import type { Sources } from './sources.ts'

/** The domain, and which of its assertion records is meant: the default one unless a selector is given. */
export interface CheckSubject extends DomainInput {
  selector?: string | null
}

/**
 * How one raw fact is gathered. The page runs each as a query of its own, the command line as one data flow; both
 * start an entry as soon as the facts in `after` are there.
 */
export interface FactPlan<Name extends keyof RawFacts = keyof RawFacts> {
  name: Name
  /** Raw facts it waits for, in any state. */
  after: readonly (keyof RawFacts)[]
  /** What is being asked, for the page that waits: "`MX` of `example.com`". */
  asks: (subject: CheckSubject) => string
  /** Of whom it is asked. */
  of: 'resolver' | 'fetcher'
  /** False when, after what is known, nobody needs to ask; the fact then stays missing. */
  when?: (known: RawFactSet, subject: CheckSubject) => boolean
  gather: (
    subject: CheckSubject,
    known: RawFactSet,
    sources: Sources,
    signal?: AbortSignal,
  ) => Promise<RawFacts[Name]>
}
