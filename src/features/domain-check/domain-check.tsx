import { useMemo } from 'react'
import { nextStep } from '../../checks/next-step.ts'
import type { CheckView } from './check-view.ts'
import { AskedSection } from './parts/asked-section.tsx'
import { BimiSection } from './parts/bimi-section.tsx'
import { DaneSection } from './parts/dane-section.tsx'
import { DmarcSection } from './parts/dmarc-section.tsx'
import { DnsSection } from './parts/dns-section.tsx'
import { Findings } from './parts/findings.tsx'
import { KeepSection } from './parts/keep-section.tsx'
import { MailboxSection } from './parts/mailbox-section.tsx'
import { MessageSection } from './parts/message-section.tsx'
import { NextStepSection } from './parts/next-step-section.tsx'
import { ProtocolSection } from './parts/protocol-section.tsx'
import { RawTexts } from './parts/raw-texts.tsx'
import { SendersSection } from './parts/senders-section.tsx'
import { SendsOnlySwitch } from './parts/sends-only-switch.tsx'
import { TitleSection } from './parts/title-section.tsx'
import { useDomainCheck, type CheckWanted } from './use-domain-check.ts'
import type { CheckParams } from './view-model/check-params.ts'
import type { CheckState } from './view-model/check-state.ts'
import { mtaStsChain } from './view-model/mta-sts-chain.ts'
import { tlsRptChain } from './view-model/tls-rpt-chain.ts'
import { lineOf, verdictLines, type VerdictLine } from './view-model/verdict-line.ts'

export interface DomainCheckProps {
  wanted: CheckWanted
  params: CheckParams
}

/** One domain's check, from the first question to what one takes away. */
export function DomainCheck({ wanted, params }: DomainCheckProps) {
  const view = useDomainCheck(wanted)
  return (
    <>
      <TitleSection view={view} params={params} />
      {view.ended !== null && <Next view={view} />}
      <Protocols view={view} params={params} />
      <MessageSection published={publishedLogo(view.state)} />
      <AskedSection view={view} />
      {view.ended !== null && <KeepSection view={view} />}
    </>
  )
}

function Next({ view }: { view: CheckView }) {
  const { report } = view.state
  const step = useMemo(() => nextStep(report), [report])
  return <NextStepSection step={step} view={view} />
}

function Protocols({ view, params }: { view: CheckView; params: CheckParams }) {
  const { state } = view
  const lines = verdictLines(state)
  const mtaSts = lineOf(lines, 'mta-sts')
  const tlsRpt = lineOf(lines, 'tls-rpt')
  return (
    <>
      <ProtocolSection
        line={mtaSts}
        steps={mtaStsChain(state)}
        note="Senders walk this chain in order and stop at the first link that does not hold."
      >
        {mtaSts.standing !== 'asking' && (
          <Findings view={view} protocols={['mta-sts']} section="mta-sts" />
        )}
        <RawTexts view={view} fact="mtaStsTxt" title="The record, as published" />
        <RawTexts view={view} fact="mtaStsPolicyFile" title={fileTitle(state)} />
      </ProtocolSection>
      {view.ended !== null && mtaSts.standing !== 'absent' && <SendersSection view={view} />}
      <ProtocolSection
        line={tlsRpt}
        steps={tlsRptChain(state)}
        note="Where senders report deliveries whose TLS failed."
      >
        {tlsRpt.standing !== 'asking' && (
          <Findings view={view} protocols={['tls-rpt']} section="tls-rpt" />
        )}
        <RawTexts view={view} fact="tlsRptTxt" title="The record, as published" />
      </ProtocolSection>
      <BimiSection view={view} line={lineOf(lines, 'bimi')} params={params} />
      {view.ended !== null && announcesLogo(state) && <MailboxSection view={view} />}
      <Prerequisites view={view} params={params} lines={lines} />
    </>
  )
}

interface PrerequisitesProps {
  view: CheckView
  params: CheckParams
  lines: readonly VerdictLine[]
}

/** What the protocols above stand on. */
function Prerequisites({ view, params, lines }: PrerequisitesProps) {
  const mx = lineOf(lines, 'mx')
  const dmarc = lineOf(lines, 'dmarc')
  const dane = lineOf(lines, 'dane')
  return (
    <>
      {mx.standing !== 'asking' && (
        <DnsSection view={view} line={mx}>
          <SendsOnlySwitch params={params} />
        </DnsSection>
      )}
      {view.state.facts.dmarcTxt !== undefined && <DmarcSection view={view} line={dmarc} />}
      {dane.standing !== 'asking' && <DaneSection view={view} line={dane} />}
    </>
  )
}

function publishedLogo({ facts: { indicator } }: CheckState): string | null {
  return indicator?.state === 'found' ? indicator.value.body : null
}

/** Where no record is published, or none is asked for, nobody wonders about mailboxes. */
function announcesLogo({ facts }: CheckState): boolean {
  return facts.bimiRecord !== undefined && facts.bimiRecord.state !== 'absent'
}

/** What comes with a redirect or a 404 is no policy file. */
function fileTitle({ facts }: CheckState): string {
  return facts.mtaStsPolicyFile?.state === 'found'
    ? 'The policy file, as served'
    : 'What the policy host answered'
}
