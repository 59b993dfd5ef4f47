import type { Finding, Severity } from '../../checks/finding.ts'
import type { Example } from '../../checks/rule.ts'
import { rawTexts } from '../../facts/raw-text.ts'
import type { TextMark } from '../../ui/raw-lines.ts'

/**
 * The spot of a finding as a mark in the example's own words. They quote the raw texts one after the other; where they
 * describe instead of quoting, there is no mark.
 */
export function markIn(example: Example, { spot }: Finding, tone: Severity): TextMark[] {
  if (spot === undefined) return []
  let from = 0
  for (const [index, { text }] of rawTexts(example.facts, spot.fact).entries()) {
    const at = text === '' ? -1 : example.show.indexOf(text, from)
    if (at === -1) {
      if (index === spot.index) return []
      continue
    }
    if (index === spot.index) return [{ start: at + spot.start, end: at + spot.end, tone }]
    from = at + text.length
  }
  return []
}
