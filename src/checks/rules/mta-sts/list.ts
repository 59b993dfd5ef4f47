import type { Rule } from '../../rule.ts'
import { POLICY_RULES } from './policy-list.ts'
import { recordVersion } from './record-version.ts'

/** The order is the order on the screen: record, policy host, file, match, roll-out. */
export const MTA_STS_RULES: readonly Rule[] = [recordVersion, ...POLICY_RULES]
