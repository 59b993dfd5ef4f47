import { Link } from 'react-router'
import type { Rule } from '../../checks/rule.ts'
import { Kicker, Sheet, TitleSheet } from '../../ui/sheet.tsx'
import { entryOf } from './entry.ts'
import { RuleList } from './rule-list.tsx'
import { queryOf } from './filter-query.ts'
import { idsNear } from './ids-near.ts'

/** An id that no finding has: perhaps the name of a rule with several findings, perhaps a slip. */
export function UnknownRule({ id, rule }: { id: string; rule: Rule | undefined }) {
  const ids = rule === undefined ? idsNear(id) : Object.keys(rule.messages)
  const entries = ids.flatMap((one) => entryOf(one) ?? [])
  const words = id.split(/[.-]/).join(' ')
  return (
    <>
      <title>{`${id} – Rules – Signet`}</title>
      <TitleSheet
        title={rule === undefined ? 'No rule has this id' : rule.title}
        margin={<Kicker>{rule === undefined ? 'Not found' : 'Rule'}</Kicker>}
      >
        <p className="mt-3! text-lead">
          <code>{id}</code>
        </p>
        <p>
          {rule === undefined
            ? 'Ids never change, so this one was never given, or it belongs to a part that this version of Signet does not have.'
            : 'One rule can find several things. Each has an id and a page of its own.'}
        </p>
        <p>
          <Link to={`/rules?${queryOf({ words, severity: null })}`}>
            Search the rules for these words
          </Link>
          , or <Link to="/rules">look through all of them</Link>.
        </p>
      </TitleSheet>
      {entries.length > 0 && (
        <Sheet title={rule === undefined ? 'Perhaps one of these' : 'It can find'}>
          <RuleList entries={entries} />
        </Sheet>
      )}
    </>
  )
}
