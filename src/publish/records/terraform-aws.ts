/**
 * Terraform with Amazon's provider. It sets the outer quotation marks itself, so only the seam between two strings is
 * written: `""`. Below them Route 53's own escapes apply.
 */
import { hclOutput, hclString, type Resource } from '../hcl.ts'
import type { Output, RecordFormat, ZoneRecord } from '../record.ts'
import { escapedInOctal, txtStrings } from '../txt-strings.ts'

export const terraformAws: RecordFormat = { id: 'terraform-aws', title: 'Terraform, AWS', write }

function write(records: readonly ZoneRecord[]): Output {
  return hclOutput(
    records.map(resource),
    ['var.zone_id'],
    [
      '`var.zone_id` stands for your configuration’s own expression for the hosted zone’s identifier, such as `aws_route53_zone.main.zone_id`.',
    ],
  )
}

function resource(record: ZoneRecord): Resource {
  const { name, type, ttl, value } = record
  const data = type === 'CNAME' ? value : txtStrings(value).map(escapedInOctal).join('""')
  return {
    kind: 'aws_route53_record',
    record,
    attributes: [
      ['zone_id', 'var.zone_id'],
      ['name', hclString(name)],
      ['type', hclString(type)],
      ['ttl', `${ttl}`],
      ['records', `[${hclString(data)}]`],
    ],
    importId: `"\${var.zone_id}_${name}_${type}"`,
  }
}
