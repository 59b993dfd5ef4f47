import { useId, useState } from 'react'
import { Link } from 'react-router'
import type { Rule } from '../../../checks/rule.ts'
import { Button } from '../../../ui/button.tsx'
import { Status, type StatusProps } from '../../../ui/status.tsx'
import { outcomeWords, type RuleOutcomes } from '../view-model/rule-outcomes.ts'

/** "44 other rules ran and found nothing. 9 do not apply. Show them" */
export function OtherRules({ outcomes }: { outcomes: RuleOutcomes }) {
  const [shown, setShown] = useState(false)
  const list = useId()
  return (
    <div className="text-side">
      <p className="text-ink-2">
        {outcomeWords(outcomes)}{' '}
        <Button
          look="text"
          aria-expanded={shown}
          aria-controls={list}
          onClick={() => setShown(!shown)}
        >
          {shown ? 'Hide them' : 'Show them'}
        </Button>
      </p>
      <div id={list} hidden={!shown} className="mt-3 space-y-4">
        <RuleList kind="pass" rules={outcomes.passed} />
        <RuleList kind="unknown" rules={outcomes.unknown} />
        <RuleList kind="not-applicable" rules={outcomes.notApplicable} />
      </div>
    </div>
  )
}

function RuleList({ kind, rules }: { kind: StatusProps['kind']; rules: readonly Rule[] }) {
  if (rules.length === 0) return null
  return (
    <div className="gap-x-4 border-t border-rule pt-2 md:grid md:grid-cols-labelled">
      <Status kind={kind} className="self-start" />
      <ul className="min-w-0">
        {rules.map((rule) => (
          <li key={rule.id} className="min-h-6">
            <RuleLink rule={rule} />
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Rules have a page for each of their findings; the first one stands for the rule. */
function RuleLink({ rule }: { rule: Rule }) {
  const [first] = Object.keys(rule.messages)
  return first === undefined ? rule.title : <Link to={`/rules/${first}`}>{rule.title}</Link>
}
