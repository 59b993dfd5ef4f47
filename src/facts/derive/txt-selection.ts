import type { TxtRecord } from '../../protocols/dns/records.ts'
import type { Parsed } from '../../protocols/text/problem.ts'
import type { TxtSelection } from '../fact-set.ts'

/**
 * Reads all TXT records of a name as one kind of record and selects as a strict sender does (RFC 8461 section 3.1,
 * RFC 8460 section 3): a single record is parsed as it stands; of several, those that do not begin with the version
 * and a semicolon are discarded, and exactly one must be left.
 */
export function selectTxt<T, Code extends string>(
  records: readonly TxtRecord[],
  parse: (text: string, joins: number[]) => Parsed<T, Code>,
  isSelected: (text: string) => boolean,
): TxtSelection<T, Code> {
  const entries = records.map(({ text, strings }) => parse(text, joinsOf(strings)))
  const selected = entries.flatMap(({ text }, index) => (isSelected(text) ? [index] : []))
  const only =
    entries.length === 1
      ? entries[0]
      : selected.length === 1
        ? entries[selected[0] ?? 0]
        : undefined
  return { entries, selected, usable: only?.value ?? null }
}

/** Where the strings were glued, as places in the joined text. */
function joinsOf(strings: readonly string[]): number[] {
  let at = 0
  return strings.slice(0, -1).map(({ length }) => (at += length))
}
