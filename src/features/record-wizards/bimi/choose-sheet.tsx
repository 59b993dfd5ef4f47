import type { Worded } from '../../../checks/report.ts'
import type { BimiForm } from '../../../publish/make/form-state/bimi.ts'
import type { BimiField } from '../../../publish/make/bimi.ts'
import { Button } from '../../../ui/button.tsx'
import { Choice, Field } from '../../../ui/field.tsx'
import { Prose } from '../../../ui/prose.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { Choices } from '../parts/choices.tsx'
import { PlaceFields } from '../parts/place-fields.tsx'
import { PublishedToday } from '../parts/published-today.tsx'
import { SeenMargin } from '../parts/seen-margin.tsx'
import type { Live } from '../queries/use-live-facts.ts'
import { faultOf } from '../view-model/fault-of.ts'
import { DmarcStanding } from './dmarc-standing.tsx'
import { LogoFromLab, type LogoInHand } from './logo-in-hand.tsx'
import type { BimiMade } from './made-bimi.ts'
import type { Today } from './today.ts'

export interface ChooseSheetProps {
  form: BimiForm
  today: Today
  live: Live
  made: BimiMade
  logo: LogoInHand | null
  obstacles: readonly Worded[]
  onChoose: (change: Partial<BimiForm>) => void
}

export function ChooseSheet(props: ChooseSheetProps) {
  const { form, today, live, made, obstacles, onChoose } = props
  const faults = made.ok ? [] : made.faults
  const fault = (field: BimiField) => faultOf(faults, field)
  return (
    <Sheet id="choose" title="Choose" margin={<SeenMargin live={live} today={today} />}>
      {today.isComplete && !form.declined && (
        <DmarcStanding obstacles={obstacles} facts={live.facts} />
      )}
      <PublishedToday standing={today.record} isComplete={today.isComplete} kind="BIMI" />
      {!form.declined && <LogoFields {...props} fault={fault} />}
      <SelectorField form={form} today={today} onChoose={onChoose} error={fault('selector')} />
      <fieldset className="max-w-measure min-w-0">
        <legend className="mb-1 text-side font-semibold">Or no logo at all</legend>
        <Choice
          type="checkbox"
          checked={form.declined}
          onChange={({ currentTarget }) => onChoose({ declined: currentTarget.checked })}
          label={
            <>
              <b>Ask providers to show none.</b> <code>l=; a=;</code>
            </>
          }
          help="A declination: the domain says that no logo is to stand beside its mail. Without any record providers may choose a picture of their own."
        />
      </fieldset>
      <PlaceFields
        zone={form.zone}
        ttl={form.ttl}
        usualZone={today.zone}
        onChange={onChoose}
        errors={{ zone: fault('zone'), ttl: fault('ttl') }}
      />
    </Sheet>
  )
}

interface LogoFieldsProps extends ChooseSheetProps {
  fault: (field: BimiField) => string | null
}

function LogoFields({ form, today, logo, onChoose, fault }: LogoFieldsProps) {
  const logoFault = form.logo.trim() === '' ? null : fault('logo')
  const certificateFault = fault('certificate')
  const example = `https://${today.domain}/bimi/${encodeURIComponent(logo?.name ?? 'logo.svg')}`
  return (
    <>
      <LogoFromLab logo={logo} />
      <div className="max-w-measure space-y-6">
        <Field
          label="Address of the logo"
          type="url"
          inputMode="url"
          value={form.logo}
          placeholder={example}
          onChange={({ currentTarget }) => onChoose({ logo: currentTarget.value })}
          action={
            logo !== null &&
            form.logo === '' && (
              <Button
                className="flex-none rounded-s-none text-small!"
                onClick={() => onChoose({ logo: example })}
              >
                Use this address
              </Button>
            )
          }
          error={logoFault !== null && <Prose text={`${logoFault}.`} />}
          help={
            <p>
              Where providers fetch the SVG: over https, with no redirect and no log-in. If it
              cannot be fetched, no logo is shown, and nothing else happens.
            </p>
          }
        />
        <Field
          label="Address of the mark certificate, or nothing"
          type="url"
          inputMode="url"
          value={form.certificate}
          placeholder={`https://${today.domain}/bimi/mark.pem`}
          onChange={({ currentTarget }) => onChoose({ certificate: currentTarget.value })}
          error={certificateFault !== null && <Prose text={`${certificateFault}.`} />}
          help={
            <p>
              A certificate for the logo, bought from an authority that knows your trademark or your
              use of it. Gmail and Apple Mail show no logo without one. Leave it empty until you
              have one: a wrong address makes providers show nothing.
            </p>
          }
        />
      </div>
      <PreferenceField form={form} onChoose={onChoose} />
    </>
  )
}

function PreferenceField({ form, onChoose }: Pick<ChooseSheetProps, 'form' | 'onChoose'>) {
  return (
    <div className="max-w-measure">
      <Choices
        legend="Whose picture may stand beside a message?"
        value={form.preference === 'personal' ? 'personal' : 'brand'}
        onChange={(value) => onChoose({ preference: value === 'personal' ? 'personal' : '' })}
        options={[
          {
            value: 'brand',
            words: 'The logo, always.',
            help: 'Usual, and right for a company. The record needs no word for it.',
          },
          {
            value: 'personal',
            words: 'The sender’s own picture first.',
            code: 'avp=personal',
            help: 'Where a provider has a picture of the person. Few providers know the tag; the others skip it.',
          },
        ]}
      />
    </div>
  )
}

interface SelectorFieldProps {
  form: BimiForm
  today: Today
  onChoose: (change: Partial<BimiForm>) => void
  error: string | null
}

function SelectorField({ form, today, onChoose, error }: SelectorFieldProps) {
  return (
    <div className="max-w-measure">
      <Field
        label="Selector"
        value={form.selector}
        placeholder="default"
        onChange={({ currentTarget }) => onChoose({ selector: currentTarget.value })}
        error={error !== null && <Prose text={`${error}.`} />}
        help={
          <p>
            The record stands at <code className="wrap-anywhere">{today.record.name}</code>. Leave
            it empty, unless your messages name another one in their <code>BIMI-Selector</code>{' '}
            header field: without that field nobody looks at any other.
          </p>
        }
      />
    </div>
  )
}
