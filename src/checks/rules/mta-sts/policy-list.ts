import type { Rule } from '../../rule.ts'
import { policyCharacters } from './policy-characters.ts'
import { policyExtraFields } from './policy-extra-fields.ts'
import { policyFileRule } from './policy-file.ts'
import { policyKeys } from './policy-keys.ts'
import { policyLayout } from './policy-layout.ts'
import { policyMaxAge } from './policy-max-age.ts'
import { policyMaxAgeLength } from './policy-max-age-length.ts'
import { policyMode } from './policy-mode.ts'
import { policyModeOld } from './policy-mode-old.ts'
import { policyModeReports } from './policy-mode-reports.ts'
import { policyMxName } from './policy-mx-name.ts'
import { policyMxPresent } from './policy-mx-present.ts'
import { policyMxRepeated } from './policy-mx-repeated.ts'
import { policyMxValue } from './policy-mx-value.ts'
import { policyMxWildcard } from './policy-mx-wildcard.ts'
import { policySyntax } from './policy-syntax.ts'
import { policyVersion } from './policy-version.ts'

/** The policy file, from its bytes to what it commits to. */
export const POLICY_RULES: readonly Rule[] = [
  policyFileRule,
  policyCharacters,
  policyLayout,
  policySyntax,
  policyKeys,
  policyVersion,
  policyMode,
  policyModeOld,
  policyModeReports,
  policyMaxAge,
  policyMaxAgeLength,
  policyMxPresent,
  policyMxValue,
  policyMxName,
  policyMxWildcard,
  policyMxRepeated,
  policyExtraFields,
]
