/**
 * Commands of `az` for Azure DNS. `add-record` adds to what is there, so the old value is taken out first; several texts
 * after one `-v` are joined into one record. A record set gets its TTL, unless it is an hour, when it is made.
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
import { posixQuoted, posixWord } from '../shell.ts'
import { txtStrings } from '../txt-strings.ts'

const DEFAULT_TTL = 3600

export const azure: RecordFormat = { id: 'azure', title: 'Azure', write }

function write(records: readonly ZoneRecord[]): Output {
  const notes = [
    '`RESOURCEGROUP` is the group that holds the zone: `az network dns zone list` shows it.',
  ]
  if (replacing(records).length > 0)
    notes.unshift('Run the commands together: between them there is no record at all.')
  return {
    text: records.flatMap(commands).join(''),
    fileName: null,
    language: 'sh',
    replaceHere: ['RESOURCEGROUP'],
    notes,
  }
}

function commands(record: ZoneRecord): string[] {
  const ttl = record.ttl === DEFAULT_TTL ? [] : [command('create', record, `--ttl ${record.ttl}`)]
  if (record.type === 'CNAME')
    return [...ttl, command('set-record', record, `-c ${posixWord(absolute(record.value))}`)]
  return [
    ...former(record).map((old) => command('remove-record', old, texts(old))),
    ...ttl,
    command('add-record', record, texts(record)),
  ]
}

function command(verb: string, record: ZoneRecord, rest: string): string {
  const where = `-g RESOURCEGROUP -z ${posixWord(record.zone)} -n ${posixWord(relativeName(record))}`
  return `az network dns record-set ${record.type.toLowerCase()} ${verb} ${where} ${rest}\n`
}

function texts({ value }: ZoneRecord): string {
  return `-v ${txtStrings(value).map(posixQuoted).join(' ')}`
}
