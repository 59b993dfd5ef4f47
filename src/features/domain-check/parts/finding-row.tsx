import { Link } from 'react-router'
import { ruleOf } from '../../../checks/catalogue.ts'
import type { CorrectedText } from '../../../checks/corrections/corrected-text.ts'
import type { Demand, Spec } from '../../../checks/rule.ts'
import { specAddress, specName } from '../../../checks/spec-address.ts'
import type { FactSet } from '../../../facts/fact-set.ts'
import { isTextFact } from '../../../facts/raw-text.ts'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { Prose } from '../../../ui/prose.tsx'
import { RawText } from '../../../ui/raw-text.tsx'
import { Status } from '../../../ui/status.tsx'
import { Term, Terms } from '../../../ui/terms.tsx'
import type { Told } from '../view-model/check-state.ts'
import { aboutSource } from '../view-model/about-source.ts'
import { sourceWords } from '../view-model/source-words.ts'
import { spotWords, textOfSpot } from '../view-model/spot-words.ts'
import { ChangedTextBlock } from './changed-text-block.tsx'

export interface FindingRowProps {
  finding: Told
  id: string
  facts: FactSet
  open: boolean
  /** The text that resolves it, ready to copy. */
  correction: CorrectedText | null
}

/** One finding: what was seen, why it matters, what to do, and who asks for it. */
export function FindingRow({ finding, id, facts, open, correction }: FindingRowProps) {
  const { words } = finding
  return (
    <Disclosure
      id={id}
      open={open}
      status={<Status kind={words.severity} />}
      title={<Prose text={words.title} />}
    >
      <Terms>
        <Term name="Seen">
          <Seen finding={finding} facts={facts} />
        </Term>
        <Term name="Why">
          <p>
            <Prose text={words.why} />
          </p>
        </Term>
        <Term name="Do">
          <p>
            <Prose text={words.advice} />
          </p>
          {correction !== null && <ChangedTextBlock corrected={correction} />}
        </Term>
        <Term name="Rule">
          <RuleLine id={finding.id} demand={words.demand} spec={ruleOf(finding.id).spec} />
        </Term>
      </Terms>
    </Disclosure>
  )
}

function Seen({ finding, facts }: { finding: Told; facts: FactSet }) {
  const { spot, about, words } = finding
  const source = aboutSource(facts, about)
  const from = source === null ? undefined : <Prose text={sourceWords(source)} />
  const raw = spot === undefined ? null : textOfSpot(facts, spot)
  if (spot === undefined || raw === null || !isTextFact(spot.fact))
    return (
      <>
        <p>
          <code>{about}</code>
        </p>
        {from !== undefined && <p className="text-small text-ink-2">{from}</p>}
      </>
    )
  return (
    <RawText
      name={<TextName about={raw.about} />}
      text={raw.text}
      marks={[{ start: spot.start, end: spot.end, tone: words.severity }]}
      numbered={/\n/.test(raw.text.trimEnd())}
      seen={<Prose text={spotWords(facts, spot)} />}
      source={from}
    />
  )
}

/** An owner name is followed by the type of its record; an address stands alone. */
export function TextName({ about }: { about: string }) {
  return (
    <>
      <code>{about}</code>
      {!about.includes('://') && ' TXT'}
    </>
  )
}

function RuleLine({ id, demand, spec }: { id: string; demand: Demand; spec: readonly Spec[] }) {
  return (
    <p className="text-small">
      {demandWords(demand)}
      {spec.map(({ document, section }, place) => (
        <span key={`${document} ${section}`}>
          {place === 0 ? ': ' : ', '}
          <SpecLink document={document} section={section} />
        </span>
      ))}
      {'. '}
      <Link to={`/rules/${id}`}>
        <code>{id}</code>
      </Link>
    </p>
  )
}

function SpecLink(spec: Spec) {
  const address = specAddress(spec)
  return address === null ? specName(spec) : <a href={address}>{specName(spec)}</a>
}

function demandWords(demand: Demand): string {
  if (demand === 'specification') return 'Demanded by the specification'
  if (demand === 'practice') return 'Good practice'
  return `Demanded by ${demand.sender}, as read ${demand.read}`
}
