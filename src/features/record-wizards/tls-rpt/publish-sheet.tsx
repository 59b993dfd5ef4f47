import { receiverCommand } from '../../../publish/commands.ts'
import { targetFacts } from '../../../publish/make/report-target.ts'
import { MarginNote, Sheet } from '../../../ui/sheet.tsx'
import { Status } from '../../../ui/status.tsx'
import { Commands } from '../parts/commands.tsx'
import { LiveLine } from '../parts/live-line.tsx'
import { LookingUp } from '../parts/looking-up.tsx'
import { Numbered, StepBox } from '../parts/numbered.tsx'
import type { Outputs } from '../parts/outputs.ts'
import { RecordStep, recordTitle } from '../parts/record-step.tsx'
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
  return (
    <>
      {isLive && <LiveLine>The record says just this today. There is nothing to publish.</LiveLine>}
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
          <RecordStep {...{ record, isLive, findings, notes, live, outputs }} />
        </StepBox>
      </Numbered>
    </>
  )
}
