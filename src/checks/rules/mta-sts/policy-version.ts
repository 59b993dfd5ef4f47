import { policyFile, policyText } from '../../example.ts'
import { defineRule } from '../../rule.ts'
import { quoted } from '../quoted.ts'
import { POLICY_SPEC, policyProblems, seenIn, type Seen } from './policy-problems.ts'

const CODES = ['version-missing', 'version-value', 'version-first'] as const

export const policyVersion = defineRule({
  id: 'sts.policy.version',
  title: 'The version of the policy',
  needs: ['mtaStsPolicy'],
  spec: POLICY_SPEC,
  why: 'A sender uses a policy only if it says `version: STSv1`, the one version there is.',
  messages: {
    'sts.policy.version-missing': {
      severity: 'error',
      title: () => 'The file has no `version` line',
      advice: () => 'Put `version: STSv1` at the top of the file.',
    },
    'sts.policy.version-value': {
      severity: 'error',
      title: ({ seen }: Seen) =>
        seen === '' ? 'The version has no value' : `The version reads ${quoted(seen)}`,
      advice: () => 'Write `version: STSv1`, with a lower-case v and nothing after the 1.',
      why:
        'The value is case-sensitive. Stalwart is lenient about it, the other senders whose code was read do not use ' +
        'the policy.',
    },
    'sts.policy.version-first': {
      severity: 'notice',
      title: () => 'The version is not on the first line',
      advice: () => 'Leave it, or move it to the top, where nearly everybody has it.',
      why: 'The fields may stand in any order.',
    },
  },
  examples: {
    'sts.policy.version-missing': policyFile(policyText().replace('version: STSv1\r\n', '')),
    'sts.policy.version-value': policyFile(policyText().replace('STSv1', 'STSV1')),
    'sts.policy.version-first': policyFile(
      `${policyText().replace('version: STSv1\r\n', '')}version: STSv1\r\n`,
    ),
  },
  quiet: policyFile(policyText()),
  fix: 'mta-sts-policy',
  check({ mtaStsPolicy, source }, find) {
    const about = source('mtaStsPolicy').name
    return policyProblems(mtaStsPolicy, about, CODES).map((problem) =>
      find(`sts.policy.${problem.code}`, seenIn(problem), problem.at),
    )
  },
})
