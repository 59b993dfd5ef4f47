/**
 * A change batch for Amazon Route 53. The value holds the quotation marks itself, several strings stand with a blank
 * between them, and bytes that are not printable are written in octal. UPSERT replaces all that is there at the name.
 */
import { absolute, type Output, type RecordFormat, type ZoneRecord } from '../record.ts'
import { escapedInOctal, quotedStrings } from '../txt-strings.ts'

export const route53: RecordFormat = { id: 'route53', title: 'Route 53', write }

function write(records: readonly ZoneRecord[]): Output {
  const batch = {
    Comment: records.map(({ name }) => name).join(', '),
    Changes: records.map((record) => ({ Action: 'UPSERT', ResourceRecordSet: recordSet(record) })),
  }
  return {
    text: `${JSON.stringify(batch, null, 2)}\n`,
    fileName: 'change.json',
    language: 'json',
    replaceHere: ['ZONEID'],
    notes: [
      'Save it as `change.json` and run `aws route53 change-resource-record-sets --hosted-zone-id ZONEID --change-batch file://change.json`.',
      'It replaces every record of the same type at the name.',
    ],
  }
}

function recordSet({ name, type, ttl, value }: ZoneRecord): object {
  const data = type === 'CNAME' ? absolute(value) : quotedStrings(value, { escape: escapedInOctal })
  return { Name: absolute(name), Type: type, TTL: ttl, ResourceRecords: [{ Value: data }] }
}
