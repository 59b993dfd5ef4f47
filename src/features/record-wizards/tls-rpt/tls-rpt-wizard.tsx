import { useMemo } from 'react'
import type { DomainInput } from '../../../protocols/dns/domain-input.ts'
import { tlsRptForm, type TlsRptForm } from '../../../publish/make/form-state/tls-rpt.ts'
import { readTlsRpt } from '../../../publish/make/tls-rpt.ts'
import { Stages } from '../parts/stages.tsx'
import { ToTheCheck } from '../parts/to-the-check.tsx'
import { VerifySheet } from '../parts/verify-sheet.tsx'
import { WizardTitle } from '../parts/wizard-title.tsx'
import { useLiveFacts } from '../queries/use-live-facts.ts'
import { targetsFact, useReportTargets } from '../queries/use-report-targets.ts'
import { useVerifying } from '../queries/use-verifying.ts'
import type { FormInAddress } from '../use-form.ts'
import { outputsOf } from '../view-model/outputs-of.ts'
import { stageStates } from '../view-model/stage-states.ts'
import type { Stage } from '../wizard.ts'
import { ChooseSheet } from './choose-sheet.tsx'
import { madeOf } from './made-tls-rpt.ts'
import { PublishSheet } from './publish-sheet.tsx'
import { todayOf, WANTED } from './today.ts'

export interface TlsRptWizardProps {
  input: DomainInput
  inAddress: FormInAddress<TlsRptForm>
}

const NO_TARGETS: readonly string[] = []

/** TLS-RPT for one domain: choose, publish, verify. */
export function TlsRptWizard({ input, inAddress }: TlsRptWizardProps) {
  const { form, edit, go } = inAddress
  const { domain } = input
  const subject = useMemo(() => ({ ...input, localPart: null, selector: null }), [input])
  const live = useLiveFacts(subject, WANTED)
  const today = useMemo(() => todayOf(domain, live), [domain, live])
  const reading = useMemo(() => readTlsRpt(form, today), [form, today])
  const rua = reading.ok && today.isComplete ? reading.choices.rua : NO_TARGETS
  const targets = useReportTargets(rua, live.run)
  const made = madeOf(form, today, live.facts, targetsFact(domain, targets, rua))
  const isVerifying = form.stage === 'verify' && made.ok && today.isComplete
  const rounds = useVerifying(isVerifying ? { domain, records: [made.record], policy: null } : null)
  // What was usual is written out: what is live by now must not change what is being waited for.
  const pinned = made.ok ? { rua: made.choices.rua } : null
  const addressOf = (stage: Stage) =>
    tlsRptForm.write({ ...form, ...(stage === 'verify' ? pinned : null), stage }).toString()
  const states = stageStates({ isComplete: today.isComplete, isOk: made.ok, rounds })
  return (
    <>
      <WizardTitle kind="tls-rpt" domain={input.unicode} progress={rounds && states.verify.words}>
        <Stages here={form.stage} states={states} addressOf={addressOf} />
      </WizardTitle>
      <ChooseSheet
        form={form}
        today={today}
        live={live}
        targets={targets}
        made={made}
        onChoose={(change) => edit({ ...change, stage: 'choose' })}
      />
      <PublishSheet today={today} live={live} made={made} outputs={outputsOf(form, edit)} />
      <VerifySheet
        rounds={rounds}
        oldPolicy={null}
        onBegin={pinned === null || !today.isComplete ? null : () => go('verify', pinned)}
      >
        <ToTheCheck domain={domain} rounds={rounds} onCheck={live.lookAgain}>
          The first reports come on the day after tomorrow at the latest, from senders that
          delivered to you.
        </ToTheCheck>
      </VerifySheet>
    </>
  )
}
