import type { ReportTarget } from '../../../facts/fact-set.ts'
import type { TlsRptForm } from '../../../publish/make/form-state/tls-rpt.ts'
import { readReportTarget } from '../../../publish/make/report-target.ts'
import { roleMailbox, usualTargets } from '../../../publish/make/tls-rpt.ts'
import { Prose } from '../../../ui/prose.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { Status } from '../../../ui/status.tsx'
import { ListField } from '../parts/list-field.tsx'
import { PlaceFields } from '../parts/place-fields.tsx'
import { PublishedToday } from '../parts/published-today.tsx'
import { SeenMargin } from '../parts/seen-margin.tsx'
import type { Live } from '../queries/use-live-facts.ts'
import { faultOf } from '../view-model/fault-of.ts'
import type { TlsRptMade } from './made-tls-rpt.ts'
import { targetState } from './target-words.ts'
import type { Today } from './today.ts'

export interface ChooseSheetProps {
  form: TlsRptForm
  today: Today
  live: Live
  targets: ReadonlyMap<string, ReportTarget>
  made: TlsRptMade
  onChoose: (change: Partial<TlsRptForm>) => void
}

export function ChooseSheet({ form, today, live, targets, made, onChoose }: ChooseSheetProps) {
  const faults = made.ok ? [] : made.faults
  const values = form.rua ?? usualTargets(today)
  const general = faultOf(faults, 'rua')
  return (
    <Sheet id="choose" title="Choose" margin={<SeenMargin live={live} today={today} />}>
      <PublishedToday standing={today.record} isComplete={today.isComplete} kind="TLS-RPT" />
      <ListField
        legend="Where reports go"
        help={
          <div className="space-y-2">
            <p>
              Every sender mails, or posts, a short file to each address on every day on which it
              delivered to you. A role mailbox is right: <code>{mailbox(today.domain)}</code>. A
              person’s own would fill up.
            </p>
            <p>
              A second address outside the domain still gets reports while your own mail is down. It
              needs no permission. If an address is wrong you hear nothing, and nothing else
              happens.
            </p>
          </div>
        }
        item="Address"
        adds="an address"
        placeholder={mailbox(today.domain)}
        values={values.length === 0 ? [''] : values}
        onChange={(rua) => onChoose({ rua })}
        renderError={(place) => {
          const fault = faultOf(faults, 'rua', place)
          return fault !== null && <Prose text={`${fault}.`} />
        }}
        renderNote={(place) => <TargetNote typed={values[place] ?? ''} targets={targets} />}
      />
      {general !== null && (
        <p className="text-side">
          <Status kind="waiting" className="mr-2">
            Open
          </Status>
          <Prose text={`${general}.`} />
        </p>
      )}
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

function mailbox(domain: string): string {
  return roleMailbox(domain).slice('mailto:'.length)
}

interface TargetNoteProps {
  typed: string
  targets: ReadonlyMap<string, ReportTarget>
}

/** What the record says in its place, and whether reports can arrive there. */
function TargetNote({ typed, targets }: TargetNoteProps) {
  if (typed.trim() === '') return null
  const read = readReportTarget(typed)
  if ('wrong' in read) return null
  const target = targets.get(read.value)
  const state = target === undefined ? null : targetState(target)
  return (
    <p className="wrap-anywhere">
      {read.value !== typed.trim() && (
        <>
          In the record: <code>{read.value}</code>.{' '}
        </>
      )}
      {state !== null && (
        <>
          <Status kind={state.kind}>{state.kind === 'pass' ? 'Found' : undefined}</Status>{' '}
          <Prose text={state.words} />
        </>
      )}
    </p>
  )
}
