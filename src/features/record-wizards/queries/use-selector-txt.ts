import { skipToken, useQuery } from '@tanstack/react-query'
import type { Fact } from '../../../facts/fact.ts'
import { DEFAULT_SELECTOR, isSelector, recordName } from '../../../protocols/bimi/selector.ts'
import type { TxtRecord } from '../../../protocols/dns/records.ts'
import { KEPT, type CheckRun } from '../../../queries/check-run.ts'
import { useSettled } from './use-settled.ts'

export interface SelectorTxt {
  /** What stands at the record of this selector; undefined while nobody knows. */
  fact: Fact<TxtRecord[]> | undefined
  /** Is an answer out? */
  isAsking: boolean
}

/** The record of another selector than the default one, which everybody looks up anyway. */
export function useSelectorTxt(
  typed: string,
  domain: string,
  run: CheckRun | undefined,
): SelectorTxt | null {
  const wanted = typed.trim().toLowerCase()
  const settled = useSettled(wanted)
  const isOther = (selector: string) =>
    selector !== '' && selector !== DEFAULT_SELECTOR && isSelector(selector, domain)
  const { data, isFetching } = useQuery({
    queryKey: ['selector', run?.id ?? null, domain, settled] as const,
    queryFn:
      run === undefined || !isOther(settled)
        ? skipToken
        : ({ signal }) => run.sources.dns(recordName(settled, domain), 'TXT', signal),
    ...KEPT,
  })
  if (!isOther(wanted)) return null
  const isAsking = settled !== wanted || isFetching || data === undefined
  return { fact: isAsking ? undefined : data, isAsking }
}
