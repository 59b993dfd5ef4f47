import type { Fault } from '../../../publish/make/fault.ts'
import type { MtaStsField } from '../../../publish/make/mta-sts.ts'
import { Segments } from '../../../ui/segments.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { PlaceFields } from '../parts/place-fields.tsx'
import { PublishedToday } from '../parts/published-today.tsx'
import { SeenMargin } from '../parts/seen-margin.tsx'
import type { Live } from '../queries/use-live-facts.ts'
import { faultOf } from '../view-model/fault-of.ts'
import type { MtaStsPageForm } from './form.ts'
import { isTesting, journeyIn, type Journey } from './journey.ts'
import { MailServerFields } from './mail-server-fields.tsx'
import { PolicyFields } from './policy-fields.tsx'
import type { Today } from './today.ts'

export interface ChooseSheetProps {
  form: MtaStsPageForm
  today: Today
  live: Live
  faults: readonly Fault<MtaStsField>[]
  onChoose: (change: Partial<MtaStsPageForm>) => void
  onTry: (host: string) => void
}

function journeyWords(today: Today): readonly (readonly [Journey, string])[] {
  return [
    ['start', isTesting(today) ? 'Go on from testing to enforce' : 'Start with MTA-STS'],
    ['change', 'Change mail servers or policy'],
    ['switch-off', 'Switch it off'],
  ]
}

export function ChooseSheet({ form, today, live, faults, onChoose, onTry }: ChooseSheetProps) {
  const travel = (journey: Journey) => {
    if (journey === 'switch-off') return onChoose({ journey, mode: 'none', maxAge: '' })
    onChoose({ journey, ...(form.mode === 'none' ? { mode: '' as const, maxAge: '' } : {}) })
  }
  return (
    <Sheet id="choose" title="Choose" margin={<SeenMargin live={live} today={today} />}>
      <Segments
        legend="What you are here for"
        options={journeyWords(today)}
        value={journeyIn(form, today)}
        onChange={travel}
      />
      <PublishedToday
        standing={today.record}
        isComplete={today.isComplete}
        kind="MTA-STS"
        more={served(today)}
      />
      <PolicyFields
        form={form}
        today={today}
        onChoose={onChoose}
        ageFault={faultOf(faults, 'maxAge')}
      />
      <MailServerFields
        form={form}
        today={today}
        onChoose={onChoose}
        onTry={onTry}
        faults={faults}
      />
      <PlaceFields
        zone={form.zone}
        ttl={form.ttl}
        usualZone={today.zone}
        onChange={onChoose}
        errors={{ zone: faultOf(faults, 'zone'), ttl: faultOf(faults, 'ttl') }}
      />
    </Sheet>
  )
}

/** What is served today, in a sentence. */
function served({ policy }: Today): string {
  if (policy === undefined)
    return 'The policy file could not be fetched, so nothing of it is taken over.'
  if (policy === null) return ''
  return policy.mode === null
    ? 'The mode of the policy that is served cannot be read.'
    : `The policy that is served has the mode \`${policy.mode}\`.`
}
