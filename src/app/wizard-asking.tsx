import type { ReactNode } from 'react'
import { ProvideWitnesses } from '../features/record-wizards/queries/make-witnesses.ts'
import { siteWitnesses } from '../gather/witnesses.ts'
import { Asking } from './asking.tsx'

/** Around every wizard: whom to look up with, and whom to ask whether a change has arrived. */
export function WizardAsking({ children }: { children: ReactNode }) {
  return (
    <Asking>
      <ProvideWitnesses value={siteWitnesses}>{children}</ProvideWitnesses>
    </Asking>
  )
}
