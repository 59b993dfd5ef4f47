import { refusalWords } from '../../features/domain-check/view-model/refusal-words.ts'
import { BimiPage } from '../../features/record-wizards/bimi/bimi-page.tsx'
import type { ReceivedLogo } from '../../features/start/intake.ts'
import { useIntake } from '../intake.tsx'
import { WizardAsking } from '../wizard-asking.tsx'

/** The logo of the lab is carried over in memory, mended where it was; nothing of it is in the address. */
export default function BimiRoute() {
  const { made, logos } = useIntake()
  return (
    <WizardAsking>
      <BimiPage refusalWords={refusalWords} logo={made ?? asGiven(logos.at(-1))} />
    </WizardAsking>
  )
}

/** A logo that needed no repair; a packed one was not looked into here. */
function asGiven(logo: ReceivedLogo | undefined): { name: string; text: string } | null {
  const bytes = logo?.bytes ?? null
  if (logo === undefined || bytes === null || bytes[0] === 0x1f) return null
  return { name: logo.name, text: new TextDecoder().decode(bytes) }
}
