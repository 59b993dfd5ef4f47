import type { FactSet } from '../../../facts/fact-set.ts'
import { planChange } from '../../../publish/make/journeys/change.ts'
import { planStart } from '../../../publish/make/journeys/start.ts'
import type { Step } from '../../../publish/make/journeys/step.ts'
import { planSwitchOff } from '../../../publish/make/journeys/switch-off.ts'
import { ORDINARY_TTL } from '../../../publish/make/made.ts'
import { AGE_STAGES } from '../../../publish/make/max-age.ts'
import type { MtaStsChoices } from '../../../publish/make/mta-sts.ts'
import type { MtaStsPageForm } from './form.ts'
import { journeyIn } from './journey.ts'
import type { Today } from './today.ts'

/** The journey that was chosen, with the days on which each step can be taken. */
export function journeyPlan(
  form: MtaStsPageForm,
  today: Today,
  choices: MtaStsChoices,
  facts: FactSet,
): Step[] {
  const { domain, now, policy } = today
  const ttl = today.record.ttl ?? choices.ttl
  const since = form.since === null ? null : Date.parse(form.since)
  switch (journeyIn(form, today)) {
    case 'start': {
      const maxAge = choices.mode === 'enforce' ? choices.maxAge : ENFORCED
      return planStart({ domain, now, testingSince: since, maxAge })
    }
    case 'change': {
      const mxTtl = facts.mx?.source.dns?.ttl ?? ORDINARY_TTL
      const mode = policy?.mode ?? choices.mode
      const maxAge = policy?.maxAge ?? choices.maxAge
      return planChange({ domain, now, ttl, mxTtl, mode, maxAge })
    }
    case 'switch-off':
      return planSwitchOff({
        domain,
        now,
        ttl,
        longestMaxAge: longestIn(form, today),
        offSince: since,
      })
  }
}

/** What is meant for `enforce` as long as nothing else is chosen. */
const ENFORCED = AGE_STAGES.find(({ id }) => id === 'enforce')?.maxAge ?? 2_592_000

/** As typed; where nothing was, what is served now. */
export function longestIn({ longest }: MtaStsPageForm, { policy }: Today): number {
  if (/^\d{1,10}$/.test(longest.trim())) return Number(longest)
  return policy?.maxAge ?? 0
}
