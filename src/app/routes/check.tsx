import { CheckPage } from '../../features/domain-check/check-page.tsx'
import { DOMAIN_PLAN } from '../../gather/domain-plan.ts'
import { Asking } from '../asking.tsx'
import { useIntake } from '../intake.tsx'

export default function CheckRoute() {
  const { take } = useIntake()
  return (
    <Asking>
      <CheckPage plans={DOMAIN_PLAN} onLogo={(logo) => take([logo])} />
    </Asking>
  )
}
