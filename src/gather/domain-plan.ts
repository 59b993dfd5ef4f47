import type { FactPlan } from './plan.ts'
import { BIMI_PLAN } from './plan/bimi.ts'
import { DANE_PLAN } from './plan/dane.ts'
import { DMARC_PLAN } from './plan/dmarc.ts'
import { MAIL_PLAN } from './plan/mail.ts'
import { MTA_STS_PLAN } from './plan/mta-sts.ts'
import { TLS_RPT_PLAN } from './plan/tls-rpt.ts'
import { ZONE_PLAN } from './plan/zone.ts'

/**
 * All that is gathered about a domain. An ordinary one takes at most 24 questions, and four for each mail server
 * (addresses, TLSA, and `MX` for one below the domain). Questions that only matter when something is missing are asked
 * only then; a report target elsewhere costs one more. What leads to a fetch is asked first.
 */
export const DOMAIN_PLAN: readonly FactPlan[] = [
  ...MAIL_PLAN,
  ...DMARC_PLAN,
  ...BIMI_PLAN,
  ...MTA_STS_PLAN,
  ...TLS_RPT_PLAN,
  ...DANE_PLAN,
  ...ZONE_PLAN,
]
