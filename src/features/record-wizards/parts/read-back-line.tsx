import { Link } from 'react-router'
import type { Worded } from '../../../checks/report.ts'
import { Prose } from '../../../ui/prose.tsx'
import { Status } from '../../../ui/status.tsx'
import { readBackWords } from '../view-model/read-back-view.ts'

export interface ReadBackLineProps {
  /** What was read, as the beginning of a sentence: "The record". */
  what: string
  findings: readonly Worded[]
  /** More that is known to be right: "The id is later than the one published now, `1`." */
  more?: string | null
}

/** That the text was read back by the rules that judge what is published, and what they said. */
export function ReadBackLine({ what, findings, more = null }: ReadBackLineProps) {
  const worst = findings[0]?.words.severity
  const kind = worst === 'error' || worst === 'warning' ? worst : 'pass'
  return (
    <div className="space-y-2 text-side">
      <p>
        <Status kind={kind} className="mr-2" />
        {what} was read back by the rules: {readBackWords(findings)}.{' '}
        {more !== null && <Prose text={more} />}
      </p>
      {findings.length > 0 && (
        <ul className="space-y-1">
          {findings.map(({ id, words }, place) => (
            <li key={place}>
              <Status kind={words.severity} className="mr-2" />
              <Prose text={words.title} />. <Prose text={words.advice} />{' '}
              <Link to={`/rules/${id}`} className="whitespace-nowrap">
                <code>{id}</code>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
