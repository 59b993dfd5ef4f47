import { Link } from 'react-router'
import type { Worded } from '../../../checks/report.ts'
import type { FactSet } from '../../../facts/fact-set.ts'
import { valueOf } from '../../../facts/fact.ts'
import { Prose } from '../../../ui/prose.tsx'
import { Status } from '../../../ui/status.tsx'

/** DMARC comes first: without it no provider looks for a logo. */
export function DmarcStanding({
  obstacles,
  facts,
}: {
  obstacles: readonly Worded[]
  facts: FactSet
}) {
  const discovery = valueOf(facts.dmarc)
  return (
    <>
      <h3>DMARC comes first</h3>
      {obstacles.length > 0 ? (
        <ul className="space-y-2">
          {obstacles.map(({ id, words }, place) => (
            <li key={place}>
              <Status kind={words.severity} className="mr-2" />
              <Prose text={`${words.title}. ${words.advice}`} />{' '}
              <Link to={`/rules/${id}`} className="text-side whitespace-nowrap">
                <code>{id}</code>
              </Link>
            </li>
          ))}
        </ul>
      ) : discovery === null ? (
        <p>
          <Status kind="unknown" className="mr-2" />
          Providers show a logo only where DMARC stops forged mail. Whether it does here could not
          be looked up.
        </p>
      ) : (
        <p>
          <Status kind="pass" className="mr-2" />
          Nothing in DMARC keeps a logo away.
        </p>
      )}
    </>
  )
}
