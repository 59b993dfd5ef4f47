import type { FactPlan } from './plan.ts'
import { MAIL_PLAN } from './plan/mail.ts'
import { MTA_STS_PLAN } from './plan/mta-sts.ts'
import { TLS_RPT_PLAN } from './plan/tls-rpt.ts'
import { ZONE_PLAN } from './plan/zone.ts'

/**
 * All that is gathered about a domain. An ordinary one takes at most twelve questions, and three for each mail server
 * (addresses, and `MX` for one below the domain). Questions that only matter when something is missing are asked only
 * then; a report target elsewhere costs one more.
 */
export const DOMAIN_PLAN: readonly FactPlan[] = [
  ...MAIL_PLAN,
  ...MTA_STS_PLAN,
  ...TLS_RPT_PLAN,
  ...ZONE_PLAN,
]
