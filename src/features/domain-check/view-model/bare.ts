import type { Fact } from '../../../facts/fact.ts'
import { absentWords, failedBriefly, faultyWords } from '../../../queries/failure-words.ts'
import { standingOfFact, type Seen } from './step.ts'

/** A fact without a value, in a few words. */
export function bare(fact: Fact<unknown> | undefined): Seen {
  const standing = standingOfFact(fact)
  switch (fact?.state) {
    case 'absent':
      return { standing, detail: absentWords(fact.how) }
    case 'faulty':
      return { standing, detail: faultyWords(fact.reason) }
    case 'failed':
      return { standing, detail: failedBriefly(fact.reason) }
    case 'found':
      return { standing, detail: 'there' }
    case undefined:
      return { standing, detail: 'nobody needed to ask' }
  }
}
