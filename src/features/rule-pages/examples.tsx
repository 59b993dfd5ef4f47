import { Link } from 'react-router'
import type { Example } from '../../checks/rule.ts'
import type { Outcome } from '../../checks/run.ts'
import { RawText } from '../../ui/raw-text.tsx'
import { Status } from '../../ui/status.tsx'
import { judgeExample, type Entry } from './entry.ts'
import { markIn } from './marked-example.ts'

/** One input that is found by the rule, and one that is not, each with what the rule really says about it. */
export function Examples({ entry }: { entry: Entry }) {
  const { id, rule, finding, words } = entry
  const example = rule.examples[id]
  return (
    <div className="grid gap-4 md:grid-cols-2">
      {example !== undefined && (
        <OneExample
          name="Is found by this rule"
          entry={entry}
          example={example}
          marks={markIn(example, finding, words.severity)}
        />
      )}
      <OneExample name="Is not" entry={entry} example={rule.quiet} marks={[]} />
    </div>
  )
}

interface OneExampleProps {
  name: string
  entry: Entry
  example: Example
  marks: ReturnType<typeof markIn>
}

function OneExample({ name, entry, example, marks }: OneExampleProps) {
  return (
    <RawText
      name={name}
      text={example.show}
      marks={marks}
      seen={<Judged entry={entry} outcome={judgeExample(entry.rule, example)} />}
    />
  )
}

/** What the rule says: the finding itself, others that come with it, or nothing. */
function Judged({ entry, outcome }: { entry: Entry; outcome: Outcome }) {
  if (outcome.state === 'crashed') return <Status kind="crashed" />
  if (outcome.state === 'unknown') return <Status kind="unknown" />
  if (outcome.state === 'not-applicable') return <Status kind="not-applicable" />
  const ids = [...new Set(outcome.findings.map(({ id }) => id))]
  if (ids.length === 0) return <Status kind="pass" />
  const others = ids.filter((id) => id !== entry.id)
  return (
    <>
      <Status kind={entry.words.severity} />
      {others.length > 0 && ', and with it '}
      {others.map((id, place) => (
        <span key={id}>
          {place > 0 && ', '}
          <Link to={`/rules/${id}`}>
            <code>{id}</code>
          </Link>
        </span>
      ))}
    </>
  )
}
