import { readBack } from '../../../checks/read-back.ts'
import type { Worded } from '../../../checks/report.ts'
import type { FactSet } from '../../../facts/fact-set.ts'
import { parseStsRecord } from '../../../protocols/mta-sts/record.ts'
import { policyAgreement } from '../../../publish/make/agreement.ts'
import type { Fault } from '../../../publish/make/fault.ts'
import type { MtaStsForm } from '../../../publish/make/form-state/mta-sts.ts'
import {
  idsIn,
  makeMtaSts,
  readMtaSts,
  type MtaStsChoices,
  type MtaStsField,
} from '../../../publish/make/mta-sts.ts'
import type { ZoneRecord } from '../../../publish/record.ts'
import { readBackFindings } from '../view-model/read-back-view.ts'
import type { Today } from './today.ts'

/** What the form comes to: texts, what the rules say of them, or what is wrong with the form. */
export type MtaStsMade =
  | { ok: false; faults: Fault<MtaStsField>[] }
  | {
      ok: true
      choices: MtaStsChoices
      policy: string
      record: ZoneRecord
      notes: string[]
      /** Of the policy file, and of the record. */
      policyFindings: Worded[]
      recordFindings: Worded[]
      /** What is published today says just this. */
      isLive: boolean
      /** About the id: that it is later than the one there now. */
      idNote: string | null
    }

export function madeOf(form: MtaStsForm, today: Today, facts: FactSet): MtaStsMade {
  const reading = readMtaSts(form, today)
  if (!reading.ok) return { ok: false, faults: reading.faults }
  const fresh = makeMtaSts(reading.choices, today.record)
  const isServed =
    facts.mtaStsPolicyFile !== undefined &&
    policyAgreement(fresh.policy ?? '', facts.mtaStsPolicyFile).state === 'live'
  const usable = usableId(today)
  // Where the file stands already, and a good record with it, another id would change nothing.
  const isLive = isServed && usable !== null && (form.id === '' || form.id === usable)
  const choices = isLive ? { ...reading.choices, id: usable } : reading.choices
  const { records, policy, notes } = isLive ? makeMtaSts(choices, today.record) : fresh
  const [record] = records
  if (record === undefined || policy === null) return { ok: false, faults: [] }
  const findings = readBackFindings(
    readBack({ domain: choices.domain, records, policy }, today.now, aroundOf(facts)),
  )
  const isOfRecord = ({ id }: Worded) => id.startsWith('sts.record.')
  return {
    ok: true,
    choices,
    policy,
    record: isLive ? { ...record, replaces: [] } : record,
    notes: isLive ? [] : notes,
    policyFindings: findings.filter((finding) => !isOfRecord(finding)),
    recordFindings: findings.filter(isOfRecord),
    isLive,
    idNote: isLive ? null : idNote(choices.id, today),
  }
}

/** What is not being changed, and counts for the judgement. */
function aroundOf({ mx, domainAddresses, tlsRptTxt }: FactSet) {
  return {
    ...(mx === undefined ? {} : { mx }),
    ...(domainAddresses === undefined ? {} : { domainAddresses }),
    ...(tlsRptTxt === undefined ? {} : { tlsRptTxt }),
  }
}

/** The id of the one record there, if a strict sender can use it. */
function usableId({ record }: Today): string | null {
  const [text, ...others] = record.ours
  if (text === undefined || others.length > 0) return null
  return parseStsRecord(text).value?.id ?? null
}

function idNote(id: string, { record }: Today): string | null {
  const [live] = idsIn(record.ours)
  if (live === undefined || live === id) return null
  return `The id is later than the one published now, \`${live}\`.`
}
