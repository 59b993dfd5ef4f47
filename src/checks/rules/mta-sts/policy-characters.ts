import { policyFile, policyText } from '../../example.ts'
import { defineRule } from '../../rule.ts'
import { quoted } from '../quoted.ts'
import { POLICY_SPEC, policyProblems, seenIn, type Seen } from './policy-problems.ts'

const CODES = ['non-ascii', 'non-ascii-extension', 'ctl'] as const

type Strange = Seen & { legal: boolean }

export const policyCharacters = defineRule({
  id: 'sts.policy.characters',
  title: 'The characters of the policy file',
  needs: ['mtaStsPolicy'],
  spec: POLICY_SPEC,
  why: 'The fields of a policy are US-ASCII. A character that only looks like one of them makes the line unreadable.',
  messages: {
    'sts.policy.non-ascii': {
      severity: ({ legal }: Strange) => (legal ? 'warning' : 'error'),
      title: ({ seen }: Strange) => `${quoted(seen)} is outside of US-ASCII`,
      advice: ({ legal }: Strange) =>
        legal
          ? 'Write the value in plain ASCII, or leave the field out.'
          : 'Type the line again by hand, with plain blanks, quotes and colons.',
      why:
        'Such characters come from word processors and web pages. Only values of unknown fields may hold them, and even ' +
        'there the Postfix resolver by Snawoot reads ASCII unless the server names a charset, and drops the file.',
    },
    'sts.policy.ctl': {
      severity: 'error',
      title: ({ seen }: Strange) =>
        seen === ''
          ? 'A lone carriage return stands where a line should end'
          : `The file holds the control character ${quoted(seen)}`,
      advice: ({ seen }: Strange) =>
        seen === ''
          ? 'Save the file with LF or CRLF at the line ends.'
          : 'Delete the control character.',
      why:
        'Senders end a line at LF or CRLF only, and allow no other control character than a tab after the colon and at ' +
        'the line end.',
    },
  },
  examples: {
    'sts.policy.non-ascii': {
      ...policyFile(policyText().replace('mode: ', 'mode:\u00a0')),
      show: 'mode:U+00A0enforce',
    },
    'sts.policy.ctl': {
      ...policyFile(policyText().replaceAll('\r\n', '\r')),
      show: 'version: STSv1 U+000D mode: enforce U+000D …',
    },
  },
  quiet: policyFile(policyText()),
  fix: 'mta-sts-policy',
  check({ mtaStsPolicy, source }, find) {
    const about = source('mtaStsPolicy').name
    return policyProblems(mtaStsPolicy, about, CODES).map((problem) => {
      const { code, at } = problem
      const args = { ...seenIn(problem), legal: code === 'non-ascii-extension' }
      return find(code === 'ctl' ? 'sts.policy.ctl' : 'sts.policy.non-ascii', args, at)
    })
  },
})
