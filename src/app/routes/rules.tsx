import { useSearchParams } from 'react-router'
import { filterOf, queryOf, RulesPage } from '../../features/rule-pages/rules-page.tsx'

export default function RulesRoute() {
  const [query, setQuery] = useSearchParams()
  return (
    <RulesPage
      filter={filterOf(query)}
      onFilter={(filter) => setQuery(queryOf(filter), { replace: true })}
    />
  )
}
