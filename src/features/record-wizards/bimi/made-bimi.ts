import { correctDmarcRecord, raisedDmarcRecord } from '../../../checks/corrections/dmarc.ts'
import type { CorrectedText } from '../../../checks/corrections/corrected-text.ts'
import { readBack } from '../../../checks/read-back.ts'
import type { Worded } from '../../../checks/report.ts'
import type { FactSet } from '../../../facts/fact-set.ts'
import {
  dmarcRecordFor,
  makeBimi,
  readBimi,
  type BimiChoices,
  type BimiField,
} from '../../../publish/make/bimi.ts'
import type { Fault } from '../../../publish/make/fault.ts'
import type { BimiForm } from '../../../publish/make/form-state/bimi.ts'
import type { ZoneRecord } from '../../../publish/record.ts'
import { readBackFindings } from '../view-model/read-back-view.ts'
import type { Today } from './today.ts'

/** The DMARC record that is needed first, and what the rules say of it. */
export interface DmarcFirst {
  record: ZoneRecord
  /** What was decided, and what to look at before: whole sentences. */
  notes: string[]
  findings: Worded[]
}

export type BimiMade =
  | { ok: false; faults: Fault<BimiField>[] }
  | {
      ok: true
      choices: BimiChoices
      record: ZoneRecord
      notes: string[]
      findings: Worded[]
      isLive: boolean
    }

export function madeOf(form: BimiForm, today: Today, facts: FactSet): BimiMade {
  const reading = readBimi(form, today)
  if (!reading.ok) return { ok: false, faults: reading.faults }
  const { choices } = reading
  const { records, notes } = makeBimi(choices, today.record)
  const [record] = records
  if (record === undefined) return { ok: false, faults: [] }
  const isLive = today.record.ours.length === 1 && today.record.ours[0] === record.value
  const generated = { domain: choices.domain, records, policy: null }
  const findings = readBackFindings(readBack(generated, today.now, dmarcAround(facts)), ['bimi'])
  return {
    ok: true,
    choices,
    record: isLive ? { ...record, replaces: [] } : record,
    notes: isLive ? [] : notes,
    // What DMARC lacks is said where DMARC is.
    findings: findings.filter(({ id }) => !isAboutDmarc(id)),
    isLive,
  }
}

/** What keeps the logo away until DMARC is right, worst first. */
export function dmarcObstacles(today: Today, facts: FactSet): Worded[] {
  const value = 'v=BIMI1; l=https://example.com/logo.svg'
  const record = { name: today.record.name, type: 'TXT', value, ttl: 3600 }
  const generated = { domain: today.domain, records: [record], policy: null }
  const back = readBack(generated, today.now, dmarcAround(facts))
  return readBackFindings(back, ['bimi']).filter(
    ({ id, words }) => isAboutDmarc(id) && words.severity !== 'notice',
  )
}

/** The DMARC record that BIMI can build on; null where nothing stands in the way, or nothing can be offered. */
export function dmarcFirst(today: Today, facts: FactSet): DmarcFirst | null {
  const raised: CorrectedText | null = raisedDmarcRecord(facts) ?? correctDmarcRecord(facts)
  if (raised === null) return null
  const record = dmarcRecordFor(raised, { zone: today.zone, ttl: 3600 })
  const generated = { domain: today.domain, records: [record], policy: null }
  const findings = readBackFindings(readBack(generated, today.now), ['dmarc'])
  return { record, notes: raised.notes, findings }
}

function isAboutDmarc(id: string): boolean {
  return id.startsWith('bimi.dmarc.')
}

function dmarcAround({ dmarcTxt, dmarcAbove }: FactSet) {
  return {
    ...(dmarcTxt === undefined ? {} : { dmarcTxt }),
    ...(dmarcAbove === undefined ? {} : { dmarcAbove }),
  }
}
