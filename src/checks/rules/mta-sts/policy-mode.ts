import { policyFile, policyText } from '../../example.ts'
import { defineRule } from '../../rule.ts'
import { quoted } from '../quoted.ts'
import { policyAt, policyProblems, seenIn, type Seen } from './policy-problems.ts'

const CODES = ['mode-missing', 'mode-value'] as const

/** A removal keeps its last policy short (RFC 8461 section 8.3); a longer one is not on its way out. */
const REMOVAL_LIMIT = 604800

interface None {
  /** Null when the file does not say. */
  maxAge: number | null
}

const THREE =
  '`enforce` (do not deliver without verified TLS), `testing` (deliver, but report) or `none` (no policy)'

export const policyMode = defineRule({
  id: 'sts.policy.mode',
  title: 'The mode of the policy',
  needs: ['mtaStsPolicy'],
  spec: [
    { document: 'RFC 8461', section: '3.2' },
    { document: 'RFC 8461', section: '5' },
  ],
  why: 'The mode says what a sender does when your mail servers fail the policy. Only `enforce` protects mail.',
  messages: {
    'sts.policy.mode-missing': {
      severity: 'error',
      title: () => 'The file has no `mode` line',
      advice: () => `Add \`mode:\` with ${THREE}.`,
    },
    'sts.policy.mode-value': {
      severity: 'error',
      title: ({ seen }: Seen) =>
        seen === '' ? 'The mode has no value' : `The mode reads ${quoted(seen)}`,
      advice: () => `Write one of three words, in lower case: ${THREE}.`,
    },
    'sts.policy.mode-testing': {
      severity: 'notice',
      title: () => 'The policy is in testing mode, so no mail is protected yet',
      advice: () =>
        'Read the TLS reports of one or two weeks, and change the mode to `enforce` when they show no failures.',
      why: 'In testing mode senders report what would have failed, and deliver all the same.',
    },
    'sts.policy.mode-none': {
      severity: ({ maxAge }: None) =>
        maxAge !== null && maxAge > REMOVAL_LIMIT ? 'warning' : 'notice',
      title: () => 'The policy has the mode `none`, which switches MTA-STS off',
      advice: () =>
        'Finish the removal, or change the mode to `testing` if you mean to introduce MTA-STS.',
      why: 'The mode `none` is for taking a policy back. A new policy begins with `testing`.',
    },
  },
  examples: {
    'sts.policy.mode-missing': policyFile(policyText().replace('mode: enforce\r\n', '')),
    'sts.policy.mode-value': policyFile(policyText({ mode: 'Enforce' })),
    'sts.policy.mode-testing': policyFile(policyText({ mode: 'testing', maxAge: '604800' })),
    'sts.policy.mode-none': policyFile(policyText({ mode: 'none', maxAge: '86400' })),
  },
  quiet: policyFile(policyText()),
  check({ mtaStsPolicy, source }, find) {
    const about = source('mtaStsPolicy').name
    const { mode, maxAge } = mtaStsPolicy.fields
    const findings = policyProblems(mtaStsPolicy, about, CODES).map((problem) =>
      find(`sts.policy.${problem.code}`, seenIn(problem), problem.at),
    )
    if (mode?.value === 'testing')
      findings.push(find('sts.policy.mode-testing', {}, policyAt(about, mode.span)))
    if (mode?.value === 'none')
      findings.push(
        find('sts.policy.mode-none', { maxAge: maxAge?.value ?? null }, policyAt(about, mode.span)),
      )
    return findings
  },
})
