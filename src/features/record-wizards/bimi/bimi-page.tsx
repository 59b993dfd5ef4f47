import { bimiForm } from '../../../publish/make/form-state/bimi.ts'
import type { RefusalWords } from '../refusal-words.ts'
import { useForm } from '../use-form.ts'
import { domainIn, WithoutDomain } from '../without-domain.tsx'
import { BimiWizard } from './bimi-wizard.tsx'
import type { LogoInHand } from './logo-in-hand.tsx'

export interface BimiPageProps {
  refusalWords: RefusalWords
  /** The logo that the lab made last, in this browser's memory; null when there is none. */
  logo: LogoInHand | null
}

/** The wizard at `/bimi?domain=`: the address is the form. The logo itself is in no address. */
export function BimiPage({ refusalWords, logo }: BimiPageProps) {
  const inAddress = useForm(bimiForm)
  const { form, go } = inAddress
  const input = domainIn(form.domain)
  if (input === null)
    return (
      <WithoutDomain
        kind="bimi"
        typed={form.domain}
        refusalWords={refusalWords}
        onDomain={(domain) => go('choose', { domain })}
      />
    )
  return <BimiWizard key={input.domain} input={input} inAddress={inAddress} logo={logo} />
}
