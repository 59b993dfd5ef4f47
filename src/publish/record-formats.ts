/** All output formats, in the order in which they are offered. */
import type { RecordFormat } from './record.ts'
import { azure } from './records/azure.ts'
import { bind } from './records/bind.ts'
import { cloudflare } from './records/cloudflare.ts'
import { dnscontrol } from './records/dnscontrol.ts'
import { dnsmasq } from './records/dnsmasq.ts'
import { googleCloud } from './records/google-cloud.ts'
import { nsupdate } from './records/nsupdate.ts'
import { octodns, octodnsPlain } from './records/octodns.ts'
import { panel } from './records/panel.ts'
import { powerdnsApi } from './records/powerdns-api.ts'
import { powerdns } from './records/powerdns.ts'
import { route53 } from './records/route53.ts'
import { terraformAws } from './records/terraform-aws.ts'
import { terraformAzure } from './records/terraform-azure.ts'
import { terraformCloudflare } from './records/terraform-cloudflare.ts'
import { terraformGoogle } from './records/terraform-google.ts'
import { tinydns } from './records/tinydns.ts'
import { windows } from './records/windows.ts'

export const RECORD_FORMATS: readonly RecordFormat[] = [
  panel,
  bind,
  nsupdate,
  route53,
  cloudflare,
  googleCloud,
  azure,
  powerdns,
  powerdnsApi,
  terraformAws,
  terraformCloudflare,
  terraformGoogle,
  terraformAzure,
  octodns,
  octodnsPlain,
  dnscontrol,
  tinydns,
  windows,
  dnsmasq,
]
