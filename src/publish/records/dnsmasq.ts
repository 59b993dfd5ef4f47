/** Lines of dnsmasq's configuration. Strings of one record stand between commas, in quotation marks that `\` escapes. */
import { former, replacing, type Output, type RecordFormat, type ZoneRecord } from '../record.ts'
import { txtStrings } from '../txt-strings.ts'

/** dnsmasq reads no more of a line than this. */
const MAX_LINE = 1024

export const dnsmasq: RecordFormat = { id: 'dnsmasq', title: 'dnsmasq', write }

function write(records: readonly ZoneRecord[]): Output {
  const lines = records.flatMap((record) => [
    ...former(record).map((old) => `# in place of: ${line(old)}\n`),
    `${line(record)}\n`,
  ])
  const notes = [
    'Restart dnsmasq: it reads its configuration once.',
    'The TTL of these records is that of `local-ttl`, which is 0 unless you set it.',
  ]
  if (replacing(records).length > 0)
    notes.unshift('Put each line in the place of the one that its comment names.')
  if (lines.some((text) => text.length > MAX_LINE))
    notes.push(
      `A line is longer than the ${MAX_LINE} characters that dnsmasq reads. Publish the record elsewhere.`,
    )
  if (records.some(({ type }) => type === 'CNAME'))
    notes.push('An alias is answered only for a target that dnsmasq knows itself.')
  return {
    text: lines.join(''),
    fileName: records[0] === undefined ? null : `${records[0].zone}.conf`,
    language: 'text',
    replaceHere: [],
    notes,
  }
}

function line({ name, type, ttl, value }: ZoneRecord): string {
  if (type === 'CNAME') return `cname=${name},${value},${ttl}`
  return `txt-record=${[name, ...txtStrings(value).map(quoted)].join(',')}`
}

const ESCAPES: Record<string, string> = {
  '\\': '\\\\',
  '"': '\\"',
  '\t': '\\t',
  '\n': '\\n',
  '\b': '\\b',
  '\r': '\\r',
  '\u001b': '\\e',
}

function quoted(text: string): string {
  return `"${text.replaceAll(/[\\"]|\p{Cc}/gu, (character) => ESCAPES[character] ?? character)}"`
}
