import { isSelectedStsRecord, parseStsRecord } from '../../protocols/mta-sts/record.ts'
import { isSelectedTlsRptRecord, parseTlsRptRecord } from '../../protocols/tls-rpt/record.ts'
import { isNobodysHost } from '../announced.ts'
import { mapFact, valueOf } from '../fact.ts'
import type { DerivedFacts, FactSet, RawFactSet } from '../fact-set.ts'
import { bimiFacts } from './bimi.ts'
import { logoFacts } from '../logo-facts.ts'
import { dmarcFacts } from './dmarc.ts'
import { lookupsIn } from './lookups.ts'
import { readPolicyFile } from './policy-file.ts'
import { policyHostFacts } from './policy-host.ts'
import { selectTxt } from './txt-selection.ts'

/** Raw facts → the same and everything that follows from them. Pure: a saved report can be judged again. */
export function derive(raw: RawFactSet): FactSet {
  const derived: Partial<DerivedFacts> = { lookups: lookupsIn(raw) }
  if (raw.mtaStsTxt)
    derived.mtaStsRecord = mapFact(raw.mtaStsTxt, (records) =>
      selectTxt(records, parseStsRecord, isSelectedStsRecord),
    )
  const isNobodys = isNobodysHost(derived.mtaStsRecord, valueOf(raw.policyHost), raw.wildcard)
  if (raw.mtaStsPolicyFile && !isNobodys) {
    derived.mtaStsPolicy = mapFact(raw.mtaStsPolicyFile, readPolicyFile)
    Object.assign(derived, policyHostFacts(raw.mtaStsPolicyFile))
  }
  if (raw.tlsRptTxt)
    derived.tlsRptRecord = mapFact(raw.tlsRptTxt, (records) =>
      selectTxt(records, parseTlsRptRecord, isSelectedTlsRptRecord),
    )
  Object.assign(derived, dmarcFacts(raw), bimiFacts(raw), logoFacts(raw))
  return { ...raw, ...derived }
}
