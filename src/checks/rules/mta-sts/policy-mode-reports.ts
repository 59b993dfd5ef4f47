import { nothing } from '../../../facts/build.ts'
import { valueOf } from '../../../facts/fact.ts'
import { all, DOMAIN, policyFile, policyText, rptRecords, seen } from '../../example.ts'
import { defineRule } from '../../rule.ts'
import { policyAt } from './policy-problems.ts'

const NAME = `_smtp._tls.${DOMAIN}`
const noReports = seen(`${NAME} has no TXT record`, { tlsRptTxt: nothing(NAME, 'TXT') })

export const policyModeReports = defineRule({
  id: 'sts.policy.mode-reports',
  title: 'Reports on what the policy does',
  needs: ['mtaStsPolicy'],
  known: ['tlsRptRecord'],
  spec: [{ document: 'RFC 8461', section: '6' }],
  demand: 'practice',
  why: 'Senders tell you what fails only if a TLS-RPT record at `_smtp._tls` says where reports go.',
  messages: {
    'sts.policy.mode-testing-no-rpt': {
      severity: 'warning',
      title: () => 'The policy is in testing mode, but no TLS-RPT record asks for reports',
      advice: () => 'Publish a TLS-RPT record, so that testing shows you something.',
      why: 'A test whose results nobody sends you teaches nothing.',
    },
    'sts.policy.mode-enforce-no-rpt': {
      severity: 'warning',
      title: () => 'The policy is enforced, but no TLS-RPT record asks for reports',
      advice: () => 'Publish a TLS-RPT record.',
      why: 'When senders refuse to deliver because of the policy, you hear of it from the people whose mail is missing.',
    },
  },
  examples: {
    'sts.policy.mode-testing-no-rpt': all(
      policyFile(policyText({ mode: 'testing', maxAge: '604800' })),
      noReports,
    ),
    'sts.policy.mode-enforce-no-rpt': all(policyFile(policyText()), noReports),
  },
  quiet: all(policyFile(policyText()), rptRecords(`v=TLSRPTv1; rua=mailto:tls-reports@${DOMAIN}`)),
  check({ mtaStsPolicy, tlsRptRecord, source }, find) {
    const { mode } = mtaStsPolicy.fields
    if (mode === null || mode.value === 'none' || valueOf(tlsRptRecord)?.usable) return []
    const at = policyAt(source('mtaStsPolicy').name, mode.span)
    return [find(`sts.policy.mode-${mode.value}-no-rpt`, {}, at)]
  },
})
