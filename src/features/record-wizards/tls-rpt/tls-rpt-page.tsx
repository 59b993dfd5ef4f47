import { tlsRptForm } from '../../../publish/make/form-state/tls-rpt.ts'
import type { RefusalWords } from '../refusal-words.ts'
import { useForm } from '../use-form.ts'
import { domainIn, WithoutDomain } from '../without-domain.tsx'
import { TlsRptWizard } from './tls-rpt-wizard.tsx'

/** The wizard at `/tls-rpt?domain=`: the address is the form. */
export function TlsRptPage({ refusalWords }: { refusalWords: RefusalWords }) {
  const inAddress = useForm(tlsRptForm)
  const { form, go } = inAddress
  const input = domainIn(form.domain)
  if (input === null)
    return (
      <WithoutDomain
        kind="tls-rpt"
        typed={form.domain}
        refusalWords={refusalWords}
        onDomain={(domain) => go('choose', { domain })}
      />
    )
  return <TlsRptWizard key={input.domain} input={input} inAddress={inAddress} />
}
