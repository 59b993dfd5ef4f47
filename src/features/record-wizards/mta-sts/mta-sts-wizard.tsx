import { useMemo } from 'react'
import { bodyText } from '../../../facts/body-text.ts'
import { valueOf } from '../../../facts/fact.ts'
import type { DomainInput } from '../../../protocols/dns/domain-input.ts'
import { Stages } from '../parts/stages.tsx'
import { VerifySheet } from '../parts/verify-sheet.tsx'
import { WizardTitle } from '../parts/wizard-title.tsx'
import { useLiveFacts, type Live } from '../queries/use-live-facts.ts'
import { useVerifying } from '../queries/use-verifying.ts'
import type { FormInAddress } from '../use-form.ts'
import { outputsOf } from '../view-model/outputs-of.ts'
import { stageStates } from '../view-model/stage-states.ts'
import type { Stage } from '../wizard.ts'
import { AfterLive } from './after-live.tsx'
import { ChooseSheet } from './choose-sheet.tsx'
import { mtaStsPageForm, type MtaStsPageForm } from './form.ts'
import { madeOf, type MtaStsMade } from './made-mta-sts.ts'
import { PublishSheet } from './publish-sheet.tsx'
import { todayOf, WANTED } from './today.ts'

export interface MtaStsWizardProps {
  input: DomainInput
  inAddress: FormInAddress<MtaStsPageForm>
}

/** MTA-STS for one domain: choose, publish, verify. */
export function MtaStsWizard({ input, inAddress }: MtaStsWizardProps) {
  const { form, edit, go } = inAddress
  const { domain } = input
  const subject = useMemo(() => ({ ...input, localPart: null, selector: null }), [input])
  const live = useLiveFacts(subject, WANTED)
  const today = useMemo(() => todayOf(domain, live), [domain, live])
  const made = useMemo(() => madeOf(form, today, live.facts), [form, today, live.facts])
  const oldPolicy = servedText(live)
  const isVerifying = form.stage === 'verify' && made.ok && today.isComplete
  const rounds = useVerifying(
    isVerifying ? { domain, records: [made.record], policy: made.policy } : null,
  )
  const pinned = pinsOf(made)
  const states = stageStates({ isComplete: today.isComplete, isOk: made.ok, rounds })
  return (
    <>
      <WizardTitle kind="mta-sts" domain={input.unicode} progress={rounds && states.verify.words}>
        <Stages
          here={form.stage}
          states={states}
          addressOf={(stage) => addressOf(form, stage, pinned)}
        />
      </WizardTitle>
      <ChooseSheet
        form={form}
        today={today}
        live={live}
        faults={made.ok ? [] : made.faults}
        // Another choice is another text: what was being watched is over, and the id is due again.
        onChoose={(change) => edit({ ...change, id: '', stage: 'choose' })}
        onTry={(host) => edit({ try: host })}
      />
      <PublishSheet
        form={form}
        today={today}
        live={live}
        made={made}
        outputs={outputsOf(form, edit)}
        onPlan={edit}
      />
      <VerifySheet
        host="the policy host"
        rounds={rounds}
        oldPolicy={oldPolicy}
        onBegin={pinned === null || !today.isComplete ? null : () => go('verify', pinned)}
      >
        <AfterLive domain={domain} rounds={rounds} form={form} onCheck={live.lookAgain} />
      </VerifySheet>
    </>
  )
}

/** What was usual is written out: what is live by now must not change what is being waited for. */
function pinsOf(made: MtaStsMade): Partial<MtaStsPageForm> | null {
  if (!made.ok) return null
  const { id, mode, maxAge, mx } = made.choices
  return { id, mode, maxAge: String(maxAge), mx }
}

function addressOf(
  form: MtaStsPageForm,
  stage: Stage,
  pinned: Partial<MtaStsPageForm> | null,
): string {
  const pins = stage === 'verify' && pinned !== null ? pinned : {}
  return mtaStsPageForm.write({ ...form, ...pins, stage }).toString()
}

function servedText({ facts }: Live): string | null {
  const answer = valueOf(facts.mtaStsPolicyFile)
  return answer === null ? null : bodyText(answer)
}
