import type { TxtRecord } from '../protocols/dns/records.ts'
import type { Parsed } from '../protocols/text/problem.ts'
import type { Fact } from './fact.ts'

/** TXT of a name other than the right one, where people publish records by mistake. */
export interface NamedTxt {
  name: string
  txt: Fact<TxtRecord[]>
}

/** All TXT records of a name read as one kind of record, as a sender selects among them. */
export interface TxtSelection<T, Code extends string> {
  /** In the order of the answer, which means nothing. */
  entries: Parsed<T, Code>[]
  /** Places in `entries` that the sender's filter keeps: those that begin with exactly the version and a semicolon. */
  selected: number[]
  /** The one record that a strict sender uses, or null. */
  usable: T | null
}
