import type { Rule } from '../../rule.ts'
import { HOST_RULES } from './host-list.ts'
import { MATCH_RULES } from './match-list.ts'
import { POLICY_RULES } from './policy-list.ts'
import { recordChange } from './record-change.ts'
import { recordCname } from './record-cname.ts'
import { recordCount } from './record-count.ts'
import { recordDns } from './record-dns.ts'
import { recordExtension } from './record-extension.ts'
import { recordForm } from './record-form.ts'
import { recordIdFormat } from './record-id-format.ts'
import { recordId } from './record-id.ts'
import { recordName } from './record-name.ts'
import { recordPresent } from './record-present.ts'
import { recordSplit } from './record-split.ts'
import { recordStray } from './record-stray.ts'
import { recordSubdomain } from './record-subdomain.ts'
import { recordVersion } from './record-version.ts'
import { recordWildcard } from './record-wildcard.ts'

/** The order is the order on the screen: record, policy host, file, match, roll-out. */
export const MTA_STS_RULES: readonly Rule[] = [
  recordPresent,
  recordStray,
  recordName,
  recordCname,
  recordCount,
  recordVersion,
  recordSplit,
  recordForm,
  recordId,
  recordIdFormat,
  recordExtension,
  recordChange,
  recordDns,
  recordWildcard,
  recordSubdomain,
  ...HOST_RULES,
  ...POLICY_RULES,
  ...MATCH_RULES,
]
