/** Terraform with Cloudflare's provider, version 5. The content holds its quotation marks, or each plan shows a change. */
import { hclOutput, hclString, type Resource } from '../hcl.ts'
import type { Output, RecordFormat, ZoneRecord } from '../record.ts'
import { quotedStrings } from '../txt-strings.ts'

export const terraformCloudflare: RecordFormat = {
  id: 'terraform-cloudflare',
  title: 'Terraform, Cloudflare',
  write,
}

function write(records: readonly ZoneRecord[]): Output {
  return hclOutput(
    records.map(resource),
    ['var.zone_id'],
    [
      '`var.zone_id` stands for your configuration’s own expression for the zone’s identifier, such as `cloudflare_zone.main.id`.',
      'In version 4 of the provider the resource is called `cloudflare_record`.',
    ],
    ['RECORDID'],
  )
}

function resource(record: ZoneRecord): Resource {
  const { name, type, ttl, value } = record
  return {
    kind: 'cloudflare_dns_record',
    record,
    attributes: [
      ['zone_id', 'var.zone_id'],
      ['name', hclString(name)],
      ['type', hclString(type)],
      ['ttl', `${ttl}`],
      ['content', hclString(type === 'CNAME' ? value : quotedStrings(value))],
    ],
    importId: '"${var.zone_id}/RECORDID"',
  }
}
