import { policyFile, policyText } from '../../example.ts'
import { defineRule, type Example } from '../../rule.ts'
import { quoted } from '../quoted.ts'
import { POLICY_SPEC, policyProblems, seenIn, type Seen } from './policy-problems.ts'

const CODES = [
  'mx-multi-value',
  'mx-priority',
  'mx-url',
  'mx-ip',
  'mx-ip-domain',
  'mx-port',
] as const

const withMx = (value: string): Example =>
  policyFile(policyText({ mx: ['mail1.example.com', value] }))

export const policyMxValue = defineRule({
  id: 'sts.policy.mx-value',
  title: 'Nothing but a host name on each mx line',
  needs: ['mtaStsPolicy'],
  spec: POLICY_SPEC,
  why: 'An `mx` line holds one host name. Anything around it makes a strict sender drop the whole file.',
  messages: {
    'sts.policy.mx-multi-value': {
      severity: 'error',
      title: ({ seen }: Seen) => `One \`mx\` line holds several names: ${quoted(seen)}`,
      advice: () => 'Write one `mx:` line for each host.',
    },
    'sts.policy.mx-priority': {
      severity: 'error',
      title: ({ seen }: Seen) => `The \`mx\` line holds a preference: ${quoted(seen)}`,
      advice: (args: Seen) => `Write ${alone(args)}, without the number from the MX record.`,
    },
    'sts.policy.mx-url': {
      severity: 'error',
      title: ({ seen }: Seen) => `The \`mx\` line holds an address of the web: ${quoted(seen)}`,
      advice: (args: Seen) => `Write ${alone(args)}, without scheme and path.`,
    },
    'sts.policy.mx-ip': {
      severity: 'error',
      title: ({ seen }: Seen) => `The \`mx\` line holds an IP address: ${quoted(seen)}`,
      advice: () => 'Write the name of the mail server as it stands in your MX records.',
      why: 'Senders compare names. No mail server has a name that is an address, so this line never matches one.',
    },
    'sts.policy.mx-port': {
      severity: 'error',
      title: ({ seen }: Seen) => `The \`mx\` line holds a port: ${quoted(seen)}`,
      advice: (args: Seen) => `Write ${alone(args)}, without the port.`,
    },
  },
  examples: {
    'sts.policy.mx-multi-value': withMx('mail2.example.com, mail3.example.com'),
    'sts.policy.mx-priority': withMx('20 mail2.example.com'),
    'sts.policy.mx-url': withMx('https://mail2.example.com'),
    'sts.policy.mx-ip': withMx('192.0.2.1'),
    'sts.policy.mx-port': withMx('mail2.example.com:25'),
  },
  quiet: withMx('mail2.example.com'),
  fix: 'mta-sts-policy',
  check({ mtaStsPolicy, source }, find) {
    const about = source('mtaStsPolicy').name
    return policyProblems(mtaStsPolicy, about, CODES).map((problem) => {
      const { code, at } = problem
      return find(`sts.policy.${code === 'mx-ip-domain' ? 'mx-ip' : code}`, seenIn(problem), at)
    })
  },
})

function alone({ expected }: Seen): string {
  return expected === null ? 'the host name alone' : quoted(`mx: ${expected}`)
}
