import type { FactSet } from '../../facts/fact-set.ts'
import type { DmarcDiscovery } from '../../facts/dmarc-facts.ts'
import { valueOf, type Fact } from '../../facts/fact.ts'
import type { HttpAnswer } from '../../protocols/http/answer.ts'
import { decodeBase64 } from '../../protocols/text/utf8.ts'
import { readLogo } from '../../svg/logo.ts'
import { softened } from '../../protocols/dmarc/tree-walk.ts'
import type { LogoState } from './mailbox.ts'

/** What the facts say about the four things that every provider looks at. */
export function logoState(facts: FactSet): LogoState {
  const assertion = valueOf(facts.bimiAssertion)
  return {
    record: recordState(facts),
    dmarc: dmarcState(facts.dmarc),
    logo: logoFileState(facts.indicator, assertion?.record.location),
    certificate: certificateState(facts, assertion?.record.evidence),
  }
}

function recordState({ bimiAssertion }: FactSet): LogoState['record'] {
  if (bimiAssertion === undefined || bimiAssertion.state === 'failed') return 'unknown'
  if (bimiAssertion.state !== 'found') return 'none'
  const { location, evidence } = bimiAssertion.value.record
  return location === '' && evidence === '' ? 'declined' : 'good'
}

/** DMARC as BIMI asks for it: the policy that counts after test mode, at the domain and above it. */
function dmarcState(fact: Fact<DmarcDiscovery> | undefined): LogoState['dmarc'] {
  if (fact === undefined || fact.state === 'failed') return 'unknown'
  const discovery = valueOf(fact)
  if (discovery === null || discovery.effective === null) return 'none'
  const { walk, organizationalDomain, effective } = discovery
  const above = walk.find(({ name }) => name === organizationalDomain)?.record ?? null
  const records = above === null ? [effective.record] : [effective.record, above]
  const weak = records.some(
    ({ p, sp, testing }) => softened(p ?? 'none', testing) === 'none' || sp === 'none',
  )
  if (weak) return 'weak'
  return records.some(({ pct, testing }) => testing || (pct !== null && pct < 100))
    ? 'partly'
    : 'enforced'
}

function logoFileState(
  fact: Fact<HttpAnswer> | undefined,
  address: string | undefined,
): LogoState['logo'] {
  const state = fileState(fact, address)
  return state === 'served' && fact?.state === 'found' && !isBimiLogo(fact.value) ? 'unfit' : state
}

/** By the published schema: the least that every provider asks for. What was cut off is far over any limit. */
function isBimiLogo({ body, truncated }: HttpAnswer): boolean {
  const bytes = decodeBase64(body)
  return !truncated && bytes !== null && readLogo(bytes).schemaValid
}

function fileState(
  fact: Fact<unknown> | undefined,
  address: string | undefined,
): 'served' | 'broken' | 'not-named' | 'unknown' {
  if (address === undefined || address === '') return 'not-named'
  if (fact === undefined || fact.state === 'failed') return 'unknown'
  return fact.state === 'found' ? 'served' : 'broken'
}

function certificateState(
  { evidence }: FactSet,
  address: string | undefined,
): LogoState['certificate'] {
  const state = fileState(evidence, address)
  return state === 'not-named' ? 'none' : state
}
