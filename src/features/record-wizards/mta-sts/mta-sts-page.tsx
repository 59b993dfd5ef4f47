import type { RefusalWords } from '../refusal-words.ts'
import { useForm } from '../use-form.ts'
import { domainIn, WithoutDomain } from '../without-domain.tsx'
import { mtaStsPageForm } from './form.ts'
import { MtaStsWizard } from './mta-sts-wizard.tsx'

/** The wizard at `/mta-sts?domain=`: the address is the form. */
export function MtaStsPage({ refusalWords }: { refusalWords: RefusalWords }) {
  const inAddress = useForm(mtaStsPageForm)
  const { form, go } = inAddress
  const input = domainIn(form.domain)
  if (input === null)
    return (
      <WithoutDomain
        kind="mta-sts"
        typed={form.domain}
        refusalWords={refusalWords}
        onDomain={(domain) => go('choose', { domain })}
      />
    )
  return <MtaStsWizard key={input.domain} input={input} inAddress={inAddress} />
}
