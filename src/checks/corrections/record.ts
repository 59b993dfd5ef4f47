/** The corrected MTA-STS record (RFC 8461 section 3.1): the right version, one good id, and the extensions that are legal. */
import { valueOf } from '../../facts/fact.ts'
import type { FactSet } from '../../facts/fact-set.ts'
import { isAlphanumeric } from '../../protocols/text/cursor.ts'
import { formatStsRecord, parseStsRecord, type StsRecord } from '../../protocols/mta-sts/record.ts'
import { nextId } from '../../protocols/mta-sts/next-id.ts'
import { dateOfId } from '../../protocols/mta-sts/record-id.ts'
import { isExtensionName, isExtensionValue, unescaped } from '../../protocols/text/fields.ts'
import { recordsElsewhere } from '../rules/mta-sts/record-entries.ts'
import { recordDifference } from './changes.ts'
import type { CorrectedText } from './corrected-text.ts'
import { aliasOf, domainOf } from './domain-of.ts'

export interface RecordNeeds {
  /** The policy file changes too, so senders must be told by another id. */
  newPolicy: boolean
}

/** The record that replaces what stands at the name, or null: it can stay, or the name could not be looked up. */
export function correctStsRecord(facts: FactSet, { newPolicy }: RecordNeeds): CorrectedText | null {
  const domain = domainOf(facts)
  const { mtaStsRecord } = facts
  if (domain === null || mtaStsRecord === undefined || mtaStsRecord.state === 'failed') return null
  const live = stsTexts(facts)
  const texts = live.length > 0 ? live : textsElsewhere(facts)
  const edited = live.length > 0 ? editedText(facts) : null
  const best = edited === null ? bestOf(texts) : readLeniently(edited)
  const old = live.length > 0 ? best.text : null
  const needsId = newPolicy || isIdStale(facts)
  const only = valueOf(mtaStsRecord)?.usable ?? null
  if (only !== null && !needsId && isClean(facts)) return null
  const id = needsId || best.id === null ? freshId(facts, texts) : best.id
  const text = formatStsRecord({ id, extensions: best.extensions })
  return {
    correction: 'mta-sts-record',
    kind: 'txt',
    // A delegated record is changed where it stands; an alias that leads nowhere is replaced.
    where: (old !== null && aliasOf(mtaStsRecord)) || `_mta-sts.${domain}`,
    old,
    text,
    ...(old === null ? { changes: [], removed: [] } : recordDifference(old, text)),
    notes: [],
  }
}

/** All texts at the name that are or mean to be the record, in the order of the answer. */
export function stsTexts({ mtaStsRecord }: FactSet): string[] {
  const { entries } = valueOf(mtaStsRecord) ?? { entries: [] }
  return entries.filter(({ ours }) => ours).map(({ text }) => text)
}

/** Records that go when the rest stays or is replaced: all that mean to be the record but the one that is edited. */
export function surplusTexts(facts: FactSet): string[] {
  const texts = stsTexts(facts)
  const kept = texts.indexOf(editedText(facts) ?? '')
  return texts.filter((_, index) => index !== kept)
}

/** The one that a sender uses, else the best of them. */
function editedText(facts: FactSet): string | null {
  const { entries, usable } = valueOf(facts.mtaStsRecord) ?? { entries: [], usable: null }
  const used = entries.find(({ value }) => value !== null && value === usable)
  return used?.text ?? bestOf(stsTexts(facts)).text
}

/** What stands at wrong names moves as it is. */
function textsElsewhere({ mtaStsElsewhere, domainTxt }: FactSet): string[] {
  return recordsElsewhere({ mtaStsElsewhere, domainTxt }).flatMap(({ txt }) =>
    (valueOf(txt) ?? []).map(({ text }) => text).filter((text) => parseStsRecord(text).ours),
  )
}

interface Readable extends Omit<StsRecord, 'id'> {
  text: string | null
  id: string | null
}

/** The newest of them by the date in its id, else the last. */
function bestOf(texts: readonly string[]): Readable {
  const read = texts.map(readLeniently)
  const date = ({ id }: Readable): string => (id !== null && dateOfId(id) !== null ? id : '')
  return read.reduce((best, next) => (date(next) >= date(best) ? next : best), {
    text: null,
    id: null,
    extensions: [],
  })
}

/** Nobody's record is so long; what is longer is not searched for what it might have meant. */
const LONGEST = 2000

const POLICY_FIELDS = new Set(['v', 'version', 'mode', 'mx', 'max_age', 'rua', 'id'])

/** What its owner meant, as far as it can be told. */
function readLeniently(text: string): Readable {
  if (text.length > LONGEST) return { text, id: null, extensions: [] }
  const pairs = unescaped(text)
    .split(/[;；]/)
    .map((field) => field.replace(/^[\s"'“”]+|[\s"'“”]+$/g, ''))
    .flatMap((field) => {
      const [, name, value] = /^([^=\s]+)\s*=\s*(.*)$/s.exec(field) ?? []
      return name === undefined || value === undefined ? [] : [{ name, value }]
    })
  const id = pairs.find(({ name }) => name.toLowerCase() === 'id')?.value ?? ''
  const extensions = pairs.filter(
    ({ name, value }) =>
      !POLICY_FIELDS.has(name.toLowerCase()) &&
      isExtensionName(name) &&
      isExtensionValue(value) &&
      !/[\\%&]/.test(value),
  )
  return { text, id: isId(id) ? id : null, extensions }
}

/** sts-id value = 1*32(ALPHA / DIGIT) */
function isId(text: string): boolean {
  return text.length >= 1 && text.length <= 32 && Array.from(text).every(isAlphanumeric)
}

function freshId(facts: FactSet, texts: readonly string[]): string {
  const live = texts.flatMap((text) => readLeniently(text).id ?? [])
  const kept = valueOf(facts.previous)?.stsId ?? ''
  const now = valueOf(facts.now)
  if (now !== null) return nextId(now, [...live, kept])
  // Without a clock any other id will do: the same with one digit more.
  const [id = ''] = live
  return id.length < 32 ? `${id}1` : `${id.slice(0, 31)}${id.endsWith('1') ? '2' : '1'}`
}

/** Was the policy changed since the last check, and the id was not? */
function isIdStale(facts: FactSet): boolean {
  const previous = valueOf(facts.previous)
  const id = valueOf(facts.mtaStsRecord)?.usable?.id
  const text = valueOf(facts.mtaStsPolicy)?.text
  if (!previous?.policyText || text === undefined || id === undefined) return false
  const lines = (file: string) => file.replaceAll('\r\n', '\n').replace(/\n$/, '')
  return previous.stsId === id && lines(previous.policyText) !== lines(text)
}

/** One record, and nothing in it that any sender stumbles over; extensions are the owner's business. */
function isClean({ mtaStsRecord }: FactSet): boolean {
  const ours = (valueOf(mtaStsRecord)?.entries ?? []).filter(({ value }) => value !== null)
  return ours.every(({ problems }) => problems.every(({ code }) => code === 'extension'))
}
