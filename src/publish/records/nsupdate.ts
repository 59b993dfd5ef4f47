/**
 * Commands of BIND's `nsupdate` (RFC 2136). What is there at the name goes in the same transaction as the new record
 * comes, so that nobody ever sees two, or none.
 */
import { absolute, type Output, type RecordFormat, type ZoneRecord } from '../record.ts'
import { quotedStrings } from '../txt-strings.ts'

export const nsupdate: RecordFormat = { id: 'nsupdate', title: 'nsupdate', write }

function write(records: readonly ZoneRecord[]): Output {
  const [first] = records
  const lines =
    first === undefined
      ? []
      : [`zone ${absolute(first.zone)}`, ...records.flatMap(updates), 'send', '']
  return {
    text: lines.join('\n'),
    fileName: first === undefined ? null : `${first.zone}.nsupdate`,
    language: 'dns',
    replaceHere: ['KEYFILE'],
    notes: [
      'Run `nsupdate -k KEYFILE` with these lines, on the server itself `nsupdate -l`. They replace what is there.',
    ],
  }
}

function updates({ name, type, ttl, value }: ZoneRecord): string[] {
  const data = type === 'CNAME' ? absolute(value) : quotedStrings(value)
  return [
    `update delete ${absolute(name)} ${type}`,
    `update add ${absolute(name)} ${ttl} ${type} ${data}`,
  ]
}
