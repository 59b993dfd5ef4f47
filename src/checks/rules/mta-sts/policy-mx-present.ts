import type { ParsedStsPolicy } from '../../../protocols/mta-sts/policy.ts'
import { policyFile, policyText } from '../../example.ts'
import { defineRule } from '../../rule.ts'
import { POLICY_SPEC, policyAt, policyProblems } from './policy-problems.ts'

const NONE_ALONE = 'version: STSv1\r\nmode: none\r\nmax_age: 86400\r\n'

export const policyMxPresent = defineRule({
  id: 'sts.policy.mx-present',
  title: 'Mail servers in the policy',
  needs: ['mtaStsPolicy'],
  spec: POLICY_SPEC,
  why: 'The `mx` lines name the mail servers that senders may trust. At least one is needed unless the mode is `none`.',
  messages: {
    'sts.policy.mx-missing': {
      severity: 'error',
      title: () => 'The file has no `mx` line',
      advice: () => 'Add one `mx:` line for each mail server in your MX records.',
    },
    'sts.policy.mx-none-without': {
      severity: 'notice',
      title: () => 'The mode is `none`, and the file has no `mx` line',
      advice: () =>
        'Leave it, or keep the `mx` lines of the earlier policy for senders that want one.',
      why: 'With the mode `none` no line is needed. Stalwart asks for one all the same, and would not see the removal.',
    },
  },
  examples: {
    'sts.policy.mx-missing': policyFile(policyText({ mx: [] })),
    'sts.policy.mx-none-without': policyFile(NONE_ALONE),
  },
  quiet: policyFile(policyText()),
  check({ mtaStsPolicy, source }, find) {
    const about = source('mtaStsPolicy').name
    const { mode } = mtaStsPolicy.fields
    const missing = policyProblems(mtaStsPolicy, about, ['mx-missing']).map(({ at }) =>
      find('sts.policy.mx-missing', {}, at),
    )
    if (mode?.value !== 'none' || hasMx(mtaStsPolicy)) return missing
    return [find('sts.policy.mx-none-without', {}, policyAt(about, mode.span))]
  },
})

/** A line that is wrong is a line all the same. */
function hasMx({ fields, problems }: ParsedStsPolicy): boolean {
  return fields.mx.length > 0 || problems.some(({ code }) => code.startsWith('mx-'))
}
