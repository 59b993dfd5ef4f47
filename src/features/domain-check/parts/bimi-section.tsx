import { valueOf } from '../../../facts/fact.ts'
import type { CheckView } from '../check-view.ts'
import { assertionTerms } from '../view-model/assertion-terms.ts'
import { bimiChain } from '../view-model/bimi-chain.ts'
import type { CheckParams } from '../view-model/check-params.ts'
import type { VerdictLine } from '../view-model/verdict-line.ts'
import { FetchedFiles } from './fetched-files.tsx'
import { Findings } from './findings.tsx'
import { ProtocolSection } from './protocol-section.tsx'
import { RawTexts } from './raw-texts.tsx'
import { SelectorForm } from './selector-form.tsx'
import { TermList } from './term-list.tsx'

export interface BimiSectionProps {
  view: CheckView
  line: VerdictLine
  params: CheckParams
}

/** The assertion record, what it stands on, and what it names. */
export function BimiSection({ view, line, params }: BimiSectionProps) {
  const { state } = view
  const selector = valueOf(state.facts.bimiQuestion)?.selector ?? 'default'
  return (
    <ProtocolSection
      line={line}
      steps={bimiChain(state)}
      note="Mailboxes look at all of this before they show a logo, and stop at the first link that does not hold."
      aside={<SelectorForm params={params} selector={selector} />}
    >
      {line.standing !== 'asking' && <Findings view={view} protocols={['bimi']} section="bimi" />}
      <RawTexts view={view} fact="bimiTxt" title="The record, as published" />
      <RawTexts view={view} fact="bimiOrgTxt" title="The record of the organizational domain" />
      <TermList terms={assertionTerms(state.facts)} />
      <FetchedFiles state={state} />
    </ProtocolSection>
  )
}
