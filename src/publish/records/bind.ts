/**
 * Lines of a zone file (RFC 1035 section 5), as BIND, Knot and NSD read it, and as many providers import it:
 *
 *   _mta-sts  3600 IN TXT   "v=STSv1; id=2026083101"
 */
import {
  absolute,
  former,
  relativeName,
  replacing,
  type Output,
  type RecordFormat,
  type ZoneRecord,
} from '../record.ts'
import { quotedStrings, txtStrings } from '../txt-strings.ts'

export const bind: RecordFormat = { id: 'bind', title: 'Zone file', write }

function write(records: readonly ZoneRecord[]): Output {
  const [first] = records
  const width = Math.max(0, ...records.map((record) => relativeName(record).length))
  const lines = records.flatMap((record) => [
    ...former(record).map((old) => `; take out: ${line({ ...old }, width, oneLine)}\n`),
    `${line(record, width, data)}\n`,
  ])
  return {
    text: first === undefined ? '' : `$ORIGIN ${absolute(first.zone)}\n${lines.join('')}`,
    fileName: first === undefined ? null : `${first.zone}.records`,
    language: 'dns',
    replaceHere: [],
    notes: notesOn(records),
  }
}

function line(record: ZoneRecord, width: number, write: (record: ZoneRecord) => string): string {
  const name = relativeName(record).padEnd(width)
  return `${name} ${record.ttl} IN ${record.type.padEnd(5)} ${write(record)}`
}

/** Several strings stand in parentheses, a string to a line. */
function data(record: ZoneRecord): string {
  if (record.type === 'CNAME' || txtStrings(record.value).length === 1) return oneLine(record)
  return `(\n    ${quotedStrings(record.value, { between: '\n    ' })} )`
}

function oneLine({ type, value }: ZoneRecord): string {
  return type === 'CNAME' ? absolute(value) : quotedStrings(value)
}

function notesOn(records: readonly ZoneRecord[]): string[] {
  const notes = [
    'Raise the serial number in the zone’s SOA record, and load the zone.',
    'Keep the quotation marks: without them everything after the first `;` is a comment.',
  ]
  if (replacing(records).length > 0)
    notes.unshift(
      'Take the lines out that a comment names. Two records at one name switch the feature off.',
    )
  return notes
}
