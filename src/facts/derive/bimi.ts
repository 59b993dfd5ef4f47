import { DEFAULT_SELECTOR } from '../../protocols/bimi/selector.ts'
import { parseBimiRecord } from '../../protocols/bimi/record.ts'
import { isSelectedBimiRecord } from '../../protocols/bimi/version.ts'
import type { TxtRecord } from '../../protocols/dns/records.ts'
import type { BimiAssertion, BimiDerivedFacts, BimiSelection } from '../bimi-facts.ts'
import { absent, failed, found, mapFact, type Fact } from '../fact.ts'
import type { RawFactSet } from '../fact-set.ts'
import { selectTxt } from './txt-selection.ts'

/**
 * Which record a receiver uses (BIMI draft, Assertion Record Discovery): the one at the domain, or the more special one
 * that its `lps` leads to; where the domain has none, the same at its organizational domain with the same selector.
 */
export function bimiFacts(raw: RawFactSet): Partial<BimiDerivedFacts> {
  const { bimiTxt, bimiOrgTxt, bimiLocalPartTxt } = raw
  if (bimiTxt === undefined) return {}
  const own = mapFact(bimiTxt, selectBimi)
  const inherits = bimiOrgTxt !== undefined && !hasSelected(own)
  const record = inherits ? mapFact(bimiOrgTxt, selectBimi) : own
  const special = bimiLocalPartTxt === undefined ? undefined : mapFact(bimiLocalPartTxt, selectBimi)
  return { bimiRecord: record, bimiAssertion: assertion(record, special, inherits) }
}

function selectBimi(records: readonly TxtRecord[]): BimiSelection {
  const selection = selectTxt(records, parseBimiRecord, isSelectedBimiRecord)
  // Unlike MTA-STS, the filter holds for a single record too, and several left are no BIMI at all.
  const [only] = selection.selected
  const usable = selection.selected.length === 1 ? selection.entries[only ?? 0]?.value : null
  return { ...selection, usable: usable ?? null }
}

const hasSelected = (fact: Fact<BimiSelection>): boolean =>
  fact.state === 'failed' || (fact.state === 'found' && fact.value.selected.length > 0)

function assertion(
  record: Fact<BimiSelection>,
  special: Fact<BimiSelection> | undefined,
  inherits: boolean,
): Fact<BimiAssertion> {
  if (special?.state === 'found' && special.value.usable !== null)
    return found(
      { name: special.source.name, at: 'local-part', record: special.value.usable },
      special.source,
    )
  if (record.state === 'failed') return failed(record.reason, record.detail, record.source)
  if (record.state !== 'found' || record.value.usable === null)
    return absent('nodata', record.source)
  const at = inherits ? 'organizational-domain' : 'domain'
  return found({ name: record.source.name, at, record: record.value.usable }, record.source)
}

/** The question as it stands when nobody chose a selector. */
export const ORDINARY_QUESTION = { selector: DEFAULT_SELECTOR, custom: false, localPart: null }
