import type { Rule } from '../../rule.ts'
import { dmarcConsent } from './consent.ts'
import { dmarcDiscovery } from './discovery.ts'
import { dmarcPresence } from './presence.ts'
import { dmarcRecord } from './record.ts'

export const DMARC_RULES: readonly Rule[] = [
  dmarcPresence,
  dmarcRecord,
  dmarcConsent,
  dmarcDiscovery,
]
