import type { Spot } from '../../../checks/finding.ts'
import { valueOf, type Fact } from '../../../facts/fact.ts'
import type { FactSet } from '../../../facts/fact-set.ts'
import { rawTexts, type RawText } from '../../../facts/raw-text.ts'
import { placeOf } from '../../../protocols/text/place.ts'
import type { Problem } from '../../../protocols/text/problem.ts'

/** The text that a spot is in. */
export function textOfSpot(facts: FactSet, spot: Spot): RawText | null {
  return rawTexts(facts, spot.fact)[spot.index] ?? null
}

/** "Line 2, column 7: `STSv2`. Expected: `STSv1`." */
export function spotWords(facts: FactSet, spot: Spot): string {
  const raw = textOfSpot(facts, spot)
  if (raw === null) return ''
  const { line, column } = placeOf(raw.text, spot)
  const seen = raw.text.slice(spot.start, spot.end)
  const place = /[\r\n]/.test(raw.text) ? `Line ${line}, column ${column}` : `Column ${column}`
  const shown = seen.trim() === '' ? '' : `: \`${short(seen)}\``
  const expected = expectedAt(facts, spot)
  return expected === undefined
    ? `${place}${shown}.`
    : `${place}${shown}. Expected: \`${expected}\`.`
}

/** What the parser would have liked to see there, where it knows. */
function expectedAt(facts: FactSet, spot: Spot): string | undefined {
  const expected = problemsOf(facts, spot).find(
    ({ span }) => span.start === spot.start && span.end === spot.end,
  )?.expected
  return expected === undefined || expected.includes('`') ? undefined : expected
}

function problemsOf(facts: FactSet, { fact, index }: Spot): readonly Problem[] {
  const { mtaStsPolicy } = facts
  if (fact === 'mtaStsPolicyFile')
    return mtaStsPolicy?.state === 'found' ? mtaStsPolicy.value.problems : []
  return valueOf(recordIn(facts, fact))?.entries[index]?.problems ?? []
}

function recordIn(
  { mtaStsRecord, tlsRptRecord, dmarcRecord, bimiRecord }: FactSet,
  fact: Exclude<Spot['fact'], 'mtaStsPolicyFile'>,
): Fact<{ entries: { problems: readonly Problem[] }[] }> | undefined {
  switch (fact) {
    case 'mtaStsTxt':
      return mtaStsRecord
    case 'tlsRptTxt':
      return tlsRptRecord
    case 'dmarcTxt':
      return dmarcRecord
    case 'bimiTxt':
    case 'bimiOrgTxt':
      return bimiRecord
  }
}

/** A stretch of a text on one line, as code in our small mark-up. */
function short(text: string): string {
  const line = text.replaceAll('`', 'ˋ').replace(/\s+/g, ' ')
  return line.length > 60 ? `${line.slice(0, 59)}…` : line
}
