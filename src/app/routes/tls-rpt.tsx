import { refusalWords } from '../../features/domain-check/view-model/refusal-words.ts'
import { TlsRptPage } from '../../features/record-wizards/tls-rpt/tls-rpt-page.tsx'
import { WizardAsking } from '../wizard-asking.tsx'

export default function TlsRptRoute() {
  return (
    <WizardAsking>
      <TlsRptPage refusalWords={refusalWords} />
    </WizardAsking>
  )
}
