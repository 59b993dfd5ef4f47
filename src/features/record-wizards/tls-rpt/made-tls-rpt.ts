import { readBack } from '../../../checks/read-back.ts'
import type { Worded } from '../../../checks/report.ts'
import type { FactSet, RawFactSet } from '../../../facts/fact-set.ts'
import type { Fault } from '../../../publish/make/fault.ts'
import type { TlsRptForm } from '../../../publish/make/form-state/tls-rpt.ts'
import {
  makeTlsRpt,
  readTlsRpt,
  type TlsRptChoices,
  type TlsRptField,
} from '../../../publish/make/tls-rpt.ts'
import type { ZoneRecord } from '../../../publish/record.ts'
import { readBackFindings } from '../view-model/read-back-view.ts'
import type { Today } from './today.ts'

export type TlsRptMade =
  | { ok: false; faults: Fault<TlsRptField>[] }
  | {
      ok: true
      choices: TlsRptChoices
      record: ZoneRecord
      notes: string[]
      findings: Worded[]
      /** What is published today says just this. */
      isLive: boolean
    }

/** @param targets what is known of the targets that are typed */
export function madeOf(
  form: TlsRptForm,
  today: Today,
  { mx, mtaStsTxt }: FactSet,
  targets: RawFactSet,
): TlsRptMade {
  const reading = readTlsRpt(form, today)
  if (!reading.ok) return { ok: false, faults: reading.faults }
  const { choices } = reading
  const { records, notes } = makeTlsRpt(choices, today.record)
  const [record] = records
  if (record === undefined) return { ok: false, faults: [] }
  const around = {
    ...targets,
    ...(mx === undefined ? {} : { mx }),
    ...(mtaStsTxt === undefined ? {} : { mtaStsTxt }),
  }
  const generated = { domain: choices.domain, records, policy: null }
  const isLive = today.record.ours.length === 1 && today.record.ours[0] === record.value
  return {
    ok: true,
    choices,
    record: isLive ? { ...record, replaces: [] } : record,
    notes: isLive ? [] : notes,
    findings: readBackFindings(readBack(generated, today.now, around)),
    isLive,
  }
}
