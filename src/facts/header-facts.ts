import type { HeaderField } from '../protocols/received-headers/header-field.ts'
import type { Fact } from './fact.ts'

export interface HeaderRawFacts {
  /** The header fields of a received message, as the visitor pasted them; they stay in the browser. */
  headers: Fact<HeaderField[]>
}
