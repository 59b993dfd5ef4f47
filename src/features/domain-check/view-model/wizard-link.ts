import type { CorrectedText } from '../../../checks/corrections/corrected-text.ts'
import type { NextStep } from '../../../checks/next-step/step.ts'
import { parseBimiRecord } from '../../../protocols/bimi/record.ts'
import { parseStsPolicy } from '../../../protocols/mta-sts/policy.ts'
import { parseTlsRptRecord } from '../../../protocols/tls-rpt/record.ts'
import { bimiForm } from '../../../publish/make/form-state/bimi.ts'
import { mtaStsForm } from '../../../publish/make/form-state/mta-sts.ts'
import type { FormState } from '../../../publish/make/form-state/parameters.ts'
import { tlsRptForm } from '../../../publish/make/form-state/tls-rpt.ts'

/** The wizard that takes a step further, with the step's texts filled in. */
export interface WizardLink {
  to: string
  /** "MTA-STS" */
  name: string
}

/** Null for steps that publish no text of ours. */
export function wizardLink({ items }: NextStep, domain: string): WizardLink | null {
  const texts = items.flatMap(({ text }) => text ?? [])
  const of = (...kinds: CorrectedText['correction'][]) =>
    texts.find(({ correction }) => kinds.includes(correction))
  const policy = of('mta-sts-policy')
  if (policy !== undefined || of('mta-sts-record') !== undefined)
    return { name: 'MTA-STS', to: mtaStsAddress(domain, policy?.text ?? '') }
  const reports = of('tls-rpt-record')
  if (reports !== undefined) return { name: 'TLS-RPT', to: tlsRptAddress(domain, reports.text) }
  const logo = of('bimi-record')
  if (logo !== undefined || of('dmarc-policy') !== undefined)
    return { name: 'BIMI', to: bimiAddress(domain, logo?.text ?? '') }
  return null
}

function mtaStsAddress(domain: string, text: string): string {
  const policy = parseStsPolicy(text).value
  if (policy === null) return address('/mta-sts', mtaStsForm, { domain })
  const { mode, maxAge, mx } = policy
  const journey = mode === 'none' ? ('switch-off' as const) : ('' as const)
  return address('/mta-sts', mtaStsForm, { domain, mode, maxAge: String(maxAge), mx, journey })
}

function tlsRptAddress(domain: string, text: string): string {
  const rua = parseTlsRptRecord(text).value?.rua.map(({ uri }) => uri) ?? null
  return address('/tls-rpt', tlsRptForm, { domain, rua })
}

function bimiAddress(domain: string, text: string): string {
  const record = parseBimiRecord(text).value
  if (record === null) return address('/bimi', bimiForm, { domain })
  return address('/bimi', bimiForm, { domain, logo: record.location, certificate: record.evidence })
}

function address<Form>(path: string, form: FormState<Form>, values: Partial<Form>): string {
  return `${path}?${form.write({ ...form.read(new URLSearchParams()), ...values })}`
}
