import type { Rule } from '../../rule.ts'
import { matchAlias } from './match-alias.ts'
import { matchHosts } from './match-hosts.ts'
import { matchNames } from './match-names.ts'
import { matchNoMail } from './match-no-mail.ts'
import { matchPatterns } from './match-patterns.ts'
import { matchSending } from './match-sending.ts'
import { rolloutChange } from './rollout-change.ts'
import { rolloutDelegation } from './rollout-delegation.ts'
import { rolloutNone, rolloutRemoval } from './rollout-removal.ts'

/** The policy against the mail servers, and the ways in which a policy comes, changes and goes. */
export const MATCH_RULES: readonly Rule[] = [
  matchHosts,
  matchPatterns,
  matchAlias,
  matchNoMail,
  matchSending,
  matchNames,
  rolloutChange,
  rolloutRemoval,
  rolloutNone,
  rolloutDelegation,
]
