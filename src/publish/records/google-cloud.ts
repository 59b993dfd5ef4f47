/**
 * Commands of `gcloud` for Google Cloud DNS. `--rrdatas` is a list that commas divide; where the data has commas, another
 * delimiter is named in front of it (`gcloud topic escaping`).
 */
import { absolute, type Output, type RecordFormat, type ZoneRecord } from '../record.ts'
import { posixQuoted, posixWord } from '../shell.ts'
import { quotedStrings } from '../txt-strings.ts'

export const googleCloud: RecordFormat = { id: 'google-cloud', title: 'Google Cloud', write }

function write(records: readonly ZoneRecord[]): Output {
  return {
    text: records.map((record) => `${command(record)}\n`).join(''),
    fileName: null,
    language: 'sh',
    replaceHere: ['MANAGEDZONE'],
    notes: [
      '`MANAGEDZONE` is the name that the zone has in your project: `gcloud dns managed-zones list` shows it.',
      '`create` refuses to add to what is there, and `update` replaces it.',
    ],
  }
}

function command({ name, type, ttl, value, replaces }: ZoneRecord): string {
  const data = type === 'CNAME' ? absolute(value) : quotedStrings(value)
  return [
    `gcloud dns record-sets ${replaces.length === 0 ? 'create' : 'update'} ${posixWord(absolute(name))}`,
    `--zone=MANAGEDZONE --type=${type} --ttl=${ttl} --rrdatas=${posixQuoted(listOfOne(data))}`,
  ].join(' ')
}

function listOfOne(data: string): string {
  if (!data.includes(',') && !data.startsWith('^')) return data
  const delimiters = ['|', '~', '#', '!', '@@', '%%', '++']
  const free = delimiters.find((delimiter) => !data.includes(delimiter))
  let delimiter = free ?? '|'
  while (data.includes(delimiter)) delimiter += '|'
  return `^${delimiter}^${data}`
}
