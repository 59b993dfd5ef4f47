import type { TlsaRecord } from '../protocols/dane/tlsa.ts'
import type { Fact } from './fact.ts'

/** TLSA of one mail server. */
export interface TlsaHost {
  /** The mail server. */
  host: string
  /** At `_25._tcp.<host>`. */
  tlsa: Fact<TlsaRecord[]>
}

export interface DaneRawFacts {
  tlsa: Fact<TlsaHost[]>
  /** TLSA at names that mail does not use: `_443._tcp.<host>`, `_25._tcp.<domain>`. Asked when the right one has none. */
  tlsaElsewhere: Fact<TlsaHost[]>
}
