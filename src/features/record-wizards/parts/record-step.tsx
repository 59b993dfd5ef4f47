import type { Worded } from '../../../checks/report.ts'
import type { ZoneRecord } from '../../../publish/record.ts'
import type { Live } from '../queries/use-live-facts.ts'
import type { Outputs } from './outputs.ts'
import { ReadBackLine } from './read-back-line.tsx'
import { Notes, RecordsOutput } from './records-output.tsx'

export interface RecordStepProps {
  record: ZoneRecord
  /** Does DNS say just this today? */
  isLive: boolean
  findings: readonly Worded[]
  notes: readonly string[]
  live: Live
  outputs: Outputs
  /** When to publish it, where none is there to be replaced. */
  when?: string
  /** More that is known to be right. */
  more?: string | null
}

/** What stands in the step that every wizard has: its record, new or in the place of the one that stands. */
export function RecordStep(props: RecordStepProps) {
  const { record, isLive, findings, notes, live, outputs, when = '', more = null } = props
  const intro =
    record.replaces.length > 0
      ? 'A record exists. This replaces it; a second one beside it would count as none.'
      : when
  return (
    <>
      {!isLive && intro !== '' && <p>{intro}</p>}
      <RecordsOutput main={!isLive} records={[record]} zone={live.zone} outputs={outputs}>
        <ReadBackLine what="The record" findings={findings} more={more} />
      </RecordsOutput>
      <Notes notes={notes} />
    </>
  )
}

/** What that step is called. */
export function recordTitle({
  isLive,
  record,
}: Pick<RecordStepProps, 'isLive' | 'record'>): string {
  if (isLive) return 'The DNS record, as it is published'
  return record.replaces.length > 0 ? 'Replace the DNS record' : 'Publish the DNS record'
}
