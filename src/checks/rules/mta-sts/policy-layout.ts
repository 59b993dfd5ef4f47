import { policyFile, policyText } from '../../example.ts'
import { defineRule } from '../../rule.ts'
import { POLICY_SPEC, policyProblems } from './policy-problems.ts'

const CODES = ['blank-line', 'trailing-blank-lines', 'leading-blank'] as const
/** Legal, so once is enough. */
const HABITS = ['line-endings', 'no-final-newline', 'trailing-wsp'] as const

export const policyLayout = defineRule({
  id: 'sts.policy.layout',
  title: 'Lines and blanks of the policy file',
  needs: ['mtaStsPolicy'],
  spec: POLICY_SPEC,
  why:
    'The grammar has one field per line and nothing between the lines. Senders that follow it to the letter drop the ' +
    'whole file for one blank too many; others skip it, so the fault can hide for a long time.',
  messages: {
    'sts.policy.blank-line': {
      severity: 'error',
      title: () => 'An empty line stands between the fields',
      advice: () => 'Delete the empty line.',
      why: 'A file with an empty line is refused by mox, maddy and postfix-tlspol. Stalwart and the resolver by Snawoot skip it.',
    },
    'sts.policy.trailing-blank-lines': {
      severity: 'error',
      title: () => 'The file ends with an empty line',
      advice: () => 'End the file with exactly one line break.',
      why: 'One line break at the end is allowed. A second one makes an empty line, and mox and maddy refuse the file.',
    },
    'sts.policy.leading-blank': {
      severity: 'error',
      title: () => 'A line is indented',
      advice: () => 'Remove the blanks at the beginning of the line.',
      why: 'A field begins at the beginning of its line. Indentation often comes along from a configuration file.',
    },
    'sts.policy.line-endings': {
      severity: 'notice',
      title: () => 'Some lines end with LF and some with CRLF',
      advice: () => 'Leave it, or write the file anew with one kind of line end.',
      why: 'Both are accepted, even side by side. The mixture shows that different tools have edited the file.',
    },
    'sts.policy.no-final-newline': {
      severity: 'notice',
      title: () => 'The last line has no line break',
      advice: () => 'Leave it, or add a line break as most files have one.',
      why: 'The grammar allows a file to end either way.',
    },
    'sts.policy.trailing-wsp': {
      severity: 'notice',
      title: () => 'Blanks stand at the end of a line',
      advice: () => 'Leave them, or delete them when you next edit the file.',
      why: 'The grammar allows blanks after a value, and senders ignore them.',
    },
  },
  examples: {
    'sts.policy.blank-line': policyFile(policyText().replace('mode', '\r\nmode')),
    'sts.policy.trailing-blank-lines': policyFile(`${policyText()}\r\n`),
    'sts.policy.leading-blank': policyFile(policyText().replace('mx', '  mx')),
    'sts.policy.line-endings': policyFile(policyText().replace('\r\n', '\n')),
    'sts.policy.no-final-newline': policyFile(policyText().trimEnd()),
    'sts.policy.trailing-wsp': policyFile(policyText().replace('enforce', 'enforce  ')),
  },
  quiet: policyFile(policyText()),
  fix: 'mta-sts-policy',
  check({ mtaStsPolicy, source }, find) {
    const about = source('mtaStsPolicy').name
    return [
      ...policyProblems(mtaStsPolicy, about, CODES),
      ...policyProblems(mtaStsPolicy, about, HABITS, 1),
    ].map(({ code, at }) => find(`sts.policy.${code}`, {}, at))
  },
})
