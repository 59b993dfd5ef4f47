import type { Severity } from '../../../checks/finding.ts'
import { SEVERITIES } from '../../../checks/finding.ts'
import type { TextFact } from '../../../facts/raw-text.ts'
import { rawTexts } from '../../../facts/raw-text.ts'
import { placeOf } from '../../../protocols/text/place.ts'
import type { TextMark } from '../../../ui/raw-lines.ts'
import type { CheckState, Told } from './check-state.ts'

/** One raw text with everything that was found in it. */
export interface MarkedText {
  about: string
  text: string
  marks: TextMark[]
  /** Line from 1 → findings on it, worst first. */
  lines: ReadonlyMap<number, Told[]>
}

/** All texts of a fact, each with its spots marked and its findings beside their lines. */
export function markedTexts(state: CheckState, fact: TextFact): MarkedText[] {
  return rawTexts(state.facts, fact).map(({ about, text }, index) => {
    const own = state.findings.filter(({ spot }) => spot?.fact === fact && spot.index === index)
    const lines = new Map<number, Told[]>()
    for (const finding of own) {
      if (finding.spot === undefined) continue
      const { line } = placeOf(text, finding.spot)
      lines.set(line, [...(lines.get(line) ?? []), finding])
    }
    return { about, text, marks: own.flatMap(toMark), lines }
  })
}

function toMark({ spot, words }: Told): TextMark[] {
  return spot === undefined ? [] : [{ start: spot.start, end: spot.end, tone: words.severity }]
}

export function worstSeverity(findings: readonly Told[]): Severity | null {
  return (
    SEVERITIES.find((severity) => findings.some(({ words }) => words.severity === severity)) ?? null
  )
}
