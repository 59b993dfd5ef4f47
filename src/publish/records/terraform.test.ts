/** The four providers side by side: they differ in names, quotation marks and identifiers. */
import { expect, test } from 'vitest'
import { ALIAS, CHANGED, LONG, LONG_STRINGS, NEW } from '../../testing/zone-records.ts'
import { terraformAws } from './terraform-aws.ts'
import { terraformAzure } from './terraform-azure.ts'
import { terraformCloudflare } from './terraform-cloudflare.ts'
import { terraformGoogle } from './terraform-google.ts'

const FORMATS = [terraformAws, terraformCloudflare, terraformGoogle, terraformAzure]

test('AWS: the provider sets the outer marks', () => {
  expect(terraformAws.write([NEW]).text).toBe(`resource "aws_route53_record" "mta_sts" {
  zone_id = var.zone_id
  name    = "_mta-sts.example.com"
  type    = "TXT"
  ttl     = 3600
  records = ["v=STSv1; id=2026083101"]
}
`)
})

test('Cloudflare: marks in the content', () => {
  expect(terraformCloudflare.write([NEW]).text).toBe(`resource "cloudflare_dns_record" "mta_sts" {
  zone_id = var.zone_id
  name    = "_mta-sts.example.com"
  type    = "TXT"
  ttl     = 3600
  content = "\\"v=STSv1; id=2026083101\\""
}
`)
})

test('Google: absolute names, marks in the data', () => {
  expect(terraformGoogle.write([NEW]).text).toBe(`resource "google_dns_record_set" "mta_sts" {
  managed_zone = "MANAGEDZONE"
  name         = "_mta-sts.example.com."
  type         = "TXT"
  ttl          = 3600
  rrdatas      = ["\\"v=STSv1; id=2026083101\\""]
}
`)
})

test('Azure: relative names, plain text in a block', () => {
  expect(terraformAzure.write([CHANGED]).text).toBe(`import {
  to = azurerm_dns_txt_record.mta_sts_mail
  id = "/subscriptions/SUBSCRIPTION/resourceGroups/RESOURCEGROUP/providers/Microsoft.Network/dnsZones/example.com/TXT/_mta-sts.mail"
}

resource "azurerm_dns_txt_record" "mta_sts_mail" {
  name                = "_mta-sts.mail"
  zone_name           = "example.com"
  resource_group_name = "RESOURCEGROUP"
  ttl                 = 3600

  record {
    value = "v=STSv1; id=2026083102"
  }
}
`)
})

test.each([
  [terraformAws, '"${var.zone_id}__mta-sts.mail.example.com_TXT"', ['var.zone_id']],
  [terraformCloudflare, '"${var.zone_id}/RECORDID"', ['var.zone_id', 'RECORDID']],
  [terraformGoogle, '"MANAGEDZONE/_mta-sts.mail.example.com./TXT"', ['MANAGEDZONE']],
])('$id: what exists is imported', (format, id, replaceHere) => {
  const output = format.write([CHANGED])
  expect(output.text).toMatch(/^import \{\n {2}to = \w+\.mta_sts_mail\n/)
  expect(output.text).toContain(`  id = ${id}\n`)
  expect(output.replaceHere).toEqual(replaceHere)
  expect(output.notes[0]).toMatch(/^A record exists/)
  expect(format.write([NEW]).text).not.toContain('import')
})

test.each([
  [terraformAws, '["web.example.net"]'],
  [terraformCloudflare, '"web.example.net"'],
  [terraformGoogle, '["web.example.net."]'],
  [terraformAzure, '"web.example.net"'],
])('$id: an alias', (format, target) => {
  const { text } = format.write([ALIAS])
  expect(text).toContain(`= ${target}\n`)
  expect(text).toContain('" "mta_sts_host" {')
})

const [first = '', rest = ''] = LONG_STRINGS
test.each([
  [terraformAws, String.raw`"${first}\"\"${rest}"`],
  [terraformCloudflare, String.raw`"\"${first}\" \"${rest}\""`],
  [terraformGoogle, String.raw`"\"${first}\" \"${rest}\""`],
  [terraformAzure, `"${first}${rest}"`],
])('$id: a long text', (format, expected) => {
  expect(format.write([LONG]).text).toContain(expected)
})

test('all are saved as one file', () => {
  expect(FORMATS.map((format) => format.write([NEW]).fileName)).toEqual(
    FORMATS.map(() => 'records.tf'),
  )
})
