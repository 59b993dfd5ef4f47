import { CheckPage } from '../../features/domain-check/check-page.tsx'
import { DOMAIN_PLAN } from '../../gather/domain-plan.ts'
import { Asking } from '../asking.tsx'

export default function CheckRoute() {
  return (
    <Asking>
      <CheckPage plans={DOMAIN_PLAN} />
    </Asking>
  )
}
