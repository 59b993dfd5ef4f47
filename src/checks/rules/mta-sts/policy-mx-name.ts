import { policyFile, policyText } from '../../example.ts'
import { defineRule, type Example } from '../../rule.ts'
import { quoted } from '../quoted.ts'
import { POLICY_SPEC, policyProblems, seenIn, type Seen } from './policy-problems.ts'

const CODES = [
  'mx-empty',
  'mx-trailing-dot',
  'mx-underscore',
  'mx-wildcard-form',
  'mx-idn',
  'mx-syntax',
] as const

const withMx = (value: string): Example =>
  policyFile(policyText({ mx: ['mail1.example.com', value] }))

export const policyMxName = defineRule({
  id: 'sts.policy.mx-name',
  title: 'The host names in the policy',
  needs: ['mtaStsPolicy'],
  spec: [...POLICY_SPEC, { document: 'RFC 8461', section: '4.1' }],
  why:
    'An `mx` line holds a host name as the DNS has it, or `*.` and one. A sender that follows the grammar drops the ' +
    'whole file for any other value.',
  messages: {
    'sts.policy.mx-empty': {
      severity: 'error',
      title: () => 'An `mx` line has no host name',
      advice: () => 'Write the name of a mail server after `mx:`, or delete the line.',
    },
    'sts.policy.mx-trailing-dot': {
      severity: 'error',
      title: ({ seen }: Seen) => `The host name ${quoted(seen)} ends with a dot`,
      advice: ({ expected }: Seen) => `Write ${line(expected)} without the dot at the end.`,
      why: 'The dot belongs in zone files. In a policy it is not part of the grammar, and strict senders drop the file.',
    },
    'sts.policy.mx-underscore': {
      severity: 'error',
      title: ({ seen }: Seen) => `The host name ${quoted(seen)} holds an underscore`,
      advice: () => 'Give the mail server a name of letters, digits and hyphens, and list that.',
    },
    'sts.policy.mx-wildcard-form': {
      severity: 'error',
      title: ({ seen }: Seen) => `The wildcard ${quoted(seen)} is not \`*.\` and a host name`,
      advice: ({ expected }: Seen) =>
        expected === null
          ? 'Write `*.` and the rest of the name, or list the hosts one by one.'
          : `Write ${line(expected)}, or list the hosts one by one.`,
      why:
        'A star stands for exactly one whole label, the left-most. A name that begins with a dot is from early drafts ' +
        'of the specification.',
    },
    'sts.policy.mx-idn': {
      severity: 'error',
      title: ({ seen }: Seen) => `The host name ${quoted(seen)} is not in its \`xn--\` form`,
      advice: ({ expected }: Seen) =>
        expected === null
          ? 'Write the name as it stands in your MX records.'
          : `Write ${line(expected)}.`,
      why: 'Mail servers are compared in the ASCII form that the DNS has.',
    },
    'sts.policy.mx-syntax': {
      severity: 'error',
      title: ({ seen }: Seen) => `The value ${quoted(seen)} is not a host name`,
      advice: () => 'Write the name of one mail server and nothing else.',
    },
  },
  examples: {
    'sts.policy.mx-empty': withMx(''),
    'sts.policy.mx-trailing-dot': withMx('mail2.example.com.'),
    'sts.policy.mx-underscore': withMx('mail_2.example.com'),
    'sts.policy.mx-wildcard-form': withMx('mail*.example.com'),
    'sts.policy.mx-idn': withMx('müller.example'),
    'sts.policy.mx-syntax': withMx('mail2..example.com'),
  },
  quiet: withMx('*.example.net'),
  fix: 'mta-sts-policy',
  check({ mtaStsPolicy, source }, find) {
    const about = source('mtaStsPolicy').name
    return policyProblems(mtaStsPolicy, about, CODES).map((problem) =>
      find(`sts.policy.${problem.code}`, seenIn(problem), problem.at),
    )
  },
})

function line(pattern: string | null): string {
  return quoted(`mx: ${pattern ?? ''}`)
}
