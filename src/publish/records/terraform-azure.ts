/** Terraform with Microsoft's provider: relative names, plain text, which the provider splits by itself. */
import { hclOutput, hclString, type Resource } from '../hcl.ts'
import { relativeName, type Output, type RecordFormat, type ZoneRecord } from '../record.ts'

export const terraformAzure: RecordFormat = {
  id: 'terraform-azure',
  title: 'Terraform, Azure',
  write,
}

function write(records: readonly ZoneRecord[]): Output {
  return hclOutput(
    records.map(resource),
    ['RESOURCEGROUP'],
    ['`RESOURCEGROUP` is the group that holds the zone.'],
    ['SUBSCRIPTION'],
  )
}

function resource(record: ZoneRecord): Resource {
  const { zone, type, ttl, value } = record
  const name = relativeName(record)
  const isAlias = type === 'CNAME'
  const place = `/subscriptions/SUBSCRIPTION/resourceGroups/RESOURCEGROUP/providers/Microsoft.Network/dnsZones/${zone}/${type}/${name}`
  return {
    kind: isAlias ? 'azurerm_dns_cname_record' : 'azurerm_dns_txt_record',
    record,
    attributes: [
      ['name', hclString(name)],
      ['zone_name', hclString(zone)],
      ['resource_group_name', '"RESOURCEGROUP"'],
      ['ttl', `${ttl}`],
      ...(isAlias ? [['record', hclString(value)] as [string, string]] : []),
    ],
    blocks: isAlias ? [] : [['record', ['value', hclString(value)]]],
    importId: hclString(place),
  }
}
