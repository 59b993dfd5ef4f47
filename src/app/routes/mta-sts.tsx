import { refusalWords } from '../../features/domain-check/view-model/refusal-words.ts'
import { MtaStsPage } from '../../features/record-wizards/mta-sts/mta-sts-page.tsx'
import { WizardAsking } from '../wizard-asking.tsx'

export default function MtaStsRoute() {
  return (
    <WizardAsking>
      <MtaStsPage refusalWords={refusalWords} />
    </WizardAsking>
  )
}
