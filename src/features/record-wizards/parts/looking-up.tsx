import { DOMAIN_PLAN } from '../../../gather/domain-plan.ts'
import { listed } from '../../../ui/count.ts'
import { Prose } from '../../../ui/prose.tsx'
import { Status } from '../../../ui/status.tsx'
import type { Live } from '../queries/use-live-facts.ts'

/** What is still being asked of whom: a text that was made without it might do harm. */
export function LookingUp({ live, domain }: { live: Live; domain: string }) {
  const subject = { typed: domain, domain, unicode: domain, localPart: null, changes: [] }
  const open = DOMAIN_PLAN.filter(({ name }) => live.pending.has(name))
  const asked = open.map((plan) => plan.asks(subject))
  return (
    <output className="block text-side">
      <Status kind="asking" className="mr-2" />
      <Prose
        text={asked.length === 0 ? 'Finding the zone.' : `Asking for ${listed(asked)}.`}
      />{' '}
      What is published today is replaced and never doubled, so the texts wait for it.
    </output>
  )
}
