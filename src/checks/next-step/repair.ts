/** MTA-STS that is there and not in order: what to do, host before file before record. */
import { correctPolicy } from '../corrections/policy.ts'
import { correctStsRecord, surplusTexts } from '../corrections/record.ts'
import type { CorrectedText } from '../corrections/corrected-text.ts'
import type { NextStep, StepItem } from './step.ts'
import { isDelegated, recordsElsewhere } from '../rules/mta-sts/record-entries.ts'
import type { Checked, Judged } from './checked.ts'
import { headingOf } from './words.ts'

interface Deed {
  verb: string
  what: string
  items: StepItem[]
}

/** The repairs of host, file and record, or null when none can be offered. */
export function repairMtaSts(checked: Checked): NextStep | null {
  const { facts } = checked
  const policy = correctPolicy(facts)
  const record = correctStsRecord(facts, { newPolicy: policy !== null })
  const deeds = [...hostDeeds(checked), ...fileDeeds(policy), ...recordDeeds(checked, record)]
  if (deeds.length === 0) return null
  const why = reasonFor(checked, policy, record)
  return { kind: 'fix', heading: headingOf(deeds), why, items: deeds.flatMap(({ items }) => items) }
}

/** The alias of the host is repaired on its own, and at once: `sts.host.dangling` comes before all of this. */
const MISSING = new Set(['sts.host.present', 'sts.host.underscore'])
/** An answer that is no policy is put right by serving the file. */
const BY_FILE = new Set(['sts.fetch.html-body', 'sts.host.orphan'])

function hostDeeds({ domain, findings }: Checked): Deed[] {
  const host = `mta-sts.${domain}`
  if (findings.some(({ id }) => MISSING.has(id))) {
    const title = `Create the web host \`${host}\`, with a certificate for that name.`
    return [{ verb: 'create', what: 'the policy host', items: [{ title }] }]
  }
  const errors = findings.filter(
    ({ id, words }) =>
      words.severity === 'error' && /^sts\.(?:host|fetch)\./.test(id) && !BY_FILE.has(id),
  )
  const advice = [...new Set(errors.map(({ words }) => words.advice))]
  if (advice.length === 0) return []
  return [{ verb: 'repair', what: 'the policy host', items: advice.map((title) => ({ title })) }]
}

function fileDeeds(policy: CorrectedText | null): Deed[] {
  if (policy === null) return []
  const verb = policy.old === null ? 'serve' : 'replace'
  const title = `Serve this file at \`${policy.where}\`.`
  return [{ verb, what: 'the policy file', items: [{ title, text: policy }] }]
}

function recordDeeds(checked: Checked, record: CorrectedText | null): Deed[] {
  const { facts } = checked
  const about = facts.mtaStsTxt?.source.name ?? ''
  const surplus = surplusTexts(facts).map((text) => ({ where: record?.where ?? about, text }))
  const moved = facts.mtaStsRecord === undefined ? [] : misplaced(checked)
  const remove = [...surplus, ...(record?.old === null ? moved : [])]
  if (record !== null) {
    const isAlias =
      record.old === null &&
      facts.mtaStsRecord !== undefined &&
      isDelegated(facts.mtaStsRecord, facts.wildcard)
    return [isAlias ? unaliased(record) : written(record, remove, moved.length > 0)]
  }
  if (remove.length === 0) return []
  const what = remove.length === 1 ? 'the second record' : 'the other records'
  return [{ verb: 'delete', what, items: [{ title: `Delete ${what} at \`${about}\`.`, remove }] }]
}

function written(record: CorrectedText, remove: Removed[], isMoved: boolean): Deed {
  const { where, old } = record
  if (old === null) {
    const items = [{ title: `Publish this TXT record at \`${where}\`.`, text: record }]
    const rest = remove.length > 0 ? [{ title: 'Delete it at the wrong name.', remove }] : []
    const [verb, what] = isMoved ? ['move', 'the record'] : ['publish', 'the record']
    return { verb, what, items: [...items, ...rest] }
  }
  if (remove.length === 0) {
    const title = `Replace the TXT record at \`${where}\`. Do not add it beside the old one.`
    return { verb: 'replace', what: 'the record', items: [{ title, text: record }] }
  }
  const all = remove.length === 1 ? 'both records' : `all ${remove.length + 1} records`
  const title = `Replace the TXT record at \`${where}\` by this one.`
  const rest = remove.length === 1 ? 'the other record' : 'the other records'
  return {
    verb: 'replace',
    what: `${all} by one`,
    items: [
      { title, text: record },
      { title: `Delete ${rest} at the same name.`, remove },
    ],
  }
}

/** A name that is an alias holds no record of its own. */
function unaliased(record: CorrectedText): Deed {
  const title = `Delete the CNAME at \`${record.where}\` and publish this TXT record there, or have its target repaired.`
  return { verb: 'replace', what: 'the alias by a record', items: [{ title, text: record }] }
}

interface Removed {
  where: string
  text: string
}

/** What stands where no sender looks, when nothing stands where they do. */
function misplaced({ facts, findings }: Checked): Removed[] {
  if (!findings.some(({ id }) => id === 'sts.record.wrong-name')) return []
  const { mtaStsElsewhere, domainTxt } = facts
  return recordsElsewhere({ mtaStsElsewhere, domainTxt }).flatMap(({ name, txt }) =>
    txt.state === 'found'
      ? txt.value.filter(({ text }) => /sts/i.test(text)).map(({ text }) => ({ where: name, text }))
      : [],
  )
}

function reasonFor(
  { findings }: Checked,
  policy: CorrectedText | null,
  record: CorrectedText | null,
): string {
  const about = (prefix: RegExp): Judged | undefined =>
    findings.find(({ id, words }) => prefix.test(id) && words.severity !== 'notice')
  const host = about(/^sts\.(?:host|fetch)\./)
  const broken = about(/^sts\.record\./)
  if (policy !== null && record !== null && broken !== undefined)
    return 'In this order: once the record is right, every sender applies the policy that it finds, so the policy comes first.'
  const cause = host ?? broken ?? about(/^sts\./)
  if (cause === undefined) return 'What is published is not what it should be.'
  const { title, why } = cause.words
  if (policy === null || !record?.old) return `${title}. ${why}`
  return `${title}. Senders fetch the file again when the id changes, so the file comes first.`
}
