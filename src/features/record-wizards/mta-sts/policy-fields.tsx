import { useState } from 'react'
import { MAX_AGE_LIMIT, type StsMode } from '../../../protocols/mta-sts/policy.ts'
import { STS_MODES } from '../../../protocols/mta-sts/policy-values.ts'
import { AGE_STAGES, usualMaxAge } from '../../../publish/make/max-age.ts'
import { usualMode } from '../../../publish/make/mta-sts.ts'
import type { MtaStsForm } from '../../../publish/make/form-state/mta-sts.ts'
import { duration } from '../../../ui/count.ts'
import { Field } from '../../../ui/field.tsx'
import { Prose } from '../../../ui/prose.tsx'
import { Choices, type Option } from '../parts/choices.tsx'
import type { Today } from './today.ts'

const MODES: readonly Option[] = [
  {
    value: 'testing',
    words: 'Report it, and deliver anyway.',
    code: 'testing',
    help: 'The way to begin. Nothing can be refused.',
  },
  {
    value: 'enforce',
    words: 'Do not deliver.',
    code: 'enforce',
    help: 'After two weeks of clean TLS reports.',
  },
  {
    value: 'none',
    words: 'Forget the policy.',
    code: 'none',
    help: 'Only to take MTA-STS down again.',
  },
]

export interface PolicyFieldsProps {
  form: MtaStsForm
  today: Today
  onChoose: (change: Partial<MtaStsForm>) => void
  ageFault: string | null
}

/** The mode that holds: what was chosen, else what is usual for the domain today. */
function modeIn({ mode }: Pick<MtaStsForm, 'mode'>, today: Today): StsMode {
  return STS_MODES.find((known) => known === mode) ?? usualMode(today)
}

/** What senders do, and how long they remember it. */
export function PolicyFields(props: PolicyFieldsProps) {
  const { form, today, onChoose } = props
  const mode = modeIn(form, today)
  const chooseMode = (value: string) => {
    const next = STS_MODES.find((known) => known === value)
    if (next === undefined) return
    // The journey goes with the mode, and the age with the stage that the mode belongs to.
    const journey =
      next === 'none' ? 'switch-off' : form.journey === 'switch-off' ? '' : form.journey
    onChoose({ mode: next, maxAge: '', journey })
  }
  return (
    <div className="grid gap-x-9 gap-y-6 md:grid-cols-2">
      <Choices
        legend="What should senders do when TLS fails?"
        options={MODES}
        value={mode}
        onChange={chooseMode}
      >
        {mode === 'enforce' && (
          <p>
            If a mail server has no good certificate, or no line below, senders that follow MTA-STS
            refuse to deliver to it.
          </p>
        )}
        {mode === 'testing' && (
          <p>If something is wrong, you read of it in a report, and no mail is lost.</p>
        )}
        {mode === 'none' && (
          <p>
            Keep the record, the host and this file until the old policy has run out: the plan below
            says when.
          </p>
        )}
      </Choices>
      <AgeField {...props} mode={mode} />
    </div>
  )
}

const OTHER = 'other'

function AgeField({
  form,
  today,
  onChoose,
  ageFault,
  mode,
}: PolicyFieldsProps & { mode: StsMode }) {
  const stages = AGE_STAGES.filter((stage) => stage.mode === mode)
  const usual = String(usualMaxAge(mode, today.policy))
  const value = form.maxAge === '' ? usual : form.maxAge
  const [other, setOther] = useState(false)
  const isStage = stages.some(({ maxAge }) => String(maxAge) === value)
  const chosen = other || !isStage ? OTHER : value
  const options: Option[] = [
    ...stages.map(({ maxAge, title, why }) => ({
      value: String(maxAge),
      words: `${title}.`,
      code: String(maxAge),
      help: <Prose text={why} />,
    })),
    { value: OTHER, words: 'Another number of seconds.', help: `Up to ${MAX_AGE_LIMIT}, a year.` },
  ]
  const choose = (next: string) => {
    setOther(next === OTHER)
    if (next !== OTHER) onChoose({ maxAge: next })
  }
  return (
    <Choices
      legend="How long may they remember it?"
      options={options}
      value={chosen}
      onChange={choose}
    >
      {chosen === OTHER && (
        <div className="mb-3">
          <Field
            label="Seconds"
            inputMode="numeric"
            value={value}
            onChange={({ currentTarget }) => onChoose({ maxAge: currentTarget.value })}
            error={ageFault !== null && <Prose text={`${ageFault}.`} />}
            help={/^\d{2,10}$/.test(value) ? duration(Number(value)) : undefined}
          />
        </div>
      )}
      <p>
        Too long, and senders hold a mistake for as long. Too short, and an attacker only has to
        wait it out.
      </p>
    </Choices>
  )
}
