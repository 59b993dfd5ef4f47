import type { CorrectedText } from '../corrections/corrected-text.ts'
import { correctTlsRptRecord, tlsRptTexts } from '../corrections/tls-rpt.ts'
import type { NextStep, StepItem } from './step.ts'
import { worst, type Checked } from './checked.ts'

/** The TLS-RPT record: published, or put right. */
export function repairReports(checked: Checked): NextStep | null {
  const record = correctTlsRptRecord(checked.facts)
  const cause = worst(checked, ['rpt.'])
  if (record === null || cause === null) return null
  const others = tlsRptTexts(checked.facts).slice(1)
  const remove = others.map((text) => ({ where: record.where, text }))
  const rest: StepItem[] =
    remove.length === 0
      ? []
      : [
          {
            title: `Delete the other ${remove.length === 1 ? 'record' : 'records'} at the same name.`,
            remove,
          },
        ]
  const verb = record.old === null ? 'Publish a TLS-RPT record' : 'Replace the TLS-RPT record'
  return {
    kind: 'fix',
    heading: remove.length === 0 ? verb : 'Keep one TLS-RPT record with all addresses',
    why: `${cause.words.title}. ${cause.words.why}`,
    items: [reportsItem(record), ...rest],
  }
}

export function reportsItem(record: CorrectedText): StepItem {
  const title =
    record.old === null
      ? `Publish this TXT record at \`${record.where}\`.`
      : `Replace the TXT record at \`${record.where}\`. Do not add it beside the old one.`
  return { title, text: record }
}
