import { Link } from 'react-router'
import { Prose } from '../../ui/prose.tsx'
import { Status } from '../../ui/status.tsx'
import type { Entry } from './entry.ts'

/** Ids with the severity and the title that their examples give. */
export function RuleList({ entries }: { entries: readonly Entry[] }) {
  return (
    <ul>
      {entries.map(({ id, words, conditional }) => (
        <li
          key={id}
          className="gap-x-6 border-t border-rule py-3 first:border-t-0 first:pt-0 md:grid md:grid-cols-[18rem_minmax(0,1fr)] md:items-baseline"
        >
          <Link to={`/rules/${id}`} className="wrap-anywhere">
            <code>{id}</code>
          </Link>
          <p>
            <Status kind={words.severity} className="mr-2" />
            {conditional && <span className="mr-2 text-ink-2 italic">at times</span>}
            <Prose text={words.title} />
          </p>
        </li>
      ))}
    </ul>
  )
}
