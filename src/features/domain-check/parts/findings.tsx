import { protocolOf, type Protocol } from '../../../checks/protocols.ts'
import { ruleOf } from '../../../checks/catalogue.ts'
import { correctionOf } from '../../../checks/corrections/correct.ts'
import { Disclosures } from '../../../ui/disclosure.tsx'
import type { CheckView } from '../check-view.ts'
import type { Told } from '../view-model/check-state.ts'
import { ruleOutcomes } from '../view-model/rule-outcomes.ts'
import { unknownItems, type Section } from '../view-model/unknown-items.ts'
import { CrashedRow } from './crashed-row.tsx'
import { FindingRow } from './finding-row.tsx'
import { OtherRules } from './other-rules.tsx'
import { UnknownRow } from './unknown-row.tsx'

export interface FindingsProps {
  view: CheckView
  protocols: readonly Protocol[]
  /** Where what could not be checked is listed. */
  section: Section
}

/** Worst first; then what could not be checked and what failed of ours; then the rules that found nothing. */
export function Findings({ view, protocols, section }: FindingsProps) {
  const { state, keys } = view
  const findings = state.findings.filter(({ id }) => protocols.includes(protocolOf(id)))
  const unknown = unknownItems(state.report).filter((item) => item.section === section)
  const outcomes = ruleOutcomes(state.report, protocols)
  const correction = ({ id }: Told) => {
    const { fix } = ruleOf(id)
    // What is written from half of the answers might have to be taken back.
    return fix === undefined || view.ended === null ? null : correctionOf(fix, state.facts)
  }
  const some = findings.length + unknown.length + outcomes.crashed.length > 0
  return (
    <>
      {some && (
        <>
          <h3>Findings</h3>
          <Disclosures>
            {findings.map((finding, place) => {
              const key = keys.get(finding) ?? finding.id
              return (
                <FindingRow
                  key={key}
                  id={key}
                  finding={finding}
                  facts={state.facts}
                  open={place === 0 && finding.words.severity === 'error'}
                  correction={correction(finding)}
                />
              )
            })}
            {unknown.map((item) => (
              <UnknownRow key={item.key} item={item} view={view} />
            ))}
            {outcomes.crashed.map(({ rule, message }) => (
              <CrashedRow key={rule.id} rule={rule} message={message} />
            ))}
          </Disclosures>
        </>
      )}
      {view.ended !== null && <OtherRules outcomes={outcomes} />}
    </>
  )
}
