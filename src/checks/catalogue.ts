import type { Rule } from './rule.ts'
import { BIMI_RULES } from './rules/bimi/list.ts'
import { DANE_RULES } from './rules/dane/list.ts'
import { DMARC_RULES } from './rules/dmarc/list.ts'
import { DNS_RULES } from './rules/dns/list.ts'
import { INPUT_RULES } from './rules/input/list.ts'
import { LOGO_RULES } from './rules/logo/list.ts'
import { MX_RULES } from './rules/mx/list.ts'
import { MTA_STS_RULES } from './rules/mta-sts/list.ts'
import { TLS_RPT_RULES } from './rules/tls-rpt/list.ts'

/** All rules, in the order on the screen. */
export const RULES: readonly Rule[] = [
  ...INPUT_RULES,
  ...DNS_RULES,
  ...MX_RULES,
  ...MTA_STS_RULES,
  ...TLS_RPT_RULES,
  ...DMARC_RULES,
  ...BIMI_RULES,
  ...LOGO_RULES,
  ...DANE_RULES,
]

const BY_FINDING = new Map(
  RULES.flatMap((rule) => Object.keys(rule.messages).map((id) => [id, rule] as const)),
)

/** The rule that a finding id belongs to. */
export function ruleOf(findingId: string): Rule {
  const rule = BY_FINDING.get(findingId)
  if (rule === undefined) throw new Error(`No rule has the finding id ${findingId}`)
  return rule
}

export function isFindingId(id: string): boolean {
  return BY_FINDING.has(id)
}

export const FINDING_IDS: readonly string[] = [...BY_FINDING.keys()]
