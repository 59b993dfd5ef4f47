/** Commands of PowerDNS's `pdnsutil`; the spelling of 4.x, which 5.x still takes. Each word of content is one record. */
import {
  absolute,
  relativeName,
  type Output,
  type RecordFormat,
  type ZoneRecord,
} from '../record.ts'
import { posixQuoted, posixWord } from '../shell.ts'
import { quotedStrings } from '../txt-strings.ts'

export const powerdns: RecordFormat = { id: 'powerdns', title: 'PowerDNS', write }

function write(records: readonly ZoneRecord[]): Output {
  const [first] = records
  const raise = first === undefined ? '' : `pdnsutil increase-serial ${posixWord(first.zone)}\n`
  return {
    text: records.map(command).join('') + raise,
    fileName: null,
    language: 'sh',
    replaceHere: [],
    notes: [
      '`replace-rrset` replaces every record of the same type at the name.',
      'In PowerDNS 5 the same commands are called `pdnsutil rrset replace` and `pdnsutil zone increase-serial`.',
    ],
  }
}

function command(record: ZoneRecord): string {
  const { zone, type, ttl, value } = record
  const data = type === 'CNAME' ? absolute(value) : quotedStrings(value)
  const set = [posixWord(zone), posixWord(relativeName(record)), type, `${ttl}`]
  return `pdnsutil replace-rrset ${set.join(' ')} ${posixQuoted(data)}\n`
}
