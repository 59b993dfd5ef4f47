import { matchesMxPattern } from '../../../protocols/mta-sts/mx-pattern.ts'
import { mailHosts } from '../../../protocols/mx/mx.ts'
import { all, mx, policyFile, policyText } from '../../example.ts'
import { defineRule } from '../../rule.ts'
import { policyAt } from './policy-problems.ts'

/** After so many the rest say nothing new. */
const ENOUGH = 20

export const matchPatterns = defineRule({
  id: 'sts.match.patterns',
  title: 'Whether each mx line of the policy has a mail server',
  needs: ['mx', 'mtaStsPolicy'],
  spec: [{ document: 'RFC 8461', section: '4.1' }],
  demand: 'practice',
  why: 'A line for a host that is gone stays trusted. A line for a host to come is how a change should begin.',
  messages: {
    'sts.match.unused-pattern': {
      severity: 'notice',
      title: ({ pattern }: { pattern: string }) =>
        `No mail server has a name that \`mx: ${pattern}\` covers`,
      advice: () => 'Remove the line if the server is gone. Leave it if you are about to add one.',
    },
  },
  examples: {
    'sts.match.unused-pattern': all(
      mx('10 mail1.example.com'),
      policyFile(policyText({ mx: ['mail1.example.com', 'old.example.com'] })),
    ),
  },
  quiet: all(mx('10 mail1.example.com', '20 mail2.example.com'), policyFile(policyText())),
  check({ mx, mtaStsPolicy, source }, find) {
    const { value: policy, fields } = mtaStsPolicy
    if (policy === null || policy.mode === 'none') return []
    const hosts = mailHosts(mx)
    const isUsed = (pattern: string) => hosts.some((host) => matchesMxPattern(pattern, host))
    // With no line in use the policy fits other servers altogether, which is said once, elsewhere.
    if (!policy.mx.some(isUsed)) return []
    const unused = new Map(
      fields.mx.filter(({ value }) => !isUsed(value)).map(({ value, span }) => [value, span]),
    )
    const about = source('mtaStsPolicy').name
    return [...unused]
      .slice(0, ENOUGH)
      .map(([pattern, span]) =>
        find('sts.match.unused-pattern', { pattern }, policyAt(about, span)),
      )
  },
})
