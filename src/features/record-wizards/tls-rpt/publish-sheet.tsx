import { receiverCommand } from '../../../publish/commands.ts'
import { targetFacts } from '../../../publish/make/report-target.ts'
import { MarginNote, Sheet } from '../../../ui/sheet.tsx'
import { Status } from '../../../ui/status.tsx'
import { Commands } from '../parts/commands.tsx'
import { LookingUp } from '../parts/looking-up.tsx'
import { Numbered, StepBox } from '../parts/numbered.tsx'
import type { Outputs } from '../parts/outputs.ts'
import { ReadBackLine } from '../parts/read-back-line.tsx'
import { Notes, RecordsOutput } from '../parts/records-output.tsx'
import type { Live } from '../queries/use-live-facts.ts'
import type { TlsRptMade } from './made-tls-rpt.ts'
import type { Today } from './today.ts'

export interface PublishSheetProps {
  today: Today
  live: Live
  made: TlsRptMade
  outputs: Outputs
}

export function PublishSheet({ today, live, made, outputs }: PublishSheetProps) {
  return (
    <Sheet
      id="publish"
      title="Publish"
      margin={
        <MarginNote>
          At any time: the record changes nothing about deliveries. Best before an MTA-STS policy.
        </MarginNote>
      }
    >
      {!today.isComplete ? (
        <LookingUp live={live} domain={today.domain} />
      ) : made.ok ? (
        <Texts made={made} live={live} outputs={outputs} />
      ) : (
        <p>
          <Status kind="waiting">Waits for your choices</Status> What is missing is said beside its
          field above.
        </p>
      )}
    </Sheet>
  )
}

interface TextsProps extends Pick<PublishSheetProps, 'live' | 'outputs'> {
  made: Extract<TlsRptMade, { ok: true }>
}

function Texts({ made, live, outputs }: TextsProps) {
  const { record, choices, findings, notes, isLive } = made
  const targets = targetFacts(choices.rua, choices.domain)
  const mailboxes = targets.filter(({ scheme }) => scheme === 'mailto')
  const posts = targets.filter(({ scheme }) => scheme === 'https')
  const replaced = record.replaces.length > 0
  return (
    <>
      {isLive && (
        <p>
          <Status kind="pass" className="mr-2">
            Live
          </Status>
          The record says just this today. There is nothing to publish.
        </p>
      )}
      <Numbered>
        {mailboxes.length > 0 && (
          <StepBox title={mailboxes.length === 1 ? 'Set the mailbox up' : 'Set the mailboxes up'}>
            <p>
              {mailboxes.map(({ localPart, host, uri }, place) => (
                <span key={uri}>
                  {place > 0 && ' and '}
                  <code className="wrap-anywhere">
                    {localPart}@{host}
                  </code>
                </span>
              ))}{' '}
              must take mail from strangers, with attachments. A filter on the header field{' '}
              <code>TLS-Report-Domain</code> puts reports into a folder of their own.
            </p>
          </StepBox>
        )}
        {posts.length > 0 && (
          <StepBox title="Try the web address">
            <p>
              It answers a POST of <code>application/tlsrpt+gzip</code> with 200 or 201, without a
              log-in. A browser may not try that for you; a shell may.
            </p>
            <Commands commands={posts.map(({ uri }) => receiverCommand(uri))} />
          </StepBox>
        )}
        <StepBox title={recordTitle(made)}>
          {replaced && (
            <p>A record exists. This replaces it; a second one beside it would count as none.</p>
          )}
          <RecordsOutput main={!isLive} records={[record]} zone={live.zone} outputs={outputs}>
            <ReadBackLine what="The record" findings={findings} />
          </RecordsOutput>
          <Notes notes={notes} />
        </StepBox>
      </Numbered>
    </>
  )
}

function recordTitle({ isLive, record }: TextsProps['made']): string {
  if (isLive) return 'The DNS record, as it is published'
  return record.replaces.length > 0 ? 'Replace the DNS record' : 'Publish the DNS record'
}
