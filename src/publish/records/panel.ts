/** Any provider's web page: the fields one by one, each to be copied, and what such pages get wrong. */
import {
  namesOf,
  relativeName,
  replacing,
  type Output,
  type RecordFormat,
  type ZoneRecord,
} from '../record.ts'
import { txtStrings } from '../txt-strings.ts'

/** The fields of one record as such pages ask for them. */
export interface PanelCard {
  /** `_mta-sts`, relative to the zone. */
  name: string
  type: ZoneRecord['type']
  /** Without quotation marks; an alias's target without final dot. */
  value: string
  /** Seconds. */
  ttl: number
  /** What a page that wants whole names takes in place of `name`. */
  wholeName: string
  /** Values to be replaced. */
  replaces: readonly string[]
}

export function panelCards(records: readonly ZoneRecord[]): PanelCard[] {
  return records.map((record) => ({
    name: relativeName(record),
    type: record.type,
    value: record.value,
    ttl: record.ttl,
    wholeName: record.name,
    replaces: record.replaces,
  }))
}

export const panel: RecordFormat = { id: 'panel', title: 'Any panel', write }

function write(records: readonly ZoneRecord[]): Output {
  return {
    text: panelCards(records).map(cardText).join('\n'),
    fileName: null,
    language: 'text',
    replaceHere: [],
    notes: notesOn(records),
  }
}

function cardText({ name, type, value, ttl, replaces }: PanelCard): string {
  const fields = [
    ['Name', name],
    ['Type', type],
    ['Value', value],
    ['TTL', `${ttl}`],
    ...replaces.map((old) => ['In place of', old]),
  ]
  const width = Math.max(...fields.map(([label = '']) => label.length))
  return fields.map(([label = '', text = '']) => `${label.padEnd(width)}  ${text}\n`).join('')
}

function notesOn(records: readonly ZoneRecord[]): string[] {
  const old = replacing(records)
  const [first] = records
  if (first === undefined) return []
  const notes = [
    `Most panels append the zone to the name. If you type all of \`${first.name}\` into one that does, you make \`${first.name}.${first.zone}\`.`,
    'Type the value without quotation marks. Some panels keep them as part of the text, and the record then counts as none.',
    'An underscore is allowed in these names. If the panel refuses it, ask your provider.',
  ]
  if (old.length > 0)
    notes.unshift(
      `Change the record that is there at ${namesOf(old)}. A second one beside it switches the feature off.`,
    )
  if (records.some(({ type, value }) => type === 'TXT' && txtStrings(value).length > 1))
    notes.push('The value is longer than 255 bytes. Type it as one: the panel splits it by itself.')
  if (records.some(({ type }) => type === 'CNAME'))
    notes.push(
      'If the panel can put a proxy before an alias, leave it off, unless the proxy itself serves the file with a certificate for the name.',
    )
  return notes
}
