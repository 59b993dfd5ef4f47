import { policyFile, policyText } from '../../example.ts'
import { defineRule } from '../../rule.ts'
import { quoted } from '../quoted.ts'
import { POLICY_SPEC, policyProblems, seenIn, type Seen } from './policy-problems.ts'

const CODES = ['comment', 'syntax', 'space-before-colon'] as const

export const policySyntax = defineRule({
  id: 'sts.policy.lines',
  title: 'Every line a field',
  needs: ['mtaStsPolicy'],
  spec: POLICY_SPEC,
  why: 'Every line is a name, a colon and a value. A sender that follows the grammar drops a file with any other line.',
  messages: {
    'sts.policy.comment': {
      severity: 'error',
      title: ({ seen }: Seen) => `The line ${quoted(seen)} is a comment`,
      advice: () => 'Delete the line, because the format has no comments.',
    },
    'sts.policy.syntax': {
      severity: 'error',
      title: ({ seen }: Seen) => `The line ${quoted(seen)} is not of the form \`name: value\``,
      advice: () =>
        'Write the name of the field, a colon and its value, as in `mode: testing`, or delete the line.',
    },
    'sts.policy.space-before-colon': {
      severity: 'error',
      title: ({ seen }: Seen) => `A blank stands between ${quoted(seen)} and its colon`,
      advice: ({ seen }: Seen) => `Write ${quoted(`${seen}:`)} without a blank before the colon.`,
      why: 'Blanks are allowed after the colon, not before it. A strict sender does not recognise the field.',
    },
  },
  examples: {
    'sts.policy.comment': policyFile(`# our policy\r\n${policyText()}`),
    'sts.policy.syntax': policyFile(policyText().replace('mode:', 'mode =')),
    'sts.policy.space-before-colon': policyFile(policyText().replace('mode:', 'mode :')),
  },
  quiet: policyFile(policyText()),
  fix: 'mta-sts-policy',
  check({ mtaStsPolicy, source }, find) {
    const about = source('mtaStsPolicy').name
    return policyProblems(mtaStsPolicy, about, CODES).map((problem) =>
      find(`sts.policy.${problem.code}`, withLine(problem.entry.text, problem), problem.at),
    )
  },
})

/** A broken line is shown whole. */
function withLine(text: string, problem: Parameters<typeof seenIn>[0]): Seen {
  const { span } = problem.problem
  return problem.problem.code === 'syntax'
    ? { seen: text.slice(span.start, span.end), expected: null }
    : seenIn(problem)
}
