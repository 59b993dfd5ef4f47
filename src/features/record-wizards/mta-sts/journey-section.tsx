import type { FactSet } from '../../../facts/fact-set.ts'
import { Field } from '../../../ui/field.tsx'
import { duration } from '../../../ui/count.ts'
import { Planner } from '../parts/planner.tsx'
import type { MtaStsPageForm } from './form.ts'
import { isTesting, journeyIn, stepsDone } from './journey.ts'
import { journeyPlan, longestIn } from './journey-plan.ts'
import type { MtaStsMade } from './made-mta-sts.ts'
import type { Today } from './today.ts'

export interface JourneySectionProps {
  form: MtaStsPageForm
  today: Today
  made: Extract<MtaStsMade, { ok: true }>
  facts: FactSet
  onPlan: (change: Partial<MtaStsPageForm>) => void
}

const TITLES = {
  start: 'The whole way in, with its days',
  change: 'The whole change, with its days',
  'switch-off': 'The whole way out, with its days',
} as const

/** What comes before and after these texts, on which day. */
export function JourneySection({ form, today, made, facts, onPlan }: JourneySectionProps) {
  const journey = journeyIn(form, today)
  const done = journey === 'start' ? stepsDone(today, facts) : undefined
  return (
    <div className="space-y-4 pt-6">
      <h3>{TITLES[journey]}</h3>
      <Dates form={form} today={today} onPlan={onPlan} />
      <Planner steps={journeyPlan(form, today, made.choices, facts)} done={done} />
    </div>
  )
}

function Dates({ form, today, onPlan }: Pick<JourneySectionProps, 'form' | 'today' | 'onPlan'>) {
  const journey = journeyIn(form, today)
  if (journey === 'change') return null
  const longest = longestIn(form, today)
  return (
    <div className="grid max-w-measure gap-x-6 gap-y-4 sm:grid-cols-2">
      <Field
        type="date"
        label={journey === 'start' ? 'In testing since' : 'The mode none is published since'}
        value={form.since ?? ''}
        onChange={({ currentTarget }) =>
          onPlan({ since: currentTarget.value === '' ? null : currentTarget.value })
        }
        help={
          journey === 'start' && isTesting(today)
            ? 'A policy in testing mode is live. Say since when: without it the days count from today.'
            : 'Leave it empty if it is not yet published: the days then count from today.'
        }
      />
      {journey === 'switch-off' && (
        <Field
          label="The largest max_age ever served, in seconds"
          inputMode="numeric"
          value={form.longest}
          placeholder={String(today.policy?.maxAge ?? '')}
          onChange={({ currentTarget }) => onPlan({ longest: currentTarget.value })}
          help={
            longest > 0
              ? `${duration(longest)}. A sender may remember the old policy for as long.`
              : 'A sender may remember the old policy for as long. The largest allowed is 31557600, a year.'
          }
        />
      )}
    </div>
  )
}
