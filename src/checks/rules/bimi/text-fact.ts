import type { Facts } from '../../../facts/fact-set.ts'
import type { TextFact } from '../../../facts/raw-text.ts'

/**
 * The raw fact that the record in force was read from: `bimiRecord` is the domain's own selection, or that of the
 * organizational domain, and keeps the name it came from.
 */
export function textFactOf(about: string, own?: Facts['bimiTxt']): TextFact {
  return own === undefined || own.source.name === about ? 'bimiTxt' : 'bimiOrgTxt'
}
