import { Link } from 'react-router'
import { isFindingId, RULES } from '../../checks/catalogue.ts'
import type { Spec } from '../../checks/rule.ts'
import { specAddress, specName } from '../../checks/spec-address.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { plainText } from '../../ui/prose-tokens.ts'
import { Prose } from '../../ui/prose.tsx'
import { Kicker, MarginNote, Sheet, TitleSheet } from '../../ui/sheet.tsx'
import { Term, Terms } from '../../ui/terms.tsx'
import { entryOf, neighbours, type Entry } from './entry.ts'
import { Examples } from './examples.tsx'
import { looksAt } from './fact-words.ts'
import { FindingJson } from './finding-json.tsx'
import { RuleList } from './rule-list.tsx'
import { SeverityLine } from './severity-line.tsx'
import { UnknownRule } from './unknown-rule.tsx'
import { demandInWords, PARTS } from './words.ts'

/** The page of one finding id, made from its rule alone. */
export function RulePage({ id }: { id: string }) {
  const entry = isFindingId(id) ? entryOf(id) : null
  if (entry === null) return <UnknownRule id={id} rule={RULES.find((rule) => rule.id === id)} />
  const { words } = entry
  return (
    <>
      <title>{`${plainText(words.title)} – Rules – Signet`}</title>
      <Head entry={entry} />
      <Sheet title="Why it matters">
        <p>
          <Prose text={words.why} />
        </p>
      </Sheet>
      <Sheet title="What to do">
        <p>
          <Prose text={words.advice} />
        </p>
      </Sheet>
      <Sheet
        title="Examples"
        margin={<MarginNote>Judged by the rule itself as this page opened.</MarginNote>}
      >
        <Examples entry={entry} />
      </Sheet>
      <Sheet
        title="In a program"
        margin={<MarginNote>The id is stable for ever. Match on it, not on the words.</MarginNote>}
      >
        <FindingJson entry={entry} />
      </Sheet>
      <Near id={id} />
    </>
  )
}

function Head({ entry }: { entry: Entry }) {
  const { id, rule, words, protocol } = entry
  const part = PARTS.find((candidate) => candidate.protocol === protocol)
  return (
    <TitleSheet
      title={<Prose text={words.title} />}
      margin={
        <>
          <Kicker>Rule</Kicker>
          <ul className="mt-2 text-small leading-6 text-ink-2">
            <li>
              <Link to="/rules">All rules</Link>
            </li>
            <li>
              <Link to={`/rules#${protocol}`}>{part?.name ?? protocol}</Link>
            </li>
          </ul>
        </>
      }
    >
      <p className="mt-3! flex flex-wrap items-baseline gap-x-4 text-lead">
        <code>{id}</code>
        <CopyButton
          what="link"
          text={() => window.location.href}
          look="text"
          className="text-small"
        />
      </p>
      <Terms ruled>
        <Term name="Severity">
          <SeverityLine entry={entry} />
        </Term>
        <Term name="Demanded by">
          <DemandedBy entry={entry} />
        </Term>
        <Term name="Part of">{rule.title}</Term>
        <Term name="Looks at">
          <Prose text={looksAt(rule)} />
        </Term>
      </Terms>
    </TitleSheet>
  )
}

function DemandedBy({ entry: { rule, words } }: { entry: Entry }) {
  return (
    <>
      {demandInWords(words.demand)}
      {rule.spec.length > 0 && (words.demand === 'specification' ? ': ' : '. See ')}
      {rule.spec.map((spec, place) => (
        <span key={specName(spec)}>
          {place > 0 && ', '}
          <SpecLink spec={spec} />
        </span>
      ))}
    </>
  )
}

function SpecLink({ spec }: { spec: Spec }) {
  const address = specAddress(spec)
  return address === null ? specName(spec) : <a href={address}>{specName(spec)}</a>
}

function Near({ id }: { id: string }) {
  const entries = neighbours(id).flatMap((other) => entryOf(other) ?? [])
  if (entries.length === 0) return null
  return (
    <Sheet title="Near it">
      <RuleList entries={entries} />
    </Sheet>
  )
}
