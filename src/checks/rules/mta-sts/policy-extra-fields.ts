import { policyFile, policyText } from '../../example.ts'
import { defineRule } from '../../rule.ts'
import { quoted } from '../quoted.ts'
import { POLICY_SPEC, policyProblems, seenIn, type Seen } from './policy-problems.ts'

const CODES = ['dup-field', 'unknown-field', 'colon-in-value'] as const

export const policyExtraFields = defineRule({
  id: 'sts.policy.extra-fields',
  title: 'Fields beyond those that a policy needs',
  needs: ['mtaStsPolicy'],
  spec: POLICY_SPEC,
  why: 'Senders use the fields that they know, once each, and skip the rest. Not all of them do it in the same way.',
  messages: {
    'sts.policy.dup-field': {
      severity: 'warning',
      title: ({ seen }: Seen) => `The field ${quoted(seen)} stands in the file more than once`,
      advice: ({ seen }: Seen) => `Keep one ${quoted(seen)} line and delete the others.`,
      why: 'By the specification the first one counts. Stalwart, maddy and the Postfix resolver by Snawoot use the last.',
    },
    'sts.policy.unknown-field': {
      severity: 'notice',
      title: ({ seen }: Seen) => `The field ${quoted(seen)} is not defined`,
      advice: () => 'Leave it if you put it there on purpose, because senders skip it.',
      why: 'A policy may hold further fields for future use. None is in use today.',
    },
    'sts.policy.colon-in-value': {
      severity: 'warning',
      title: () => 'The value of an additional field holds a colon',
      advice: () => 'Write the value without a colon, or leave the field out.',
      why: 'The specification allows it, but maddy splits each line at its colons and refuses a file with two in a line.',
      demand: { sender: 'maddy (go-mtasts)', read: '2026-09' },
    },
  },
  examples: {
    'sts.policy.dup-field': policyFile(`${policyText()}mode: testing\r\n`),
    'sts.policy.unknown-field': policyFile(`${policyText()}contact: postmaster\r\n`),
    'sts.policy.colon-in-value': policyFile(`${policyText()}note: see http://example.com\r\n`),
  },
  quiet: policyFile(policyText()),
  check({ mtaStsPolicy, source }, find) {
    const about = source('mtaStsPolicy').name
    return policyProblems(mtaStsPolicy, about, CODES).map((problem) =>
      find(`sts.policy.${problem.code}`, seenIn(problem), problem.at),
    )
  },
})
