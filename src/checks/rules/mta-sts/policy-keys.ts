import { policyFile, policyText } from '../../example.ts'
import { defineRule } from '../../rule.ts'
import { quoted } from '../quoted.ts'
import { POLICY_SPEC, policyProblems, seenIn, type Seen } from './policy-problems.ts'

/** `beside`: the field itself is not missing, so the file is usable. */
type Key = Seen & { beside: boolean }

const CODES = ['key-case', 'key-case-beside', 'key-typo', 'key-typo-beside'] as const

const severity = ({ beside }: Key) => (beside ? 'warning' : 'error')
const right = ({ expected }: Key) => quoted(expected ?? '')

export const policyKeys = defineRule({
  id: 'sts.policy.keys',
  title: 'The names of the fields',
  needs: ['mtaStsPolicy'],
  spec: POLICY_SPEC,
  why:
    'A sender skips a field whose name it does not know. When the name was meant to be `version`, `mode`, `mx` or ' +
    '`max_age`, that field is then missing, and the policy is not used.',
  messages: {
    'sts.policy.key-case': {
      severity,
      title: ({ seen }: Key) => `The field name ${quoted(seen)} is in the wrong case`,
      advice: (args: Key) =>
        args.beside
          ? 'Delete the line, because senders skip it.'
          : `Write ${right(args)} in lower case.`,
    },
    'sts.policy.key-typo': {
      severity,
      title: (args: Key) =>
        `The field name ${quoted(args.seen)} is not defined, but looks like ${right(args)}`,
      advice: (args: Key) =>
        args.beside
          ? 'Delete the line, because senders skip it.'
          : `Name the field ${right(args)}.`,
    },
  },
  examples: {
    'sts.policy.key-case': policyFile(policyText().replace('mode', 'Mode')),
    'sts.policy.key-typo': policyFile(policyText().replace('max_age', 'max-age')),
  },
  quiet: policyFile(policyText()),
  fix: 'mta-sts-policy',
  check({ mtaStsPolicy, source }, find) {
    const about = source('mtaStsPolicy').name
    return policyProblems(mtaStsPolicy, about, CODES).map((problem) => {
      const { code, at } = problem
      const id = code.startsWith('key-case') ? 'sts.policy.key-case' : 'sts.policy.key-typo'
      return find(id, { ...seenIn(problem), beside: code.endsWith('-beside') }, at)
    })
  },
})
