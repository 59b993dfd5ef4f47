import type { FactSet } from '../../facts/fact-set.ts'
import type { Correction } from '../corrections.ts'
import { correctBimiRecord } from './bimi.ts'
import type { CorrectedText } from './corrected-text.ts'
import { correctDmarcRecord, raisedDmarcRecord } from './dmarc.ts'
import { correctPolicy } from './policy.ts'
import { correctStsRecord } from './record.ts'
import { correctTlsRptRecord } from './tls-rpt.ts'

/** The text that resolves what rules found in one of the domain's texts, or null where it can stay or none is known. */
export function correctionOf(name: Correction, facts: FactSet): CorrectedText | null {
  switch (name) {
    case 'mta-sts-policy':
      return correctPolicy(facts)
    case 'mta-sts-record':
      return correctStsRecord(facts, { newPolicy: correctPolicy(facts) !== null })
    case 'tls-rpt-record':
      return correctTlsRptRecord(facts)
    case 'dmarc-record':
      return correctDmarcRecord(facts)
    case 'dmarc-policy':
      return raisedDmarcRecord(facts)
    case 'bimi-record':
      return correctBimiRecord(facts)
  }
}
