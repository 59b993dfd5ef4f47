import { MAX_AGE_LIMIT } from '../../../protocols/mta-sts/policy.ts'
import { policyFile, policyText } from '../../example.ts'
import { defineRule } from '../../rule.ts'
import { quoted } from '../quoted.ts'
import { POLICY_SPEC, policyProblems, seenIn, type Seen } from './policy-problems.ts'

const CODES = ['max-age-missing', 'max-age-syntax', 'max-age-range'] as const

export const policyMaxAge = defineRule({
  id: 'sts.policy.max-age',
  title: 'The form of max_age',
  needs: ['mtaStsPolicy'],
  spec: POLICY_SPEC,
  why: 'The field `max_age` tells senders for how many seconds they may keep the policy. A policy without it is not used.',
  messages: {
    'sts.policy.max-age-missing': {
      severity: 'error',
      title: () => 'The file has no `max_age` line',
      advice: () => 'Add `max_age: 604800`, which is one week.',
      why: 'Senders do not use a policy that does not say how long it lasts; only Stalwart takes it for one day.',
    },
    'sts.policy.max-age-syntax': {
      severity: 'error',
      title: ({ seen }: Seen) =>
        seen === ''
          ? 'The field `max_age` has no value'
          : `The field \`max_age\` reads ${quoted(seen)}, which is not a number of seconds`,
      advice: () =>
        'Write one to ten digits and nothing else: no unit, sign, comma, quote or semicolon.',
    },
    'sts.policy.max-age-range': {
      severity: 'error',
      title: ({ seen }: Seen) =>
        `The field \`max_age\` reads ${quoted(seen)}, more than the limit of \`${MAX_AGE_LIMIT}\``,
      advice: () =>
        'Write a number of seconds up to `31557600`, about one year; `2592000` is thirty days.',
      why:
        'The specification ends at about a year. Above it the Postfix resolver by Snawoot refuses the file, and Stalwart ' +
        'keeps the policy for one day only.',
    },
  },
  examples: {
    'sts.policy.max-age-missing': policyFile(policyText().replace(/max_age.*\r\n/, '')),
    'sts.policy.max-age-syntax': policyFile(policyText({ maxAge: '7d' })),
    'sts.policy.max-age-range': policyFile(policyText({ maxAge: '63072000' })),
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
