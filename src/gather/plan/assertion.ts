/** Which assertion record is meant, which one was found, and what it names. */
import { bimiFacts } from '../../facts/derive/bimi.ts'
import { dmarcFacts } from '../../facts/derive/dmarc.ts'
import type { BimiAssertion, BimiQuestion } from '../../facts/bimi-facts.ts'
import { found, mapFact, valueOf, type Fact } from '../../facts/fact.ts'
import type { RawFacts, RawFactSet } from '../../facts/fact-set.ts'
import { isCoveredByPrefixes, selectorOfLocalPart } from '../../protocols/bimi/local-part.ts'
import { DEFAULT_SELECTOR, recordName } from '../../protocols/bimi/selector.ts'
import { bimiUriHost } from '../../protocols/bimi/uri.ts'
import { isSelectedBimiRecord } from '../../protocols/bimi/version.ts'
import type { CheckSubject } from '../plan.ts'
import type { NamedFile } from '../sources.ts'

/** More prefixes than anybody has; beyond them a record would only keep us busy. */
const MOST_PREFIXES = 10

/** A selector that was typed as a part of the record's name counts as well. */
export function bimiQuestion(subject: CheckSubject): Fact<BimiQuestion> {
  const selector = selectorOf(subject)
  const value = { selector, custom: selector !== DEFAULT_SELECTOR, localPart: subject.localPart }
  return found(value, { name: subject.typed, via: 'typed' })
}

export function selectorOf({ selector, changes }: CheckSubject): string {
  const given = selector?.trim().toLowerCase() ?? ''
  if (given !== '') return given
  const typed = changes.find(({ code }) => code === 'prefix')?.seen ?? ''
  return /^(.+)\._bimi\./.exec(typed)?.[1]?.toLowerCase() ?? DEFAULT_SELECTOR
}

/** Where the record stands that is meant. */
export function nameFor(subject: CheckSubject): string {
  return recordName(selectorOf(subject), subject.domain)
}

/** DMARC's organizational domain; undefined when nobody asked. */
export function organizationOf(known: RawFactSet): Fact<string> | undefined {
  const { dmarc } = dmarcFacts(known)
  return dmarc && mapFact(dmarc, ({ organizationalDomain }) => organizationalDomain)
}

const AT = '._bimi.'

/** The special record for the address that was typed, if the ordinary one sends us there; null otherwise. */
export function nameForAddress(known: RawFactSet, { localPart }: CheckSubject): string | null {
  const ordinary = ordinaryIn(known)
  const prefixes = ordinary?.record.localPartPrefixes ?? null
  const label = localPart === null ? null : selectorOfLocalPart(localPart)
  if (ordinary === null || prefixes === null || label === null) return null
  return isCoveredByPrefixes(label, prefixes) ? recordName(label, domainOf(ordinary)) : null
}

/** Where records for the prefixes of `lps` would stand, but for the one that was found by the address typed. */
export function prefixNames(known: RawFactSet): string[] {
  const ordinary = ordinaryIn(known)
  if (ordinary === null) return []
  const special =
    valueOf(known.bimiLocalPartTxt) === null ? '' : known.bimiLocalPartTxt?.source.name
  return (ordinary.record.localPartPrefixes ?? [])
    .filter((prefix) => special?.startsWith(prefix) !== true)
    .slice(0, MOST_PREFIXES)
    .map((prefix) => recordName(prefix, domainOf(ordinary)))
}

/** The hosts of the logo and the certificate. */
export function namedHosts(known: RawFactSet): string[] {
  const { record } = assertionIn(known) ?? {}
  const hosts = [record?.location ?? '', record?.evidence ?? ''].map(bimiUriHost)
  return [...new Set(hosts.filter((host) => host !== null))]
}

/** A file that the record names; null when there is no record, or it names none. */
export function namedFile(known: RawFactSet, tag: 'location' | 'evidence'): NamedFile | null {
  const assertion = assertionIn(known)
  const url = assertion?.record[tag] ?? ''
  if (assertion === null || url === '') return null
  const { name } = assertion
  const place = name.indexOf(AT)
  return {
    domain: domainOf(assertion),
    selector: name.slice(0, place),
    url,
    text: textAt(known, name),
  }
}

/** The record that receivers use for the address that was typed. */
function assertionIn({ bimiTxt, bimiOrgTxt, bimiLocalPartTxt }: RawFactSet): BimiAssertion | null {
  const raw = { bimiTxt, bimiOrgTxt, bimiLocalPartTxt }
  return valueOf(bimiFacts(given(raw)).bimiAssertion)
}

/** The one that may send us to others by its `lps`. */
function ordinaryIn({ bimiTxt, bimiOrgTxt }: RawFactSet): BimiAssertion | null {
  return valueOf(bimiFacts(given({ bimiTxt, bimiOrgTxt })).bimiAssertion)
}

function given(facts: { [Name in keyof RawFacts]?: RawFacts[Name] | undefined }): RawFactSet {
  return Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== undefined))
}

function domainOf({ name }: BimiAssertion): string {
  return name.slice(name.indexOf(AT) + AT.length)
}

function textAt({ bimiTxt, bimiOrgTxt, bimiLocalPartTxt }: RawFactSet, name: string): string {
  const fact = [bimiTxt, bimiOrgTxt, bimiLocalPartTxt].find((txt) => txt?.source.name === name)
  return (valueOf(fact) ?? []).find(({ text }) => isSelectedBimiRecord(text))?.text ?? ''
}
