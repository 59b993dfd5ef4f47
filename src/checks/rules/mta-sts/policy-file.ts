import { policyFile, policyText } from '../../example.ts'
import { defineRule } from '../../rule.ts'
import { POLICY_SPEC, policyProblems } from './policy-problems.ts'

const CODES = ['empty', 'bom', 'encoding'] as const

const UTF16 = Uint8Array.from([
  0xff,
  0xfe,
  ...Array.from(policyText()).flatMap((character) => [character.charCodeAt(0), 0]),
])

export const policyFileRule = defineRule({
  id: 'sts.policy.file',
  title: 'The policy file as a text',
  needs: ['mtaStsPolicy'],
  spec: POLICY_SPEC,
  why: 'A sender reads the file byte by byte, from the first byte on. What is not plain text is no policy to it.',
  messages: {
    'sts.policy.empty': {
      severity: 'error',
      title: () => 'The policy file is empty',
      advice: () => 'Upload the complete policy file again.',
      why: 'An empty file holds no policy, so senders deliver as if the domain had no MTA-STS.',
    },
    'sts.policy.bom': {
      severity: 'error',
      title: () => 'The policy file begins with a byte-order mark',
      advice: () => 'Save the file as UTF-8 without a byte-order mark.',
      why:
        'The mark is invisible in an editor, but to a sender it belongs to the first key, which is then not `version`. ' +
        'Of the senders whose code was read only Stalwart accepts such a file.',
    },
    'sts.policy.encoding': {
      severity: 'error',
      title: () => 'The policy file is not in UTF-8',
      advice: () => 'Save the file as plain text in UTF-8, without a byte-order mark.',
      why:
        'Some editors save text as UTF-16 and call that "Unicode", or use a code page of their own. Senders expect ' +
        'US-ASCII, and UTF-8 where more is allowed.',
    },
  },
  examples: {
    'sts.policy.empty': { ...policyFile(''), show: '(an empty file)' },
    'sts.policy.bom': { ...policyFile(`\ufeff${policyText()}`), show: `U+FEFF${policyText()}` },
    'sts.policy.encoding': { ...policyFile(UTF16), show: 'FF FE 76 00 65 00 72 00 …' },
  },
  quiet: policyFile(policyText()),
  fix: 'mta-sts-policy',
  check({ mtaStsPolicy, source }, find) {
    return policyProblems(mtaStsPolicy, source('mtaStsPolicy').name, CODES).map(({ code, at }) =>
      find(`sts.policy.${code}`, {}, at),
    )
  },
})
