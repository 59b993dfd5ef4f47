import type { FactSet, RawFacts } from '../../../facts/fact-set.ts'
import { valueOf } from '../../../facts/fact.ts'
import { correctBimiRecord } from '../../../checks/corrections/bimi.ts'
import { registrableDomainOf } from '../../../protocols/dns/public-suffix.ts'
import { parseBimiRecord } from '../../../protocols/bimi/record.ts'
import { DEFAULT_SELECTOR } from '../../../protocols/bimi/selector.ts'
import { bimiStanding, type BimiToday } from '../../../publish/make/bimi.ts'
import type { BimiForm } from '../../../publish/make/form-state/bimi.ts'
import type { Standing } from '../../../publish/make/standing.ts'
import type { SelectorTxt } from '../queries/use-selector-txt.ts'
import type { Live } from '../queries/use-live-facts.ts'

/** What the wizard looks up: the record, and DMARC, without which no provider looks at it. */
export const WANTED: ReadonlySet<keyof RawFacts> = new Set([
  'bimiTxt',
  'dmarcTxt',
  'dmarcAbove',
  'dmarcElsewhere',
])

export interface Today extends BimiToday {
  now: number
  selector: string
  record: Standing
  /** False while an answer is out without which the text might do harm. */
  isComplete: boolean
}

/** @param other the record of another selector than the default one, where that is typed */
export function todayOf(
  domain: string,
  typed: string,
  { facts, pending, zone, run }: Live,
  other: SelectorTxt | null,
): Today {
  const selector = other === null ? DEFAULT_SELECTOR : typed.trim().toLowerCase()
  return {
    domain,
    zone: zone?.zone ?? registrableDomainOf(domain) ?? domain,
    now: run?.began ?? 0,
    selector,
    record: bimiStanding(selector, domain, other === null ? facts.bimiTxt : other.fact),
    isComplete:
      run !== undefined && zone !== undefined && pending.size === 0 && other?.isAsking !== true,
  }
}

/** The choices that the published record stands for, where nothing has been chosen yet. */
export function takenOver(form: BimiForm, facts: FactSet): BimiForm {
  const isUntouched =
    form.logo === '' && form.certificate === '' && form.preference === '' && !form.declined
  const published = (valueOf(facts.bimiTxt) ?? []).map(({ text }) => text)
  // What cannot be used is taken over as it was meant.
  const texts = [...published, correctBimiRecord(facts)?.text ?? '']
  const [record] = texts.flatMap((text) => parseBimiRecord(text).value ?? [])
  if (!isUntouched || record === undefined) return form
  const { location, evidence, preference } = record
  return {
    ...form,
    logo: location,
    certificate: evidence,
    preference: preference === 'personal' ? 'personal' : '',
    declined: location === '' && evidence === '',
  }
}
