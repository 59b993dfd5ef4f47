/** Terraform with Google's provider: absolute names, and data with quotation marks. */
import { hclOutput, hclString, type Resource } from '../hcl.ts'
import { absolute, type Output, type RecordFormat, type ZoneRecord } from '../record.ts'
import { quotedStrings } from '../txt-strings.ts'

export const terraformGoogle: RecordFormat = {
  id: 'terraform-google',
  title: 'Terraform, Google',
  write,
}

function write(records: readonly ZoneRecord[]): Output {
  return hclOutput(
    records.map(resource),
    ['MANAGEDZONE'],
    ['`MANAGEDZONE` is the name that the zone has in your project.'],
  )
}

function resource(record: ZoneRecord): Resource {
  const { name, type, ttl, value } = record
  const data = type === 'CNAME' ? absolute(value) : quotedStrings(value)
  return {
    kind: 'google_dns_record_set',
    record,
    attributes: [
      ['managed_zone', '"MANAGEDZONE"'],
      ['name', hclString(absolute(name))],
      ['type', hclString(type)],
      ['ttl', `${ttl}`],
      ['rrdatas', `[${hclString(data)}]`],
    ],
    importId: `"MANAGEDZONE/${absolute(name)}/${type}"`,
  }
}
