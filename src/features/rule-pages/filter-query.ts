import { SEVERITIES } from '../../checks/finding.ts'
import type { Filter } from './entry.ts'

/** The filter that an address asks for; anything else in it is left alone. */
export function filterOf(query: URLSearchParams): Filter {
  const severity = SEVERITIES.find((one) => one === query.get('severity'))
  return { words: query.get('q') ?? '', severity: severity ?? null }
}

export function queryOf({ words, severity }: Filter): URLSearchParams {
  const query = new URLSearchParams()
  if (words !== '') query.set('q', words)
  if (severity !== null) query.set('severity', severity)
  return query
}
