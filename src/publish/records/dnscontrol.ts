/** Lines of a `dnsconfig.js` for DNSControl, which escapes and splits by itself. */
import {
  absolute,
  former,
  relativeName,
  replacing,
  type Output,
  type RecordFormat,
  type ZoneRecord,
} from '../record.ts'
import { javascriptString } from '../javascript.ts'

export const dnscontrol: RecordFormat = { id: 'dnscontrol', title: 'DNSControl', write }

function write(records: readonly ZoneRecord[]): Output {
  const lines = records.flatMap((record) => [
    ...former(record).map((old) => `// in place of: ${line(old)}\n`),
    `${line(record)}\n`,
  ])
  const zone = records[0]?.zone ?? ''
  return {
    text: lines.join(''),
    fileName: null,
    language: 'javascript',
    replaceHere: [],
    notes: [
      ...(replacing(records).length > 0
        ? ['Put each line in the place of the one that its comment names.']
        : []),
      `Put it among the arguments of \`D("${zone}", …)\`, look at \`dnscontrol preview\`, then run \`dnscontrol push\`.`,
    ],
  }
}

function line(record: ZoneRecord): string {
  const { type, ttl, value } = record
  const data = javascriptString(type === 'CNAME' ? absolute(value) : value)
  return `${type}(${javascriptString(relativeName(record))}, ${data}, TTL(${ttl})),`
}
