import { useMemo, useState } from 'react'
import type { DomainInput } from '../../../protocols/dns/domain-input.ts'
import { bimiForm, type BimiForm } from '../../../publish/make/form-state/bimi.ts'
import { Stages } from '../parts/stages.tsx'
import { ToTheCheck } from '../parts/to-the-check.tsx'
import { VerifySheet } from '../parts/verify-sheet.tsx'
import { WizardTitle } from '../parts/wizard-title.tsx'
import { useLiveFacts } from '../queries/use-live-facts.ts'
import { useSelectorTxt } from '../queries/use-selector-txt.ts'
import { useVerifying } from '../queries/use-verifying.ts'
import type { FormInAddress } from '../use-form.ts'
import { outputsOf } from '../view-model/outputs-of.ts'
import { stageStates } from '../view-model/stage-states.ts'
import { ChooseSheet } from './choose-sheet.tsx'
import type { LogoInHand } from './logo-in-hand.tsx'
import { dmarcFirst, dmarcObstacles, madeOf } from './made-bimi.ts'
import { PublishSheet } from './publish-sheet.tsx'
import { takenOver, todayOf, WANTED } from './today.ts'

export interface BimiWizardProps {
  input: DomainInput
  inAddress: FormInAddress<BimiForm>
  logo: LogoInHand | null
}

/** BIMI for one domain: choose, publish, verify. */
export function BimiWizard({ input, inAddress, logo }: BimiWizardProps) {
  const { edit, go } = inAddress
  const { domain } = input
  const subject = useMemo(() => ({ ...input, localPart: null, selector: null }), [input])
  const live = useLiveFacts(subject, WANTED)
  // Once something is typed, a field that was emptied stays empty.
  const [isTyped, setTyped] = useState(false)
  const form = isTyped ? inAddress.form : takenOver(inAddress.form, live.facts)
  const other = useSelectorTxt(form.selector, domain, live.run)
  const today = todayOf(domain, form.selector, live, other)
  const made = madeOf(form, today, live.facts)
  const isVerifying = form.stage === 'verify' && made.ok && today.isComplete
  const rounds = useVerifying(isVerifying ? { domain, records: [made.record], policy: null } : null)
  // What was taken over is written out: what is live by now must not change what is being waited for.
  const pinned = pinsOf(form)
  const obstacles = form.declined ? [] : dmarcObstacles(today, live.facts)
  const states = stageStates({ isComplete: today.isComplete, isOk: made.ok, rounds })
  return (
    <>
      <WizardTitle kind="bimi" domain={input.unicode} progress={rounds && states.verify.words}>
        <Stages
          here={form.stage}
          states={states}
          addressOf={(stage) => bimiForm.write({ ...form, stage }).toString()}
        />
      </WizardTitle>
      <ChooseSheet
        form={form}
        today={today}
        live={live}
        made={made}
        logo={logo}
        obstacles={obstacles}
        onChoose={(change) => {
          setTyped(true)
          edit({ ...pinned, ...change, stage: 'choose' })
        }}
      />
      <PublishSheet
        today={today}
        live={live}
        made={made}
        logo={logo}
        dmarc={obstacles.length === 0 ? null : dmarcFirst(today, live.facts)}
        isBlocked={obstacles.some(({ words }) => words.severity === 'error')}
        outputs={outputsOf(form, edit)}
      />
      <VerifySheet
        rounds={rounds}
        oldPolicy={null}
        onBegin={made.ok && today.isComplete ? () => go('verify', pinned) : null}
      >
        <ToTheCheck domain={domain} rounds={rounds} onCheck={live.lookAgain}>
          The check looks at the logo and the certificate too, and says what each mailbox provider
          makes of them. Providers take days to show a new logo.
        </ToTheCheck>
      </VerifySheet>
    </>
  )
}

function pinsOf({ logo, certificate, preference, declined }: BimiForm): Partial<BimiForm> {
  return { logo, certificate, preference, declined }
}
