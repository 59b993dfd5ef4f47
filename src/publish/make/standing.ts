/** What stands at the name of a record today, so that it is replaced and never doubled. */
import type { Fact } from '../../facts/fact.ts'
import type { TxtRecord } from '../../protocols/dns/records.ts'

export interface Standing {
  /** False where nobody looked, or where the look-up failed: there may be a record. */
  known: boolean
  /** Where it is changed, in A-labels without a final dot: the name itself, or the end of its aliases. */
  name: string
  /** Texts that are this record, or mean to be. */
  ours: readonly string[]
  /** Other texts at the name, which belong to something else. */
  others: readonly string[]
  /** Seconds for which the resolver that answered may go on to give this answer; null when there was none. */
  ttl: number | null
}

export function nothingKnown(name: string): Standing {
  return { known: false, name, ours: [], others: [], ttl: null }
}

/** @param isOurs is a text this kind of record, or means to be? */
export function standingAt(
  name: string,
  fact: Fact<TxtRecord[]> | undefined,
  isOurs: (text: string) => boolean,
): Standing {
  if (fact === undefined || fact.state === 'failed') return nothingKnown(name)
  const { dns } = fact.source
  const texts = fact.state === 'found' ? fact.value.map(({ text }) => text) : []
  // An alias that leads nowhere is replaced where it stands.
  const end = texts.length > 0 ? dns?.chain.at(-1)?.target : undefined
  return {
    known: fact.state !== 'faulty',
    name: end ?? name,
    ours: texts.filter(isOurs),
    others: texts.filter((text) => !isOurs(text)),
    ttl: dns?.ttl ?? null,
  }
}
