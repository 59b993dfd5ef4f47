import { useState } from 'react'
import { useLocation, useNavigationType, useSearchParams } from 'react-router'
import type { Filter } from '../../features/rule-pages/entry.ts'
import { filterOf, queryOf } from '../../features/rule-pages/filter-query.ts'
import { RulesPage } from '../../features/rule-pages/rules-page.tsx'

/** The filter stands in the address. What is being typed comes first, the address follows. */
export default function RulesRoute() {
  const [query, setQuery] = useSearchParams()
  const { key } = useLocation()
  const kind = useNavigationType()
  const [filter, setFilter] = useState(() => filterOf(query))
  const [entry, setEntry] = useState(key)
  if (entry !== key) {
    setEntry(key)
    // A link or the way back, not our own following.
    if (kind !== 'REPLACE') setFilter(filterOf(query))
  }
  const choose = (next: Filter) => {
    setFilter(next)
    setQuery(queryOf(next), { replace: true })
  }
  return <RulesPage filter={filter} onFilter={choose} />
}
