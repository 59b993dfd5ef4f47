import type { Rounds } from '../queries/use-rounds.ts'
import { ToTheCheck } from '../parts/to-the-check.tsx'
import type { MtaStsPageForm } from './form.ts'

export interface AfterLiveProps {
  domain: string
  rounds: Rounds | null
  form: MtaStsPageForm
  onCheck: () => void
}

/** What comes once it is live. */
export function AfterLive({ domain, rounds, form, onCheck }: AfterLiveProps) {
  return (
    <ToTheCheck domain={domain} rounds={rounds} onCheck={onCheck}>
      {form.mode === 'testing' && 'Then let TLS reports come in for two weeks before you enforce.'}
      {form.mode === 'enforce' &&
        'Then watch the certificates of the mail servers and of the policy host: senders now hold you to them.'}
      {form.mode === 'none' &&
        'Then keep the record, the host and its certificate until the day that the plan names.'}
    </ToTheCheck>
  )
}
