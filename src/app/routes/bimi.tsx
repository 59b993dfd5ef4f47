import { refusalWords } from '../../features/domain-check/view-model/refusal-words.ts'
import { BimiPage } from '../../features/record-wizards/bimi/bimi-page.tsx'
import { useIntake } from '../intake.tsx'
import { WizardAsking } from '../wizard-asking.tsx'

/** The logo that was made in the lab is carried over in memory; nothing of it is in the address. */
export default function BimiRoute() {
  const { made } = useIntake()
  return (
    <WizardAsking>
      <BimiPage refusalWords={refusalWords} logo={made} />
    </WizardAsking>
  )
}
