import { skipToken, useQueries } from '@tanstack/react-query'
import { found } from '../../../facts/fact.ts'
import type { RawFactSet, ReportTarget } from '../../../facts/fact-set.ts'
import { askTarget } from '../../../gather/plan/tls-rpt.ts'
import type { CheckRun } from '../../../queries/check-run.ts'
import { KEPT } from '../../../queries/check-run.ts'
import { readReportUri } from '../../../protocols/tls-rpt/report-uri.ts'
import { useSettled } from './use-settled.ts'

/** Whether the targets that are typed can take reports, by URI, as far as it is known. */
export function useReportTargets(
  uris: readonly string[],
  run: CheckRun | undefined,
): ReadonlyMap<string, ReportTarget> {
  const asked = useSettled(uris)
  const answers = useQueries({
    queries: asked.map((uri) => ({
      queryKey: ['report-target', run?.id ?? null, uri] as const,
      queryFn:
        run === undefined
          ? skipToken
          : ({ signal }: { signal: AbortSignal }) => ask(uri, run, signal),
      ...KEPT,
    })),
  })
  return new Map(
    answers.flatMap(({ data }) =>
      data === undefined || data === null ? [] : [[data.uri, data] as const],
    ),
  )
}

function ask(uri: string, run: CheckRun, signal: AbortSignal): Promise<ReportTarget | null> {
  const read = readReportUri({ text: uri, start: 0, end: uri.length })
  return 'uri' in read ? askTarget(read.uri, run.sources, signal) : Promise.resolve(null)
}

/** What is known of the targets, as the fact that the rules look at. */
export function targetsFact(
  domain: string,
  targets: ReadonlyMap<string, ReportTarget>,
  uris: readonly string[],
): RawFactSet {
  const known = uris.flatMap((uri) => targets.get(uri) ?? [])
  if (known.length === 0) return {}
  return { tlsRptTargets: found(known, { name: `_smtp._tls.${domain}`, via: 'derived' }) }
}
