import type { Fact } from './fact.ts'

/** A and AAAA of one name, aliases in each fact's source. */
export interface HostAddresses {
  name: string
  a: Fact<string[]>
  aaaa: Fact<string[]>
}
