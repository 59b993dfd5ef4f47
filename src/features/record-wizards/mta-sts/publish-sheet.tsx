import { Link } from 'react-router'
import type { StsMode } from '../../../protocols/mta-sts/policy.ts'
import { valueOf } from '../../../facts/fact.ts'
import type { FactSet } from '../../../facts/fact-set.ts'
import { aliasesOf, hasAddress } from '../../../facts/host.ts'
import type { ZoneRecord } from '../../../publish/record.ts'
import { Prose } from '../../../ui/prose.tsx'
import { MarginNote, Sheet } from '../../../ui/sheet.tsx'
import { Status } from '../../../ui/status.tsx'
import { HostingOutput, hostedBy } from '../parts/hosting-output.tsx'
import { LiveLine } from '../parts/live-line.tsx'
import { LookingUp } from '../parts/looking-up.tsx'
import { Numbered, StepBox } from '../parts/numbered.tsx'
import type { Outputs } from '../parts/outputs.ts'
import { ReadBackLine } from '../parts/read-back-line.tsx'
import { RecordStep, recordTitle } from '../parts/record-step.tsx'
import { RecordsOutput } from '../parts/records-output.tsx'
import type { Live } from '../queries/use-live-facts.ts'
import type { MtaStsPageForm } from './form.ts'
import { JourneySection } from './journey-section.tsx'
import type { MtaStsMade } from './made-mta-sts.ts'
import { ServersReady } from './servers-ready.tsx'
import type { Today } from './today.ts'

export interface PublishSheetProps {
  form: MtaStsPageForm
  today: Today
  live: Live
  made: MtaStsMade
  outputs: Outputs
  onPlan: (change: Partial<MtaStsPageForm>) => void
}

/** The texts in the order in which they are safe to publish. */
export function PublishSheet(props: PublishSheetProps) {
  const { today, live, made } = props
  return (
    <Sheet
      id="publish"
      title="Publish"
      margin={
        <MarginNote>
          The file first, the record second. A sender that sees the record fetches the file at once.
        </MarginNote>
      }
    >
      {!today.isComplete ? (
        <LookingUp live={live} domain={today.domain} />
      ) : made.ok ? (
        <Texts {...props} made={made} />
      ) : (
        <p>
          <Status kind="waiting">Waits for your choices</Status> What is missing is said beside its
          field above.
        </p>
      )}
    </Sheet>
  )
}

type Made = Extract<MtaStsMade, { ok: true }>
type TextsProps = PublishSheetProps & { made: Made }

function Texts(props: TextsProps) {
  const { form, today, live, made, outputs, onPlan } = props
  const { record, isLive, recordFindings, notes, idNote } = made
  const { domain, mode, mx } = made.choices
  const isOff = mode === 'none'
  return (
    <>
      {isOff && isNothingThere(today) && <NothingToSwitchOff domain={domain} />}
      {isLive && <LiveAlready mode={mode} domain={domain} />}
      <Numbered>
        {!isOff && (
          <StepBox title="See that every mail server is ready">
            <ServersReady today={today} lines={mx} />
          </StepBox>
        )}
        {!isOff && live.facts.tlsRptTxt?.state === 'absent' && (
          <StepBox title="Ask for TLS reports">
            <p>
              No TLS-RPT record is published, so you would not hear what fails.{' '}
              <Link to={`/tls-rpt?${new URLSearchParams({ domain })}`}>
                Publish a TLS-RPT record
              </Link>{' '}
              first, or at any time.
            </p>
          </StepBox>
        )}
        <StepBox title={isLive ? 'The policy file, as it is served' : 'Serve the policy file'}>
          <PolicyStep {...props} />
        </StepBox>
        <StepBox title={recordTitle(made)}>
          <RecordStep
            {...{ record, isLive, findings: recordFindings, notes, live, outputs, more: idNote }}
            when="When the file is there. It tells senders that there is a policy."
          />
        </StepBox>
      </Numbered>
      <JourneySection form={form} today={today} made={made} facts={live.facts} onPlan={onPlan} />
    </>
  )
}

function PolicyStep({ live, made, outputs }: TextsProps) {
  const { policy, record, choices, policyFindings } = made
  const { domain } = choices
  const site = { policyHost: `mta-sts.${domain}`, domain, policy }
  const hosted = hostedBy(outputs.hosting, site)
  const alias = hosted?.alias ?? null
  return (
    <>
      <p>
        On a web server named <code>{site.policyHost}</code>, with a certificate for that name. It
        need not be the mail server.
      </p>
      <HostingOutput site={site} outputs={outputs}>
        <ReadBackLine what="The policy" findings={policyFindings} />
      </HostingOutput>
      {alias !== null && (
        <>
          <h4 className="pt-4">The alias of the policy host</h4>
          <HostToday facts={live.facts} />
          <RecordsOutput
            records={[aliasRecord(record, site.policyHost, alias, live.facts)]}
            open={hosted?.replaceHere ?? []}
            zone={live.zone}
            outputs={outputs}
          />
        </>
      )}
    </>
  )
}

/** Without a record no sender looks for a policy (RFC 8461 section 3.1). */
function isNothingThere({ record }: Today): boolean {
  return record.known && record.ours.length === 0
}

function NothingToSwitchOff({ domain }: { domain: string }) {
  return (
    <p>
      <Status kind="absent" className="mr-2">
        Nothing to switch off
      </Status>
      <code>{domain}</code> publishes no MTA-STS record today. These texts are for a policy that it
      had within the last year, and that senders may still remember.
    </p>
  )
}

/** What comes after a policy that stands, by its mode. */
const NEXT: Record<StsMode, string> = {
  testing:
    'When two weeks of TLS reports show no failure, choose `enforce` above: only then is mail protected.',
  enforce: 'Change something above, and the texts for it stand here.',
  none: 'Leave it so until the day that the plan below names.',
}

function LiveAlready({ mode, domain }: { mode: StsMode; domain: string }) {
  return (
    <LiveLine>
      <Prose
        text={`The file and the record say just this today. There is nothing to publish: another id would only make senders fetch the same file again. ${NEXT[mode]}`}
      />{' '}
      <Link to={`/check?${new URLSearchParams({ domain })}`}>Check the whole domain</Link>
    </LiveLine>
  )
}

/** Beside the record, in the same zone; it takes the place of an alias that is there. */
function aliasRecord(
  { zone, ttl }: ZoneRecord,
  name: string,
  target: string,
  facts: FactSet,
): ZoneRecord {
  const now = aliasNow(facts)
  return {
    zone,
    name,
    type: 'CNAME',
    value: target,
    ttl,
    replaces: now === null || now === target ? [] : [now],
  }
}

function aliasNow({ policyHost }: FactSet): string | null {
  const host = valueOf(policyHost)
  return host === null ? null : (aliasesOf(host)[0]?.target ?? null)
}

/** A name that is an alias has no records besides (RFC 1034 section 3.6.2). */
function HostToday({ facts }: { facts: FactSet }) {
  const host = valueOf(facts.policyHost)
  if (host === null || !hasAddress(host) || aliasNow(facts) !== null) return null
  return (
    <p className="text-side">
      <code>{host.name}</code> has addresses of its own today. Take its A and AAAA records away in
      the same change: a name is an alias or has addresses, not both.
    </p>
  )
}
