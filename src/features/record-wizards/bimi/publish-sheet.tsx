import { bimiOnNginx } from '../../../publish/bimi-hosting.ts'
import type { BimiChoices } from '../../../publish/make/bimi.ts'
import { Prose } from '../../../ui/prose.tsx'
import { RawText } from '../../../ui/raw-text.tsx'
import { MarginNote, Sheet } from '../../../ui/sheet.tsx'
import { Status } from '../../../ui/status.tsx'
import { More } from '../parts/commands.tsx'
import { LiveLine } from '../parts/live-line.tsx'
import { LookingUp } from '../parts/looking-up.tsx'
import { Numbered, StepBox } from '../parts/numbered.tsx'
import type { Outputs } from '../parts/outputs.ts'
import { ReadBackLine } from '../parts/read-back-line.tsx'
import { RecordStep, recordTitle } from '../parts/record-step.tsx'
import { Notes, RecordsOutput } from '../parts/records-output.tsx'
import type { Live } from '../queries/use-live-facts.ts'
import { fillIn } from '../view-model/fill-in.ts'
import type { LogoInHand } from './logo-in-hand.tsx'
import type { BimiMade, DmarcFirst } from './made-bimi.ts'
import type { Today } from './today.ts'

export interface PublishSheetProps {
  today: Today
  live: Live
  made: BimiMade
  logo: LogoInHand | null
  /** What DMARC needs, where something can be offered. */
  dmarc: DmarcFirst | null
  /** Until DMARC is right no provider shows the logo. */
  isBlocked: boolean
  outputs: Outputs
}

export function PublishSheet(props: PublishSheetProps) {
  const { today, live, made } = props
  return (
    <Sheet
      id="publish"
      title="Publish"
      margin={
        <MarginNote>
          DMARC first, then the files, then the record. A provider that sees the record fetches the
          logo at once.
        </MarginNote>
      }
    >
      {!today.isComplete ? (
        <LookingUp live={live} domain={today.domain} />
      ) : made.ok ? (
        <Texts {...props} made={made} />
      ) : (
        <p>
          <Status kind="waiting">Waits for your choices</Status> What is missing:{' '}
          <Prose text={`${made.faults.map(({ text }) => text).join('; ')}.`} />
        </p>
      )}
    </Sheet>
  )
}

type TextsProps = PublishSheetProps & { made: Extract<BimiMade, { ok: true }> }

function Texts({ live, made, logo, dmarc, isBlocked, outputs }: TextsProps) {
  const { choices, record, findings, notes, isLive } = made
  return (
    <>
      {isLive && (
        <LiveLine>
          The BIMI record says just this today.
          {dmarc === null && ' There is nothing to publish.'}
        </LiveLine>
      )}
      <Numbered>
        {dmarc !== null && (
          <StepBox title={dmarc.record.replaces.length > 0 ? 'Raise DMARC' : 'Begin with DMARC'}>
            <p>
              {isBlocked && 'Until this is done no provider shows the logo. '}
              Read the DMARC reports first: mail of yours that does not pass is put aside or refused
              once the record is stricter.
            </p>
            <Notes notes={dmarc.notes} />
            <RecordsOutput records={[dmarc.record]} zone={live.zone} outputs={outputs}>
              <ReadBackLine what="The DMARC record" findings={dmarc.findings} />
            </RecordsOutput>
          </StepBox>
        )}
        {choices.logo !== '' && (
          <StepBox
            title={
              choices.certificate === '' ? 'Serve the logo' : 'Serve the logo and the certificate'
            }
          >
            <Serving choices={choices} logo={logo} />
          </StepBox>
        )}
        <StepBox title={recordTitle(made)}>
          <RecordStep {...{ record, isLive, findings, notes, live, outputs }} />
        </StepBox>
      </Numbered>
    </>
  )
}

function Serving({ choices, logo }: { choices: BimiChoices; logo: LogoInHand | null }) {
  const { files, steps, replaceHere } = bimiOnNginx({
    logoUrl: choices.logo,
    certificateUrl: choices.certificate === '' ? null : choices.certificate,
  })
  return (
    <>
      <p>
        {logo === null ? 'The SVG' : <code>{logo.name}</code>} answers at{' '}
        <code className="wrap-anywhere">{choices.logo}</code> as <code>image/svg+xml</code>
        {choices.certificate !== '' && (
          <>
            , and the PEM file at <code className="wrap-anywhere">{choices.certificate}</code>
          </>
        )}
        , without a redirect, a log-in or a bot challenge. A content system that cleans SVG files
        makes them unfit: compare what is served with what you uploaded.
      </p>
      <More title="As a server block for nginx">
        <ol className="list-decimal space-y-1 pl-6 text-side [&_code]:inline">
          {steps.map((step) => (
            <li key={step}>
              <Prose text={step} />
            </li>
          ))}
        </ol>
        {files.map(({ path, text }) => (
          <RawText
            key={path}
            name={<code>{path}</code>}
            text={text}
            marks={fillIn(text, replaceHere, () => '').marks}
            copy="block"
          />
        ))}
      </More>
    </>
  )
}
