import type { HostAddresses, FactSet } from '../../../facts/fact-set.ts'
import { matchesMxPattern } from '../../../protocols/mta-sts/mx-pattern.ts'
import { providerOf } from '../../../protocols/mx/providers.ts'
import { absentWords } from '../../../queries/failure-words.ts'
import type { Standing } from './standing.ts'

/** One MX record, its addresses, and the line of the policy that covers it. */
export interface MailServerRow {
  key: string
  preference: number
  host: string
  provider: string | null
  /** Addresses, or in words why there are none. */
  addresses: string[]
  without: string | null
  /** Null when there is no policy to compare with. */
  match: { standing: Standing; line: string | null } | null
}

export function mailServerRows(facts: FactSet): MailServerRow[] {
  if (facts.mx?.state !== 'found') return []
  const hosts = facts.mxHosts?.state === 'found' ? facts.mxHosts.value : []
  const policy = facts.mtaStsPolicy?.state === 'found' ? facts.mtaStsPolicy.value.value : null
  const lines = policy === null || policy.mode === 'none' ? null : policy
  return [...facts.mx.value]
    .filter(({ exchange }) => exchange !== '')
    .sort((a, b) => a.preference - b.preference || (a.exchange < b.exchange ? -1 : 1))
    .map(({ preference, exchange }, place) => {
      const host = hosts.find(({ name }) => name === exchange)
      return {
        key: `${place} ${exchange}`,
        preference,
        host: exchange,
        provider: providerOf(exchange)?.name ?? null,
        ...addressesOf(host),
        match: lines === null ? null : matchOf(lines, exchange),
      }
    })
}

function matchOf(
  policy: { mode: string; mx: string[] },
  host: string,
): NonNullable<MailServerRow['match']> {
  const line = policy.mx.find((pattern) => matchesMxPattern(pattern, host)) ?? null
  if (line !== null) return { standing: 'pass', line }
  return { standing: policy.mode === 'enforce' ? 'error' : 'warning', line }
}

function addressesOf(
  host: HostAddresses | undefined,
): Pick<MailServerRow, 'addresses' | 'without'> {
  if (host === undefined) return { addresses: [], without: 'not asked' }
  const addresses = [host.a, host.aaaa].flatMap((fact) =>
    fact.state === 'found' ? fact.value : [],
  )
  if (addresses.length > 0) return { addresses, without: null }
  const failed = [host.a, host.aaaa].some(({ state }) => state === 'failed')
  if (failed) return { addresses, without: 'could not be looked up' }
  return { addresses, without: host.a.state === 'absent' ? absentWords(host.a.how) : 'no address' }
}
